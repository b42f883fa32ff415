import { useState } from 'preact/hooks';
import { daysOf } from '../../../core/minting/duplicate';
import { Keep } from '../../../core/rotation/state';
import { type MessageKey, message as m } from '../../../platform/message';
import { Dialog } from '../../components/dialog';
import { Choice } from '../../components/field';
import type { Row } from '../../on-screen';
import { daysInWords, nameOf } from '../../words/text';

const words = {
  'until-confirmed': { label: 'keep_until_confirmed', explain: 'keep_until_confirmed_explain' },
  'for-a-day': { label: 'keep_for_a_day', explain: 'keep_for_a_time_explain' },
  'for-a-week': { label: 'keep_for_a_week', explain: 'keep_for_a_time_explain' },
} as const satisfies Record<Keep, Record<'label' | 'explain', MessageKey>>;

type Props = { row: Row; onRotate: (keep: Keep) => void; onClose: () => void };

/** Asks how long the old token is to live beside the new one. */
export function RotateToken({ row: { token }, onRotate, onClose }: Props) {
  const [keep, setKeep] = useState<Keep>('until-confirmed');
  return (
    <Dialog
      title={m('rotate_heading', nameOf(token))}
      deed={m('rotate')}
      onSubmit={() => {
        onClose();
        onRotate(keep);
      }}
      onCancel={onClose}
    >
      <p class="hint">{m('rotate_explain', daysInWords(daysOf(token)))}</p>
      <Choice
        label={m('keep_old')}
        value={keep}
        options={Keep.options.map((each) => ({ value: each, label: m(words[each].label) }))}
        onChange={(value) => setKeep(Keep.options.find((each) => each === value) ?? keep)}
      />
      <p class="hint">{m(words[keep].explain, nameOf(token))}</p>
    </Dialog>
  );
}
