import { useState } from 'preact/hooks';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/fields/field';
import { Why } from '../../components/why';
import type { Format } from '../../deeds/exports';
import { FormatChoice } from '../records/format-choice';

type Props = {
  busy: boolean;
  includeTokenIds: boolean;
  onIncludeTokenIds: (include: boolean) => void;
  onExportList: (format: Format) => void;
  onExportCalendar: () => void;
};

/** The tokens of all organizations as a calendar and as a list. */
export function Exports({ busy, includeTokenIds, onIncludeTokenIds, onExportList, onExportCalendar }: Props) {
  const [format, setFormat] = useState<Format>('csv');
  return (
    <>
      <div class="in-line">
        <FormatChoice format={format} onChoose={setFormat} />
        <button type="button" disabled={busy} onClick={() => onExportList(format)}>
          {m('export_list')}
        </button>
      </div>
      <p class="hint">{m('export_list_explain')}</p>
      <button type="button" class="beside-text" disabled={busy} onClick={onExportCalendar}>
        {m('export_calendar')}
      </button>
      <p class="hint">{m('export_calendar_explain')}</p>
      <Checkbox label={m('include_token_ids')} checked={includeTokenIds} onChange={onIncludeTokenIds} />
      <p class="hint">{m('include_token_ids_explain')}</p>
      <Why>
        <p>{m('export_list_more')}</p>
        <p>{m('export_calendar_more')}</p>
      </Why>
    </>
  );
}
