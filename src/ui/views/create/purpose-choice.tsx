import type { Purpose } from '../../../core/purposes/purpose';
import { message as m } from '../../../platform/message';
import { Choice } from '../../components/fields/field';

/** In the place of a purpose: none. */
export const CUSTOM = 'custom';

type Props = { value: string; purposes: Purpose[]; onChange: (value: string) => void };

/** What the token is for. */
export function PurposeChoice({ value, purposes, onChange }: Props) {
  const options = [
    ...purposes.map(({ id, name }) => ({ value: id, label: name })),
    { value: CUSTOM, label: m('purpose_custom') },
  ];
  return <Choice label={m('purpose')} value={value} options={options} onChange={onChange} />;
}
