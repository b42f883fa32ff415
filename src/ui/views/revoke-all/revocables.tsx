import { useMemo } from 'preact/hooks';
import { byUrgency } from '../../../core/expiry';
import { keyOf } from '../../../core/names/token-key';
import { isNamedByTool } from '../../../core/names/tool-made';
import { message as m } from '../../../platform/message';
import { Checkbox } from '../../components/field';
import type { Row, Shown } from '../../on-screen';
import { RevocableRow } from './revocable-row';

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

type Some = RevocablesProps & { some: Row[] };

function Rows({ some, ...props }: Some) {
  return some.map((row) => (
    <RevocableRow
      key={keyOf(row.token, row.host)}
      row={row}
      showsHost={props.shown.length > 1}
      isKept={props.kept.has(keyOf(row.token, row.host))}
      isProtected={props.isProtected(row)}
      onCheck={(of, checked) => props.onCheck([of], checked)}
      onKeepAlways={props.onKeepAlways}
    />
  ));
}

const countKept = ({ kept }: RevocablesProps, rows: Row[]) =>
  rows.filter(({ token, host }) => kept.has(keyOf(token, host))).length;

/** Tokens that a tool makes anew when it needs them, apart from those that somebody has made. */
function MadeByTools(props: Some) {
  const { some, onCheck } = props;
  if (some.length === 0) return null;
  const isUnchecked = countKept(props, some) === some.length;
  const deed = m(isUnchecked ? 'check_group' : 'uncheck_group');
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here */}
      <div role="group" aria-label={m('made_by_tools')} class="made-by-tools">
        <div class="group-head">
          <h2>{m('made_by_tools')}</h2>
          <button type="button" class="quiet" onClick={() => onCheck(some, isUnchecked)}>
            {deed}
          </button>
        </div>
        <p class="hint">{m('made_by_tools_explain', String(some.length))}</p>
        <ul>
          <Rows {...props} />
        </ul>
      </div>
    </li>
  );
}

/** One check for all of them, and how many there are. */
function Every(props: RevocablesProps) {
  const { rows, onCheck } = props;
  const keeps = countKept(props, rows);
  return (
    <div class="group-head">
      <Checkbox
        label={m('revoke_all_every')}
        checked={keeps < rows.length}
        isMixed={keeps > 0 && keeps < rows.length}
        onChange={() => onCheck(rows, keeps > 0)}
      />
      <p class="hint">{m('revoke_all_counts', String(rows.length - keeps), String(keeps))}</p>
    </div>
  );
}

/** What goes and what stays. */
export function Revocables(props: RevocablesProps) {
  const sorted = useMemo(() => props.rows.toSorted((a, b) => byUrgency(a.token, b.token)), [props.rows]);
  if (sorted.length === 0) return <p class="hint">{m(props.refreshing ? 'list_loading' : 'revoke_all_none')}</p>;
  return (
    <>
      <Every {...props} />
      <ul class="revocables" aria-label={m('revoke_all_list')}>
        <Rows {...props} some={sorted.filter(({ token }) => !isNamedByTool(token))} />
        <MadeByTools {...props} some={sorted.filter(({ token }) => isNamedByTool(token))} />
      </ul>
    </>
  );
}
