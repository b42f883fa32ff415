import { useEffect, useRef } from 'preact/hooks';
import { ALL_HOSTS } from '../../../core/all-hosts';
import type { HostId, KnownHost } from '../../../core/host';
import { keyOf } from '../../../core/names/token-key';
import { whoText } from '../../../platform/in-words/who';
import { message as m } from '../../../platform/message';
import { Choice } from '../../components/fields/field';
import { NoHosts } from '../no-hosts';
import { Trouble } from '../trouble';
import { RevokeAllConfirm } from './confirm';
import { RevokeAllEnd } from './end';
import { Revocables, type RevocablesProps } from './revocables';
import { RevokeAllUnderWay, type UnderWayProps } from './under-way';
import './revoke-all.css';

export type RevokeAllProps = RevocablesProps & {
  hosts: KnownHost[];
  /** The id of the host that is shown, or that of all of them. */
  chosen: HostId;
  word: string;
  isReady: boolean;
  busy: boolean;
  localNow: number;
  /** The revoke-all that is under way, or was the last. */
  revoking: UnderWayProps | null;
  onChoose: (id: HostId) => void;
  onDryRun: (count: number) => void;
  onRevoke: (typed: string) => void;
  onRefresh: () => void;
  onOpen: (url: string) => void;
  onAllow: (address: string) => void;
};

const countOf = ({ rows, kept }: RevokeAllProps) =>
  rows.filter(({ token, host }) => !kept.has(keyOf(token, host))).length;

/** What goes and what stays, and the question that is answered by typing. */
function Choosing(props: RevokeAllProps) {
  const { hosts, chosen, shown } = props;
  const options = hosts.map(({ id, name }) => ({ value: id as string, label: name }));
  const all = hosts.length > 1 ? [{ value: ALL_HOSTS as string, label: m('all_organizations') }] : [];
  const choose = (value: string) =>
    props.onChoose([...hosts.map(({ id }) => id), ALL_HOSTS].find((id) => id === value) ?? chosen);
  const isIncomplete = shown.some(({ snapshot }) => snapshot?.complete === false);
  const isOnlyMadeHere = shown.some(({ snapshot }) => snapshot?.onlyMadeHere);
  return (
    <>
      <div class="revoke-all-from">
        <Choice label={m('organization')} value={chosen} options={[...options, ...all]} onChange={choose} />
        <p class="who">{whoText(shown)}</p>
      </div>
      {shown.map((each) => (
        <Trouble key={each.host.id} {...props} {...each} isOneOfSeveral={shown.length > 1} />
      ))}
      {isIncomplete && <p class="hint warning">{m('list_incomplete')}</p>}
      {isOnlyMadeHere && <p class="hint warning">{m('list_only_made_here')}</p>}
      <p>{m('revoke_all_explain')}</p>
      <Revocables {...props} />
      <RevokeAllConfirm key={chosen} {...props} count={countOf(props)} />
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

/** Whether it ended while this page looked on: then the end has the page to itself, until it is closed. */
function useLookedOn(phase: string | undefined): boolean {
  const seen = useRef(false);
  if (phase === 'running' || phase === 'stopped') seen.current = true;
  if (phase === undefined) seen.current = false;
  return seen.current;
}

/** All tokens of an organization, or of all, but for those that are to stay. Whatever leads here changes nothing by itself. */
export function RevokeAll(props: RevokeAllProps) {
  const { revoking, hosts } = props;
  const phase = revoking?.journal.phase;
  const heading = useFocusOnChange(phase);
  const hasLookedOn = useLookedOn(phase);
  const isDone = phase === 'done';
  const mayChoose = !revoking || (isDone && !hasLookedOn && countOf(props) > 0);
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
      {mayChoose && hosts.length > 0 && <Choosing {...props} />}
      {hosts.length === 0 && <NoHosts />}
    </section>
  );
}
