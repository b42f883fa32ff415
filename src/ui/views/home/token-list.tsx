import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { byUrgency } from '../../../core/expiry';
import { keyOf } from '../../../core/names/token-key';
import { isFound, SHOW, type Show } from '../../../core/overview/token-filter';
import { message as m } from '../../../platform/message';
import { isTyping } from '../../keys/typing';
import type { Row } from '../../on-screen';
import { scopeInWords } from '../../words/scopes';
import { type RowProps, TokenRow } from './token-row';

const showLabels = {
  active: 'show_active',
  expiring: 'show_expiring',
  inactive: 'show_inactive',
  all: 'show_all',
} as const satisfies Record<Show, string>;

function emptyText(rows: Row[], show: Show, search: string): string {
  if (rows.length === 0) return m('list_empty');
  return show === 'active' && search === '' ? m('list_none_active') : m('list_none_match');
}

/** `/` brings the cursor into the search, unless it is typed into a field. */
function useSlash(focus: () => void) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      event.preventDefault();
      focus();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function Filters(props: { show: Show; onShow: (show: Show) => void; onSearch: (text: string) => void }) {
  const search = useRef<HTMLInputElement>(null);
  useSlash(() => search.current?.focus());
  return (
    <div class="filters">
      <input
        type="search"
        aria-label={m('search_tokens')}
        placeholder={m('search_tokens')}
        ref={search}
        onInput={(event) => props.onSearch(event.currentTarget.value)}
      />
      <div role="radiogroup" aria-label={m('show')} class="segments">
        {SHOW.map((show) => (
          <label key={show}>
            <input type="radio" name="show" checked={show === props.show} onChange={() => props.onShow(show)} />
            <span>{m(showLabels[show])}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

type Props = { rows: Row[]; complete: boolean } & Omit<RowProps, 'row'>;

export function TokenList(props: Props) {
  const { rows, complete } = props;
  const [show, setShow] = useState<Show>('active');
  const [search, setSearch] = useState('');
  const sorted = useMemo(() => rows.toSorted((a, b) => byUrgency(a.token, b.token)), [rows]);
  const found = sorted.filter(({ token, now }) => isFound(token, { show, search, scopeWords: scopeInWords }, now));
  return (
    <>
      <Filters show={show} onShow={setShow} onSearch={setSearch} />
      {!complete && <p class="hint warning">{m('list_incomplete')}</p>}
      <ul aria-label={m('tokens')}>
        {found.map((row) => (
          <TokenRow key={keyOf(row.token, row.host)} {...props} row={row} />
        ))}
      </ul>
      {found.length === 0 && <p class="hint">{emptyText(rows, show, search)}</p>}
    </>
  );
}
