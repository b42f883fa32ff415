import { useId } from 'preact/hooks';
import type { How } from '../../../core/cleanup/walk';
import { nameOf } from '../../../platform/in-words/people';
import { type MessageKey, message as m } from '../../../platform/message';
import { Icon, type IconName } from '../../components/icon';
import { Name } from '../../components/name';
import { StateWord } from '../../components/state-word';
import { TokenFacts } from '../../components/token-facts';
import type { InView } from '../../on-screen';
import { reasonText } from '../../words/clean-up';
import { endState, reachStates } from '../../words/text';

type Choice = { how: How; label: MessageKey; icon: IconName; key: string; shortcut: string; look?: string };

const CHOICES: readonly Choice[] = [
  { how: 'revoke', label: 'revoke', icon: 'revoke', key: 'Del', shortcut: 'Delete', look: 'danger' },
  { how: 'rotate', label: 'rotate_item', icon: 'refresh', key: 'R', shortcut: 'R' },
  { how: 'keep', label: 'clean_up_keep', icon: 'pin', key: 'K', shortcut: 'K' },
  { how: 'later', label: 'clean_up_later', icon: 'clock', key: 'L', shortcut: 'L' },
];

type Props = {
  shown: InView;
  /** Whether another token that works can be taken for it, by its name. */
  alike: boolean;
  singleKeys: boolean;
  onDecide: (how: How) => void;
  onLeave: () => void;
};

function Choices({ singleKeys, onDecide, titleId }: Pick<Props, 'singleKeys' | 'onDecide'> & { titleId: string }) {
  return (
    <div class="buttons">
      {CHOICES.map(({ how, label, icon, key, shortcut, look }) => (
        <button
          key={how}
          type="button"
          class={look}
          aria-describedby={titleId}
          aria-keyshortcuts={singleKeys ? shortcut : undefined}
          // The second half of a double click would be about the next token, which nobody has seen.
          onClick={({ detail }) => detail < 2 && onDecide(how)}
        >
          <Icon name={icon} />
          {m(label)}
          {singleKeys && (
            <span class="key" aria-hidden="true">
              {key}
            </span>
          )}
        </button>
      ))}
    </div>
  );
}

/** Why it is asked about: the weightiest first, and before all that a deed has failed. */
function Reasons({ shown: { row, reasons, back } }: { shown: InView }) {
  const sentences = reasons.map((reason) => reasonText(reason, row));
  return (
    <>
      {back !== null && <p class="fault">{back}</p>}
      <ul class="reasons">
        {sentences.map((each) => (
          <li key={each}>{each}</li>
        ))}
        {sentences.length === 0 && <li>{m('clean_up_no_reason')}</li>}
      </ul>
    </>
  );
}

/** The token that is asked about: all by which it is known, why, and what can be done, one key each. */
export function AskedToken({ shown, alike, singleKeys, onDecide, onLeave }: Props) {
  const { token, host, now } = shown.row;
  const titleId = useId();
  const end = endState(token, now);
  return (
    <div class="asked-token">
      <div class="asked-head">
        <h2 id={titleId}>
          <Name of={nameOf(token)} />
        </h2>
        {[...reachStates(token), ...(end ? [end] : [])].map(({ kind, word }) => (
          <StateWord key={word} kind={kind}>
            {word}
          </StateWord>
        ))}
      </div>
      {host.identity && <p class="who">{m('signed_in_as', host.identity.name)}</p>}
      {shown.isGone ? <p class="hint">{m('clean_up_gone')}</p> : <Reasons shown={shown} />}
      {shown.isGone ? (
        <div class="buttons">
          <button type="button" class="primary" onClick={onLeave}>
            {m('clean_up_next')}
          </button>
        </div>
      ) : (
        <Choices singleKeys={singleKeys} onDecide={onDecide} titleId={titleId} />
      )}
      <TokenFacts row={shown.row} alike={alike} />
    </div>
  );
}
