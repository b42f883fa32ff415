import type { Purpose } from '../../../core/purposes/purpose';
import { message as m } from '../../../platform/message';
import { Choice } from '../../components/field';
import { remarkOn } from '../../words/purposes';

/** In the place of a purpose: none. */
export const CUSTOM = 'custom';

type Props = { value: string; purposes: Purpose[]; onChange: (value: string) => void };

/** What the token is for, and what that purpose is known not to do, or the user wanted to remember of it. */
export function PurposeChoice({ value, purposes, onChange }: Props) {
  const options = [
    ...purposes.map(({ id, name }) => ({ value: id, label: name })),
    { value: CUSTOM, label: m('purpose_custom') },
  ];
  const chosen = purposes.find(({ id }) => id === value);
  const hint = chosen && remarkOn(chosen);
  return (
    <>
      <Choice label={m('purpose')} value={value} options={options} onChange={onChange} />
      {hint && <p class="hint">{hint}</p>}
    </>
  );
}
