import type { TokenId } from '../token';
import type { Staying } from './entry';
import type { Journal, RevokeAll, RevokeAllEntry } from './journal';
import { isSpent, TOO_MANY_MISSES } from './requests';

/** What works by fresh and complete lists, one for each host, and what is to stay. */
export type Lists = {
  active: readonly ReadonlySet<TokenId>[];
  works: Pick<RevokeAllEntry, 'id' | 'host'>[];
  kept: Staying;
  now: number;
};

/** Only the list of its own host says of a token what has become of it. */
const isActive = ({ id, host }: Pick<RevokeAllEntry, 'id' | 'host'>, { active }: Lists) =>
  active[host]?.has(id) === true;

/** The reason why a token is active although a request for it was sent; `undefined` where none was, or it has failed. */
function lackOf({ state, reason }: RevokeAllEntry): RevokeAllEntry['reason'] | undefined {
  if (state === 'revoked') return 'still-active';
  return state === 'gone' || state === 'unknown' || state === 'sent' ? (reason ?? 'interrupted') : undefined;
}

/** That it no longer works is said of it, whoever has done that: an entry that was never sent, or refused, is "gone". */
function ended(entry: RevokeAllEntry): RevokeAllEntry {
  const byUs = entry.state === 'sent' || entry.state === 'unknown' || entry.state === 'revoked';
  return { ...entry, state: byUs ? 'revoked' : 'gone', reason: null };
}

/** What the list makes of an entry; `isLost`: its host gives no sensible answers, and nothing that was sent had an effect. */
function settledEntry(entry: RevokeAllEntry, lists: Lists, isLost: boolean): RevokeAllEntry {
  const { kept } = lists;
  if (!isActive(entry, lists)) return ended(entry);
  if (kept.has(entry.id, entry.host) && entry.state === 'planned') return entry;
  const lack = lackOf(entry);
  if (lack && !isLost && !isSpent(entry.attempts, lack)) return { ...entry, state: 'planned', reason: lack };
  if (lack || (isLost && entry.state === 'planned')) return { ...entry, state: 'failed', reason: lack ?? 'given-up' };
  return entry;
}

/** Whether the list shows that something came of the requests to a host to which there was no sensible answer. */
function hasProgress({ entries }: RevokeAll, place: number, lists: Lists): boolean {
  return entries.some((entry) => entry.host === place && entry.state === 'unknown' && !isActive(entry, lists));
}

function summaryOf(entries: RevokeAllEntry[], { works, kept, now }: Lists): Journal['summary'] {
  const count = (wanted: (entry: RevokeAllEntry) => boolean) => entries.filter(wanted).length;
  return {
    revoked: count(({ state }) => state === 'revoked' || state === 'gone'),
    kept: works.filter(({ id, host }) => kept.has(id, host)).length,
    failed: count(({ id, host, state }) => state === 'failed' && !kept.has(id, host)),
    left: works.filter(({ id, host }) => !kept.has(id, host)).length,
    at: now,
  };
}

/**
 * The journal after the lists: the end, or another round for those whose requests had no effect and may yet. Only here is
 * said what has become of a token.
 */
export function settled(revokeAll: RevokeAll, lists: Lists): RevokeAll {
  const lost = new Set<number>();
  const hosts = revokeAll.journal.hosts.map((host, place) => {
    if (hasProgress(revokeAll, place, lists)) return { ...host, misses: 0 };
    if (host.misses >= TOO_MANY_MISSES) lost.add(place);
    return host;
  });
  const entries = revokeAll.entries.map((entry) => settledEntry(entry, lists, lost.has(entry.host)));
  const isOver = !entries.some(({ id, host, state }) => state === 'planned' && !lists.kept.has(id, host));
  const phase = isOver ? 'done' : revokeAll.journal.phase; // it may have been stopped while the lists were read
  const summary = isOver ? summaryOf(entries, lists) : null;
  return { entries, journal: { ...revokeAll.journal, hosts, phase, summary } };
}

/** Once more for those that failed. */
export function retried({ journal, entries }: RevokeAll): RevokeAll {
  if (journal.phase !== 'done') return { journal, entries };
  const again = (entry: RevokeAllEntry): RevokeAllEntry =>
    entry.state === 'failed' ? { ...entry, state: 'planned', attempts: 0, reason: null } : entry;
  const hosts = journal.hosts.map((host) => ({ ...host, misses: 0 }));
  return { entries: entries.map(again), journal: { ...journal, hosts, phase: 'running', summary: null } };
}
