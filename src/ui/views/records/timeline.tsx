import { useId } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import { type Column, TIMELINE_DAYS, timelineOf } from '../../../core/overview/timeline';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Name } from '../../components/name';
import type { Row } from '../../on-screen';
import { dayInWords, daysFrom } from '../../words/days';
import { expiryInWords, nameOf } from '../../words/text';
import './records.css';

/** In pixels: the room for marks, how far apart they stand at most, and what the words above and below take. */
const ROOM = 60;
const PITCH = 12;
const ABOVE = 22;
const BELOW = 24;
/** More than that in one column is a bar, whose number says the rest. */
const DRAWN = 60;

const TICKS = [0, 30, 60, TIMELINE_DAYS];

/** Told apart by their form; the colours only repeat it. */
const shapes = { soon: 'M0-5.5 5.5 0 0 5.5-5.5 0z', later: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z' };

const across = (day: number) => `${((day + 0.5) / (TIMELINE_DAYS + 1)) * 100}%`;

function Shape({ soon }: { soon: boolean }) {
  return <path class={soon ? 'mark-soon' : 'mark-later'} d={soon ? shapes.soon : shapes.later} />;
}

function Stack({ column, base, pitch }: { column: Column<Row>; base: number; pitch: number }) {
  const drawn = column.marks.slice(0, DRAWN);
  const lowest = base - 9;
  const top = lowest - (drawn.length - 1) * pitch;
  return (
    <>
      {drawn.map(({ row, soon }, index) => (
        <svg key={keyOf(row.token, row.host)} x={across(column.day)} y={lowest - index * pitch} overflow="visible">
          <title>{m('timeline_end', nameOf(row.token), expiryInWords(row.token, row.now))}</title>
          <Shape soon={soon} />
        </svg>
      ))}
      {column.marks.length > 1 && (
        <text x={across(column.day)} y={top - 9} text-anchor="middle">
          {column.marks.length}
        </text>
      )}
    </>
  );
}

function Tick({ day, base }: { day: number; base: number }) {
  const anchor = day === 0 ? 'start' : day === TIMELINE_DAYS ? 'end' : 'middle';
  const x = day === 0 ? '0' : day === TIMELINE_DAYS ? '100%' : across(day);
  return (
    <>
      <line x1={across(day)} x2={across(day)} y1={base} y2={base + 5} />
      <text x={x} y={base + 18} text-anchor={anchor}>
        {day === 0 ? m('today') : plural('days', day)}
      </text>
    </>
  );
}

function Legend() {
  return (
    <p class="hint legend">
      {([true, false] as const).map((soon) => (
        <span key={String(soon)}>
          <svg viewBox="-6 -6 12 12" width="12" height="12" aria-hidden="true">
            <Shape soon={soon} />
          </svg>
          {m(soon ? 'timeline_soon' : 'timeline_later')}
        </span>
      ))}
    </p>
  );
}

function AsTable({ columns }: { columns: Column<Row>[] }) {
  return (
    <details>
      <summary>{m('timeline_table')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{m('timeline_day')}</th>
            <th scope="col">{m('token')}</th>
            <th scope="col">{m('organization')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.flatMap(({ marks }) =>
            marks.map(({ row, end }) => (
              <tr key={keyOf(row.token, row.host)}>
                <td>{dayInWords(end)}</td>
                <td>
                  <a href={`#token=${row.token.id}`}>
                    <Name of={nameOf(row.token)} />
                  </a>
                </td>
                <td>
                  <Name of={row.host.name} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}

/** The ends of the next 90 days as a drawing, and as a table for whoever does not see it. */
export function Timeline({ rows, localNow }: { rows: Row[]; localNow: number }) {
  const [title, words] = [useId(), useId()];
  const columns = timelineOf(rows, (instant) => daysFrom(localNow, instant));
  const count = columns.reduce((sum, { marks }) => sum + marks.length, 0);
  const highest = Math.min(DRAWN, Math.max(1, ...columns.map(({ marks }) => marks.length)));
  const pitch = Math.min(PITCH, ROOM / highest);
  const base = ABOVE + highest * pitch;
  return (
    <div class="timeline">
      <svg role="img" aria-labelledby={`${title} ${words}`} width="100%" height={base + BELOW}>
        <title id={title}>{m('timeline')}</title>
        <desc id={words}>{m('timeline_summary', String(count))}</desc>
        <line x1="0" x2="100%" y1={base} y2={base} />
        {TICKS.map((day) => (
          <Tick key={day} day={day} base={base} />
        ))}
        {columns.map((column) => (
          <Stack key={column.day} column={column} base={base} pitch={pitch} />
        ))}
      </svg>
      {count > 0 && <Legend />}
      {count > 0 ? <AsTable columns={columns} /> : <p class="hint">{m('timeline_empty')}</p>}
    </div>
  );
}
