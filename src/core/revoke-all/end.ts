import type { TokenId } from '../token';
import type { Staying } from './entry';
import type { Journal, RevokeAll, RevokeAllEntry } from './journal';
import { isSpent, TOO_MANY_MISSES } from './requests';

/**
 * What works by fresh and complete lists, one for each host, and what is to stay. `madeThere`: all that a list has which
 * has only what was made there, so that a token that it lacks may work all the same; `null` of any other list.
 */
export type Lists = {
  active: readonly ReadonlySet<TokenId>[];
  madeThere: readonly (ReadonlySet<TokenId> | null)[];
  works: Pick<RevokeAllEntry, 'id' | 'host'>[];
  kept: Staying;
  now: number;
};

/** Only the list of its own host says of a token what has become of it. */
const isActive = ({ id, host }: Pick<RevokeAllEntry, 'id' | 'host'>, { active }: Lists) =>
  active[host]?.has(id) === true;

/** Whether a list would not have to have that token. */
const isUnseen = ({ id, host }: Pick<RevokeAllEntry, 'id' | 'host'>, { madeThere }: Lists) =>
  madeThere[host]?.has(id) === false;

const mayWork = (entry: RevokeAllEntry, lists: Lists) => isActive(entry, lists) || isUnseen(entry, lists);

/** Whether the server has said that it revoked it, also where an end could not say so since no list showed it. */
const isSaid = ({ state, reason }: RevokeAllEntry) => state === 'revoked' || (state === 'unknown' && reason === null);

/** The reason why a token is active although a request for it was sent; `undefined` where none was, or it has failed. */
function lackOf(entry: RevokeAllEntry): RevokeAllEntry['reason'] | undefined {
  const { state, reason } = entry;
  if (isSaid(entry)) return 'still-active';
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
  if (!mayWork(entry, lists)) return ended(entry);
  if (isSaid(entry) && isUnseen(entry, lists)) return entry;
  if (kept.has(entry.id, entry.host) && entry.state === 'planned') return entry;
  const lack = lackOf(entry);
  if (lack && !isLost && !isSpent(entry.attempts, lack)) return { ...entry, state: 'planned', reason: lack };
  if (lack || (isLost && entry.state === 'planned')) return { ...entry, state: 'failed', reason: lack ?? 'given-up' };
  return entry;
}

/** Whether the list shows that something came of the requests to a host to which there was no sensible answer. */
function hasProgress({ entries }: RevokeAll, place: number, lists: Lists): boolean {
  return entries.some((entry) => entry.host === place && entry.state === 'unknown' && !mayWork(entry, lists));
}

function summaryOf(entries: RevokeAllEntry[], { works, kept, now, madeThere }: Lists): Journal['summary'] {
  const count = (wanted: (entry: RevokeAllEntry) => boolean) => entries.filter(wanted).length;
  return {
    revoked: count(({ state }) => state === 'revoked' || state === 'gone'),
    kept: works.filter(({ id, host }) => kept.has(id, host)).length,
    failed: count(({ id, host, state }) => state === 'failed' && !kept.has(id, host)),
    left: works.filter(({ id, host }) => !kept.has(id, host)).length,
    at: now,
    ...(madeThere.some((each) => each !== null) && { onlyMadeHere: true as const }),
  };
}

/** What the server has said of a token, and no list can show, is not known at the end. */
const unproven = (entry: RevokeAllEntry, lists: Lists): RevokeAllEntry =>
  entry.state === 'revoked' && isUnseen(entry, lists) ? { ...entry, state: 'unknown' } : entry;

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
  const looked = revokeAll.entries.map((entry) => settledEntry(entry, lists, lost.has(entry.host)));
  const isOver = !looked.some(({ id, host, state }) => state === 'planned' && !lists.kept.has(id, host));
  const entries = isOver ? looked.map((entry) => unproven(entry, lists)) : looked;
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
