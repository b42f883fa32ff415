import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { keyOf } from '../../../core/names/token-key';
import { isNamedByTool } from '../../../core/names/tool-made';
import { foundIn, soughtIn } from '../../../core/overview/token-filter';
import { byUrgency } from '../../../core/overview/urgency';
import { scopeInWords } from '../../../platform/in-words/scopes';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import { Checkbox } from '../../components/fields/field';
import { ListSearch } from '../../list-search';
import { LongList } from '../../long-list';
import type { Row, Shown } from '../../on-screen';
import { FEW } from '../../window';
import { REVOCABLE_HEIGHT, RevocableRow } from './revocable-row';

export type RevocablesProps = {
  shown: Shown[];
  /** The tokens that work. */
  rows: Row[];
  /** The keys of those of them that stay; and whether one always does. */
  kept: ReadonlySet<string>;
  isProtected: (row: Row) => boolean;
  refreshing: boolean;
  onCheck: (rows: Row[], checked: boolean) => void;
  onKeepAlways: (row: Row, always: boolean) => void;
};

type Some = RevocablesProps & { some: Row[]; label?: string | undefined; below?: ComponentChildren };

const keyOfRow = ({ token, host }: Row) => keyOf(token, host);

function Rows({ some, label, below, ...props }: Some) {
  return (
    <LongList
      class="revocables"
      label={label}
      items={some}
      keyOf={keyOfRow}
      heightOf={() => REVOCABLE_HEIGHT}
      below={below}
    >
      {(row, place) => (
        <RevocableRow
          key={keyOfRow(row)}
          row={row}
          place={place}
          showsHost={props.shown.length > 1}
          isKept={props.kept.has(keyOfRow(row))}
          isProtected={props.isProtected(row)}
          onCheck={(of, checked) => props.onCheck([of], checked)}
          onKeepAlways={props.onKeepAlways}
        />
      )}
    </LongList>
  );
}

/** What always stays can be neither checked nor unchecked. */
const freeOf = ({ isProtected }: RevocablesProps, rows: Row[]) => rows.filter((row) => !isProtected(row));

const countKept = ({ kept }: RevocablesProps, rows: Row[]) => rows.filter((row) => kept.has(keyOfRow(row))).length;

/** Tokens that a tool makes anew when it needs them, apart from those that somebody has made. `some` are those found. */
function MadeByTools(props: Some & { all: Row[] }) {
  const { all, onCheck } = props;
  const free = freeOf(props, all);
  const isUnchecked = countKept(props, free) === free.length;
  const deed = m(isUnchecked ? 'check_group' : 'uncheck_group');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here
    <div role="group" aria-label={m('made_by_tools')} class="made-by-tools">
      <div class="group-head">
        <h2>{m('made_by_tools')}</h2>
        <button type="button" class="quiet" disabled={free.length === 0} onClick={() => onCheck(all, isUnchecked)}>
          {deed}
        </button>
      </div>
      <p class="hint">{plural('made_by_tools_explain', all.length)}</p>
      <Rows {...props} />
    </div>
  );
}

/** One check for all of them, and how many there are. */
function Every(props: RevocablesProps) {
  const { rows, onCheck } = props;
  const free = freeOf(props, rows);
  const goes = free.length - countKept(props, free);
  return (
    <div class="group-head">
      <Checkbox
        label={m('revoke_all_every')}
        checked={goes > 0}
        isMixed={goes > 0 && goes < rows.length}
        disabled={free.length === 0}
        onChange={() => onCheck(rows, goes < free.length)}
      />
      <p class="hint">{m('revoke_all_counts', String(goes), String(rows.length - goes))}</p>
    </div>
  );
}

type SearchProps = { text: string; found: number; of: number; onInput: (text: string) => void };

/** Many are looked through by a word. What is not shown meanwhile is revoked all the same, and that is said. */
function Search({ text, found, of, onInput }: SearchProps) {
  return (
    <>
      <ListSearch label={m('search_tokens')} value={text} of={of} onInput={onInput} />
      {text.trim() !== '' && (
        <p class="hint warning" role="status">
          {m('revoke_all_found', String(found), String(of))}
        </p>
      )}
    </>
  );
}

/** In place of the tokens, where none is known to work. */
function None({ shown, refreshing }: RevocablesProps) {
  if (refreshing) return <p class="hint">{m('list_loading')}</p>;
  return shown.every(({ snapshot }) => snapshot?.complete) && <p class="hint">{m('revoke_all_none')}</p>;
}

/** What goes and what stays. */
export function Revocables(props: RevocablesProps) {
  const { rows } = props;
  const [text, search] = useState('');
  const sought = useMemo(() => soughtIn(rows.toSorted((a, b) => byUrgency(a.token, b.token))), [rows]);
  const found = useMemo(() => foundIn(sought, { show: 'all', search: text, scopeWords: scopeInWords }), [sought, text]);
  const all = useMemo(() => rows.filter(({ token }) => isNamedByTool(token)), [rows]);
  const byTools = useMemo(() => found.filter(({ token }) => isNamedByTool(token)), [found]);
  const byHand = useMemo(() => found.filter(({ token }) => !isNamedByTool(token)), [found]);
  if (rows.length === 0) return <None {...props} />;
  return (
    <>
      <Every {...props} />
      {rows.length > FEW && <Search text={text} found={found.length} of={rows.length} onInput={search} />}
      <Rows
        {...props}
        label={m('revoke_all_list')}
        some={byHand}
        below={all.length > 0 && <MadeByTools {...props} some={byTools} all={all} />}
      />
    </>
  );
}
