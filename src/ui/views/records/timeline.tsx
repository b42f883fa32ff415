import { useId, useMemo } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import { type Column, TIMELINE_DAYS, timelineOf } from '../../../core/overview/timeline';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { linkTo } from '../../token-link';
import { daysFrom, type Month, monthsAhead } from '../../words/days';
import { expiryInWords } from '../../words/standing';
import { TimelineTable } from './timeline-table';
import './records.css';

/** In pixels: the room for marks, how far apart they stand at most, and what the words above and below take. */
const ROOM = 60;
const PITCH = 12;
const ABOVE = 22;
const BELOW = 24;
/** More than that in one column is a bar, whose number says the rest. */
const DRAWN = 60;

/** Told apart by their form; the colours only repeat it. */
const shapes = { soon: 'M0-5.5 5.5 0 0 5.5-5.5 0z', later: 'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z' };

const across = (day: number) => `${((day + 0.5) / (TIMELINE_DAYS + 1)) * 100}%`;

function Shape({ soon }: { soon: boolean }) {
  return <path class={soon ? 'mark-soon' : 'mark-later'} d={soon ? shapes.soon : shapes.later} />;
}

type StackProps = { column: Column<Row>; base: number; pitch: number };

const lowestOf = (base: number) => base - 9;

function Stack({ column, base, pitch }: StackProps) {
  const drawn = column.marks.slice(0, DRAWN);
  const lowest = lowestOf(base);
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

/** The marks can be pressed. Whoever has no mouse finds the same links in the table. */
function Presses({ column, base, pitch }: StackProps) {
  return column.marks.slice(0, DRAWN).map(({ row }, index) => (
    // biome-ignore lint/a11y/useAnchorContent: it lies over a mark, and has its name
    <a
      key={keyOf(row.token, row.host)}
      href={linkTo(row)}
      tabIndex={-1}
      aria-label={nameOf(row.token)}
      title={m('timeline_end', nameOf(row.token), expiryInWords(row.token, row.now))}
      style={{
        left: across(column.day),
        top: `${lowestOf(base) - index * pitch - pitch / 2}px`,
        height: `${pitch}px`,
      }}
    />
  ));
}

/** Shorter than that, the name of a month has no room under it. */
const NAMED_DAYS = 14;

function MonthTick({ name: month, from, to, base }: Month & { base: number }) {
  return (
    <>
      {from > 0 && <line x1={across(from)} x2={across(from)} y1={base} y2={base + 5} />}
      {to - from >= NAMED_DAYS && (
        <text x={across((from + to) / 2)} y={base + 18} text-anchor="middle">
          {month}
        </text>
      )}
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

type Props = { rows: Row[]; localNow: number };

function Drawing({ columns, count, localNow }: { columns: Column<Row>[]; count: number; localNow: number }) {
  const [title, words] = [useId(), useId()];
  const highest = Math.min(DRAWN, Math.max(1, ...columns.map(({ marks }) => marks.length)));
  const pitch = Math.min(PITCH, ROOM / highest);
  const base = ABOVE + highest * pitch;
  const months = monthsAhead(localNow, TIMELINE_DAYS);
  return (
    <div class="drawing">
      <svg role="img" aria-labelledby={`${title} ${words}`} width="100%" height={base + BELOW}>
        <title id={title}>{m('timeline')}</title>
        <desc id={words}>{m('timeline_summary', String(count))}</desc>
        <line x1="0" x2="100%" y1={base} y2={base} />
        {(months[0]?.to ?? 0) < NAMED_DAYS && (
          <text x="0" y={base + 18}>
            {m('today')}
          </text>
        )}
        {months.map((month) => (
          <MonthTick key={month.from} {...month} base={base} />
        ))}
        {columns.map((column) => (
          <Stack key={column.day} column={column} base={base} pitch={pitch} />
        ))}
      </svg>
      <div class="presses" aria-hidden="true">
        <div>
          {columns.map((column) => (
            <Presses key={column.day} column={column} base={base} pitch={pitch} />
          ))}
        </div>
      </div>
    </div>
  );
}

/** The ends of the next 90 days as a drawing, and as a table for whoever does not see it. */
export function Timeline({ rows, localNow }: Props) {
  const today = daysFrom(0, localNow);
  const columns = useMemo(() => timelineOf(rows, (instant) => daysFrom(localNow, instant)), [rows, today]);
  const count = columns.reduce((sum, { marks }) => sum + marks.length, 0);
  return (
    <div class="timeline">
      <Drawing columns={columns} count={count} localNow={localNow} />
      {count > 0 ? (
        <div class="under-drawing">
          <TimelineTable columns={columns} />
          <Legend />
        </div>
      ) : (
        <p class="hint">{m('timeline_empty')}</p>
      )}
    </div>
  );
}
