import { SECOND } from '../duration';
import { type MaybeDone, pauseAskedBy } from '../failure-meaning';
import type { HostId, Identity } from '../host';
import { eachOnce } from '../names/placed';
import type { Failure, Result } from '../result';
import type { TokenId } from '../token';
import type { Staying } from './entry';
import { askedUntil } from './hosts';
import { partsOf, type Reason, type RevokeAll, type RevokeAllEntry } from './journal';

/** What is to be revoked on a host, as whom. */
export type Target = { hostId: HostId; identity: Identity; tokens: { id: TokenId; key: string }[] };

/** The plan for what a user has confirmed. A token that stands under several hosts, by its key, is revoked on the first of them. */
export function plan(targets: Target[], now: number): RevokeAll {
  const fresh = { state: 'planned' as const, attempts: 0, reason: null };
  const all = targets.flatMap(({ tokens }, host) =>
    tokens.map(({ id, key }) => ({ key, entry: { id, host, ...fresh } })),
  );
  const entries = eachOnce(all, ({ key }) => key).map(({ entry }) => entry);
  const untroubled = { pausedUntil: 0, trouble: null, tries: 0, misses: 0 };
  const hosts = targets.map(({ hostId, identity }) => ({ hostId, identity, ...untroubled }));
  const parts = partsOf(entries).length;
  return { entries, journal: { createdAt: now, phase: 'running', hosts, parts, stoppedBy: null, summary: null } };
}

/** After so many requests in a row without a sensible answer a host is sent no more until its list was looked at. */
export const TOO_MANY_MISSES = 12;

/** What comes next: a request for the entry at that place, a pause, the list that settles everything, or nothing. */
export type Next = { do: 'send'; index: number } | { do: 'wait'; until: number } | { do: 'settle' } | { do: 'rest' };

/** `kept`: the tokens that must stay, with those that the user has named since it began. */
export function next({ journal, entries }: RevokeAll, kept: Staying, now: number): Next {
  if (journal.phase !== 'running') return { do: 'rest' };
  const untils = journal.hosts.map(({ pausedUntil }) => pausedUntil);
  const until = ({ host }: RevokeAllEntry) => untils[host] ?? 0;
  const isOpen = ({ id, state, host }: RevokeAllEntry) =>
    state === 'planned' && !kept.has(id, host) && (journal.hosts[host]?.misses ?? 0) < TOO_MANY_MISSES;
  const index = entries.findIndex((entry) => isOpen(entry) && until(entry) <= now);
  if (index >= 0) return { do: 'send', index };
  const open = entries.filter(isOpen);
  // Where there is nothing left to send, all hosts are asked for their lists, and none of them before its time.
  const wait = open.length > 0 ? Math.min(...open.map(until)) : Math.max(...untils);
  return wait > now ? { do: 'wait', until: wait } : { do: 'settle' };
}

function withEntry(revokeAll: RevokeAll, index: number, change: Partial<RevokeAllEntry>): RevokeAll {
  const entry = revokeAll.entries[index];
  return entry ? { ...revokeAll, entries: revokeAll.entries.with(index, { ...entry, ...change }) } : revokeAll;
}

/** The journal as it is written before the request for that entry goes out. */
export function sent(revokeAll: RevokeAll, index: number): RevokeAll {
  const attempts = (revokeAll.entries[index]?.attempts ?? 0) + 1;
  return withEntry(revokeAll, index, { state: 'sent', attempts });
}

/** The journal where that request did not go out after all. */
export function unsent(revokeAll: RevokeAll, index: number): RevokeAll {
  const attempts = Math.max((revokeAll.entries[index]?.attempts ?? 0) - 1, 0);
  return withEntry(revokeAll, index, { state: 'planned', attempts });
}

type Outcome = Pick<RevokeAllEntry, 'state'> & { reason: Reason };

/** What a refused or lost request has made of its token, and the word for it; "failed" is final. */
const outcomes = {
  'not-found': { state: 'gone', reason: 'not-found' },
  unsupported: { state: 'gone', reason: 'unsupported' },
  // Nothing was done. The last two may be about a session that has ended: once more, after a look at who is signed in.
  throttled: { state: 'planned', reason: 'throttled' },
  forbidden: { state: 'planned', reason: 'forbidden' },
  refused: { state: 'planned', reason: 'refused' },
  between: { state: 'planned', reason: 'refused' },
  // What may have been done is asked of the list before it is sent again.
  offline: { state: 'unknown', reason: 'offline' },
  timeout: { state: 'unknown', reason: 'timeout' },
  misfit: { state: 'unknown', reason: 'misfit' },
  unexpected: { state: 'unknown', reason: 'unexpected' },
  interrupted: { state: 'unknown', reason: 'interrupted' },
  uncertain: { state: 'unknown', reason: 'unexpected' },
  'signed-out': { state: 'unknown', reason: 'signed-out' },
  policy: { state: 'failed', reason: 'policy' },
  invalid: { state: 'failed', reason: 'unexpected' },
  // None of these is an answer to a revoke; should one come all the same, it says that nothing was done.
  'wrong-identity': { state: 'failed', reason: 'unexpected' },
  permission: { state: 'failed', reason: 'unexpected' },
  insecure: { state: 'failed', reason: 'unexpected' },
  full: { state: 'unknown', reason: 'unexpected' },
} as const satisfies Record<Failure['kind'], Outcome> & Record<MaybeDone, { state: 'unknown' }>;

const limits: Readonly<Record<Reason, number>> = {
  'still-active': 2,
  'not-found': 2,
  unsupported: 2,
  throttled: 20,
  offline: 5,
  timeout: 5,
  'signed-out': 5,
  misfit: 3,
  unexpected: 3,
  refused: 2,
  forbidden: 2,
  policy: 1,
  interrupted: 10,
  'given-up': 1,
};

/** Whether a token that failed in this way has been tried often enough. */
export function isSpent(attempts: number, reason: Reason): boolean {
  return attempts >= limits[reason];
}

function outcomeOf({ attempts }: RevokeAllEntry, result: Result<void>): Pick<RevokeAllEntry, 'state' | 'reason'> {
  if (result.ok) return { state: 'revoked', reason: null };
  const { state, reason } = outcomes[result.failure.kind];
  // Said in words, it is about this token, and asking again is no answer to it.
  if (result.failure.kind === 'forbidden' && result.failure.explained) return { state: 'failed', reason };
  return { state: state === 'planned' && isSpent(attempts, reason) ? 'failed' : state, reason };
}

/** For how long a host is left alone after so many misses. */
function pauseAfter(misses: number): number {
  return misses < 4 ? SECOND / 2 : misses < 8 ? 2 * SECOND : 5 * SECOND;
}

/** `pausedUntil`: until when the server has asked to be left alone, as it can do with any answer. */
type Answered = { result: Result<void>; now: number; pausedUntil: number };

/** The journal after the answer to the request for that entry. */
export function answered(revokeAll: RevokeAll, index: number, { result, now, pausedUntil }: Answered): RevokeAll {
  const entry = revokeAll.entries[index];
  if (!entry) return revokeAll;
  const outcome = outcomeOf(entry, result);
  const asked = result.ok ? 0 : pauseAskedBy(result.failure);
  const { journal, entries } = withEntry(revokeAll, index, outcome);
  const host = journal.hosts[entry.host];
  if (!host) return { journal, entries };
  const misses = outcome.state === 'unknown' ? host.misses + 1 : 0;
  const pause = misses === 0 ? 0 : now + pauseAfter(misses);
  const until = Math.max(host.pausedUntil, asked, pausedUntil, pause);
  const itself = Math.max(asked, pausedUntil);
  // What a host in trouble asks for is not ended with our own wait for it.
  const asksNow = host.trouble !== null && itself > Math.max(now, askedUntil(host));
  const trouble = asksNow ? { kind: 'throttled' as const, until: itself } : host.trouble;
  // Most answers change nothing here, and then the head of the journal need not be written again.
  if (misses === host.misses && until === host.pausedUntil && !asksNow) return { journal, entries };
  const hosts = journal.hosts.with(entry.host, { ...host, misses, trouble, pausedUntil: until });
  return { journal: { ...journal, hosts }, entries };
}
