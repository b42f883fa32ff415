import { useState } from 'preact/hooks';
import type { Unfinished } from '../../../core/unfinished';
import { type MessageKey, message as m } from '../../../platform/message';
import { Confirm } from '../../components/frames/confirm';

const unfinishedTexts = {
  create: 'unfinished_create',
  change: 'unfinished_change',
  secret: 'unfinished_secret',
  clipboard: 'unfinished_clipboard',
  revoke: 'unfinished_revoke',
  rotation: 'unfinished_rotation',
  'revoke-all': 'unfinished_revoke_all',
} as const satisfies Record<Unfinished, MessageKey>;

/** Nothing is asked, the first question is, or the second, which says what is unfinished. */
type Asking = 'nothing' | 'erase' | Unfinished[];

type Props = { onErase: (anyway: boolean) => Promise<Unfinished[]> };

/** Erases all that Patina keeps; asks first, and once more while something is unfinished. */
export function Erase({ onErase }: Props) {
  const [asking, ask] = useState<Asking>('nothing');
  const erase = async (anyway: boolean) => {
    ask('nothing');
    const unfinished = await onErase(anyway);
    if (unfinished.length > 0) ask(unfinished);
  };
  const cancel = () => ask('nothing');
  const question = { deed: m('erase_everything'), onCancel: cancel };
  return (
    <>
      <p class="hint">{m('erase_explain')}</p>
      <button type="button" class="beside-text to-danger" onClick={() => ask('erase')}>
        {m('erase_everything')}
      </button>
      {asking === 'erase' && (
        <Confirm
          {...question}
          question={m('erase_ask')}
          explanation={m('erase_ask_explain')}
          onConfirm={() => erase(false)}
        />
      )}
      {Array.isArray(asking) && (
        <Confirm {...question} question={m('erase_unfinished_ask')} onConfirm={() => erase(true)}>
          <ul class="unfinished">
            {asking.map((each) => (
              <li key={each}>{m(unfinishedTexts[each])}</li>
            ))}
          </ul>
        </Confirm>
      )}
    </>
  );
}
