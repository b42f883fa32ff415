import type { TargetedToggleEvent } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import type { Column, Mark } from '../../../core/overview/timeline';
import { foundIn, soughtIn } from '../../../core/overview/token-filter';
import { nameOf } from '../../../platform/in-words/people';
import { scopeInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { Name } from '../../components/name';
import { ListSearch } from '../../list-search';
import type { Row } from '../../on-screen';
import { linkTo } from '../../token-link';
import { FEW, uniform, useWindow } from '../../window';
import { dayInWords } from '../../words/when';

/** As in the sheet, where there are too many to be all drawn. */
const HEIGHT = 31;

/** The room of rows that are not drawn. A row of a table has no margin. */
function Gap({ height }: { height: string }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" class="gap">
      <td colSpan={3} style={{ height }} />
    </tr>
  );
}

type EndProps = { mark: Mark<Row>; number: number; onFocus: () => void };

function End({ mark: { row, end }, number, onFocus }: EndProps) {
  return (
    <tr aria-rowindex={number} onFocusIn={onFocus}>
      <td>{dayInWords(end)}</td>
      <td>
        <a href={linkTo(row)}>
          <Name of={nameOf(row.token)} />
        </a>
      </td>
      <td>
        <Name of={row.host.name} />
      </td>
    </tr>
  );
}

/** As many of the ends as are seen, and that which has the focus. */
function Ends({ marks }: { marks: Mark<Row>[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const [kept, keep] = useState(-1);
  const { drawn, rest } = useWindow(body, uniform(marks.length, HEIGHT), [kept]);
  return (
    <tbody ref={body}>
      {drawn.flatMap(({ index, attributes: { style } }) => {
        const mark = marks[index];
        if (!mark) return [];
        const key = keyOf(mark.row.token, mark.row.host);
        const end = <End key={key} mark={mark} number={index + 2} onFocus={() => keep(index)} />;
        return style?.marginTop ? [<Gap key={`above ${key}`} height={style.marginTop} />, end] : [end];
      })}
      {rest !== '0px' && <Gap key="below" height={rest} />}
    </tbody>
  );
}

function Table({ columns }: { columns: Column<Row>[] }) {
  const [text, search] = useState('');
  const marks = useMemo(() => columns.flatMap((column) => column.marks), [columns]);
  const found = useMemo(() => {
    const sought = soughtIn(marks.map((mark) => ({ ...mark.row, mark })));
    return foundIn(sought, { show: 'all', search: text, scopeWords: scopeInWords }).map(({ mark }) => mark);
  }, [marks, text]);
  const isLong = marks.length > FEW;
  return (
    <>
      {isLong && <ListSearch label={m('search_tokens')} value={text} of={marks.length} onInput={search} />}
      <table class={isLong ? 'long' : ''} aria-rowcount={found.length + 1}>
        <thead>
          <tr>
            <th scope="col">{m('expires_on')}</th>
            <th scope="col">{m('token')}</th>
            <th scope="col">{m('organization')}</th>
          </tr>
        </thead>
        <Ends marks={found} />
      </table>
    </>
  );
}

/** The same for whoever does not see the drawing. It is made when it is opened. */
export function TimelineTable({ columns }: { columns: Column<Row>[] }) {
  const [open, setOpen] = useState(false);
  const onToggle = ({ currentTarget }: TargetedToggleEvent<HTMLDetailsElement>) => setOpen(currentTarget.open);
  return (
    <details onToggle={onToggle}>
      <summary>{m('timeline_table')}</summary>
      {open && <Table columns={columns} />}
    </details>
  );
}
