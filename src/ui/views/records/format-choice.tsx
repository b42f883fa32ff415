import { message as m } from '../../../platform/message';
import { Choice } from '../../components/fields/field';
import type { Format } from '../../deeds/exports';

const FORMATS: readonly { value: Format; label: string }[] = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
];

/** In which form a file is to be written: for a spreadsheet, or for a program. */
export function FormatChoice({ format, onChoose }: { format: Format; onChoose: (format: Format) => void }) {
  const choose = (value: string) => {
    const chosen = FORMATS.find((each) => each.value === value);
    if (chosen) onChoose(chosen.value);
  };
  return <Choice label={m('format')} value={format} options={[...FORMATS]} onChange={choose} />;
}
