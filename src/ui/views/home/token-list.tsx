import { useMemo, useRef, useState } from 'preact/hooks';
import { byUrgencyThenEnd } from '../../../core/expiry';
import { keyOf } from '../../../core/names/token-key';
import { isFound, SHOW, type Show } from '../../../core/overview/token-filter';
import { scopeInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { SearchField } from '../../components/field';
import { Icon } from '../../components/icon';
import { Title } from '../../components/screen';
import { Segments } from '../../components/segments';
import { useListKeys } from '../../keys/of-list';
import { useRoving } from '../../keys/roving';
import type { Row } from '../../on-screen';
import { type RowProps, TokenRow } from './token-row';

const showLabels = {
  active: 'show_active',
  expiring: 'show_expiring',
  inactive: 'show_inactive',
  all: 'show_all',
} as const satisfies Record<Show, string>;

export type ListProps = Omit<RowProps, 'row'> & {
  rows: Row[];
  /** Whether all of them are known. */
  complete: boolean;
  /** Whether they are read anew just now. */
  refreshing: boolean;
  show: Show;
  /** Whether tokens can be made here now. */
  mintable: boolean;
  /** Without them nobody is signed in: what was known is only looked at. */
  isOld: boolean;
  onFilter: (show: Show) => void;
  onNewToken: () => void;
  onHelp: () => void;
};

export function NewToken({ mintable, onNewToken }: Pick<ListProps, 'mintable' | 'onNewToken'>) {
  return (
    <button type="button" disabled={!mintable} data-place="new-token" onClick={onNewToken}>
      <Icon name="plus" />
      {m('new_token')}
    </button>
  );
}

/** How many tokens each choice shows; what is searched for does not count. */
function useCounts(rows: Row[]): Record<Show, number> {
  return useMemo(() => {
    const count = (show: Show) =>
      rows.filter(({ token, now }) => isFound(token, { show, search: '', scopeWords: scopeInWords }, now)).length;
    return { active: count('active'), expiring: count('expiring'), inactive: count('inactive'), all: rows.length };
  }, [rows]);
}

function Rows({ found, ...props }: Omit<RowProps, 'row'> & { found: Row[]; refreshing: boolean }) {
  const list = useRef<HTMLUListElement>(null);
  useRoving(list);
  return (
    <ul class="rows" aria-label={m('tokens')} aria-busy={props.refreshing} ref={list}>
      {found.map((row) => (
        <TokenRow key={keyOf(row.token, row.host)} {...props} row={row} />
      ))}
    </ul>
  );
}

/** The tokens, found by what is typed, those that need somebody first. */
export function TokenList(props: ListProps) {
  const { rows, show } = props;
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const onNew = () => props.mintable && props.onNewToken();
  useListKeys({ search, singleKeys: props.singleKeys, onNew, onHelp: props.onHelp });
  const counts = useCounts(rows);
  const sorted = useMemo(() => rows.toSorted(byUrgencyThenEnd), [rows]);
  const found = sorted.filter(({ token, now }) =>
    isFound(token, { show, search: text, scopeWords: scopeInWords }, now),
  );
  return (
    <section class={props.isOld ? 'tokens old' : 'tokens'}>
      <div class="bar">
        <Title>{m('tokens')}</Title>
        <SearchField
          label={m('search_tokens')}
          value={text}
          shortcut={props.singleKeys ? '/' : undefined}
          field={search}
          onInput={setText}
        />
        {!props.isOld && <NewToken {...props} />}
      </div>
      <Segments
        label={m('show')}
        name="show"
        segments={SHOW.map((value) => ({ value, label: m(showLabels[value]), count: counts[value] }))}
        value={show}
        onChoose={props.onFilter}
      />
      {!props.complete && <p class="hint warning">{m('list_incomplete')}</p>}
      <Rows {...props} found={found} />
      {found.length === 0 && (
        <p class="nothing">{m(show === 'active' && text === '' ? 'list_none_active' : 'list_none_match')}</p>
      )}
    </section>
  );
}
