import { useMemo, useRef, useState } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import { foundIn, SHOW, type Show, soughtIn } from '../../../core/overview/token-filter';
import { message as m } from '../../../platform/message';
import { Segments } from '../../components/fields/segments';
import { Title } from '../../components/frames/title';
import { Icon } from '../../components/icon';
import { useListKeys } from '../../keys/of-list';
import { useRoving } from '../../keys/roving';
import { ListSearch } from '../../list-search';
import type { Row } from '../../on-screen';
import { uniform } from '../../window';
import { ROW_HEIGHT, type RowProps, TokenRow } from './token-row';

const showLabels = {
  active: 'show_active',
  expiring: 'show_expiring',
  inactive: 'show_inactive',
  all: 'show_all',
} as const satisfies Record<Show, string>;

export type ListProps = Omit<RowProps, 'row' | 'place'> & {
  rows: Row[];
  /** How many tokens each choice shows; what is searched for does not count. */
  counts: Record<Show, number>;
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

/** `count`: how many there are, of which the first may be all that is known yet. */
type RowsProps = Omit<RowProps, 'row' | 'place'> & { found: Row[]; count: number; refreshing: boolean };

function Rows({ found, count, refreshing, ...props }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const keys = useMemo(() => found.map(({ token, host }) => keyOf(token, host)), [found]);
  const { drawn, rest, box } = useRoving(list, { keys, ...uniform(count, ROW_HEIGHT), isPart: count > keys.length });
  return (
    <ul
      class="rows"
      aria-label={m('tokens')}
      aria-busy={refreshing}
      ref={list}
      style={{ paddingBottom: rest }}
      {...box}
    >
      {drawn.map(({ index, attributes }) => {
        const row = found[index];
        if (!row) return <li key={index} {...attributes} style={{ height: `${ROW_HEIGHT}px`, ...attributes.style }} />;
        return <TokenRow key={keys[index]} {...props} row={row} place={attributes} />;
      })}
    </ul>
  );
}

/** The tokens, found by what is typed. */
export function TokenList(props: ListProps) {
  const { rows, counts, words, show } = props;
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const onNew = () => props.mintable && props.onNewToken();
  useListKeys({ search, singleKeys: props.singleKeys, onNew, onHelp: props.onHelp });
  const sought = useMemo(() => soughtIn(rows), [rows]);
  const by = { show, search: text, scopeWords: words.scope };
  const found = useMemo(() => foundIn(sought, by), [sought, show, text, words]);
  const isPart = rows.length < counts.all && text === '';
  return (
    <section class={props.isOld ? 'tokens old' : 'tokens'}>
      <div class="bar">
        <Title>{m('tokens')}</Title>
        <ListSearch
          label={m('search_tokens')}
          value={text}
          of={counts.all}
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
      <Rows {...props} found={found} count={isPart ? Math.max(counts[show], found.length) : found.length} />
      {found.length === 0 && rows.length >= counts[show] && (
        <p class="nothing">{m(show === 'active' && text === '' ? 'list_none_active' : 'list_none_match')}</p>
      )}
    </section>
  );
}
