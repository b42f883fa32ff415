import { useEffect, useMemo, useRef } from 'preact/hooks';
import { byUrgency } from '../../../core/expiry';
import { ALL_HOSTS, type HostId, type KnownHost } from '../../../core/host';
import { keyOf } from '../../../core/names/token-key';
import { isNamedByTool } from '../../../core/names/tool-made';
import type { TokenId } from '../../../core/token';
import { message as m } from '../../../platform/message';
import { Choice } from '../../components/field';
import type { Row, Shown } from '../../on-screen';
import { whoText } from '../../words/text';
import { Trouble } from '../trouble';
import { RevokeAllConfirm } from './confirm';
import { RevocableRow } from './revocable-row';
import { RevokeAllEnd, RevokeAllUnderWay, type UnderWayProps } from './under-way';
import './revoke-all.css';

export type RevokeAllProps = {
  hosts: KnownHost[];
  /** The id of the host that is shown, or that of all of them. */
  chosen: HostId;
  shown: Shown[];
  /** The tokens that work. */
  rows: Row[];
  /** Those of them that stay; and those that always do. */
  kept: ReadonlySet<TokenId>;
  neverRevoke: TokenId[];
  word: string;
  isReady: boolean;
  refreshing: boolean;
  busy: boolean;
  localNow: number;
  /** The revoke-all that is under way, or was the last. */
  revoking: UnderWayProps | null;
  onBegin: () => void;
  onChoose: (id: HostId) => void;
  onCheck: (row: Row, checked: boolean) => void;
  onKeepAlways: (row: Row, always: boolean) => void;
  onDryRun: (count: number) => void;
  onRevoke: (typed: string) => void;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

function Rows(props: RevokeAllProps & { some: Row[] }) {
  return props.some.map((row) => (
    <RevocableRow
      key={keyOf(row.token, row.host)}
      row={row}
      showsHost={props.shown.length > 1}
      isKept={props.kept.has(row.token.id)}
      isProtected={props.neverRevoke.includes(row.token.id)}
      onCheck={props.onCheck}
      onKeepAlways={props.onKeepAlways}
    />
  ));
}

/** Tokens that a tool makes anew when it needs them, apart from those that somebody has made. */
function MadeByTools(props: RevokeAllProps & { some: Row[] }) {
  if (props.some.length === 0) return null;
  return (
    <li>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a border and a legend that do not fit here */}
      <div role="group" aria-label={m('made_by_tools')} class="made-by-tools">
        <h2>{m('made_by_tools')}</h2>
        <p class="hint">{m('made_by_tools_explain', String(props.some.length))}</p>
        <ul>
          <Rows {...props} />
        </ul>
      </div>
    </li>
  );
}

function List(props: RevokeAllProps) {
  const sorted = useMemo(() => props.rows.toSorted((a, b) => byUrgency(a.token, b.token)), [props.rows]);
  const byTools = sorted.filter(({ token }) => isNamedByTool(token));
  if (sorted.length === 0) return <p class="hint">{m(props.refreshing ? 'list_loading' : 'revoke_all_none')}</p>;
  return (
    <ul class="revocables" aria-label={m('revoke_all_list')}>
      <Rows {...props} some={sorted.filter(({ token }) => !isNamedByTool(token))} />
      <MadeByTools {...props} some={byTools} />
    </ul>
  );
}

/** What goes and what stays, and the question that is answered by typing. */
function Choosing(props: RevokeAllProps) {
  const { hosts, chosen, rows, kept, shown } = props;
  const options = hosts.map(({ id, name }) => ({ value: id as string, label: name }));
  const all = hosts.length > 1 ? [{ value: ALL_HOSTS as string, label: m('all_organizations') }] : [];
  const count = rows.filter(({ token }) => !kept.has(token.id)).length;
  const choose = (value: string) =>
    props.onChoose([...hosts.map(({ id }) => id), ALL_HOSTS].find((id) => id === value) ?? chosen);
  const isIncomplete = shown.some(({ snapshot }) => snapshot?.complete === false);
  return (
    <>
      <Choice label={m('organization')} value={chosen} options={[...options, ...all]} onChange={choose} />
      <p class="who">{whoText(shown)}</p>
      {shown.map((each) => (
        <Trouble key={each.host.id} {...props} {...each} isOneOfSeveral={shown.length > 1} />
      ))}
      <p>{m('revoke_all_explain')}</p>
      <p class="hint">{m('revoke_all_counts', String(count), String(rows.length - count))}</p>
      {isIncomplete && <p class="hint warning">{m('list_incomplete')}</p>}
      <List {...props} />
      <RevokeAllConfirm key={chosen} {...props} count={count} />
    </>
  );
}

/** What was pressed is gone: the focus, and with it the eye, goes to where it is told what came of it. */
function useFocusOnChange(phase: string | undefined) {
  const place = useRef<HTMLHeadingElement>(null);
  const before = useRef(phase);
  useEffect(() => {
    if (before.current !== phase) place.current?.focus();
    before.current = phase;
  }, [phase]);
  return place;
}

/** All tokens of an organization, or of all, but for those that are to stay. Whatever leads here changes nothing by itself. */
export function RevokeAll(props: RevokeAllProps) {
  const { revoking, hosts, onBegin } = props;
  const heading = useFocusOnChange(revoking?.journal.phase);
  useEffect(onBegin, []);
  const isDone = revoking?.journal.phase === 'done';
  return (
    <section class="revoke-all">
      <h1 tabIndex={-1} ref={heading}>
        {m('revoke_all')}
      </h1>
      {revoking && !isDone && (
        <>
          <p class="who">{whoText(revoking.shown)}</p>
          <RevokeAllUnderWay {...revoking} />
        </>
      )}
      {revoking && isDone && <RevokeAllEnd {...revoking} />}
      {(!revoking || isDone) && hosts.length > 0 && <Choosing {...props} />}
      {hosts.length === 0 && <p class="hint">{m('no_hosts')}</p>}
    </section>
  );
}
