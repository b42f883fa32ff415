import { SECOND } from '../duration';
import { meaningOf, pauseAskedBy } from '../failure-meaning';
import type { Failure } from '../result';
import type { Journal, RevokeAll, RevokeAllEntry } from './journal';

type JournalHost = Journal['hosts'][number];

function withHost({ journal, entries }: RevokeAll, place: number, change: Partial<JournalHost>): RevokeAll {
  const hosts = journal.hosts.map((host, each) => (each === place ? { ...host, ...change } : host));
  return { entries, journal: { ...journal, hosts } };
}

/** How long to leave a host before it is asked again who is signed in, by how often that has failed in a row. */
const BACKOFF = [1, 2, 5, 10, 20, 30].map((seconds) => seconds * SECOND);

/** What nobody knows how to mend stops it, too, if it does not pass after so many tries. */
const MANY_TRIES = 20;

/** Whether it is of no use, or of no good, to ask again: what time or the user mends may take a night. */
function isFinal(failure: Failure, tries: number): boolean {
  const { mends, session } = meaningOf(failure);
  return mends === 'never' || session === 'another' || (mends === 'unknown' && tries >= MANY_TRIES);
}

/**
 * A host that cannot be asked who is signed in, or what tokens there are: nothing is sent there until it can. Where
 * another account is signed in, or this one is not let in, everything stops.
 */
export function troubled(revokeAll: RevokeAll, place: number, failure: Failure, now: number): RevokeAll {
  const host = revokeAll.journal.hosts[place];
  if (!host) return revokeAll;
  if (isFinal(failure, host.tries)) return stopped(revokeAll, failure);
  const pause = BACKOFF[Math.min(host.tries, BACKOFF.length - 1)] ?? 0;
  const pausedUntil = Math.max(host.pausedUntil, pauseAskedBy(failure) || now + pause);
  return withHost(revokeAll, place, { trouble: failure, tries: host.tries + 1, pausedUntil });
}

/** A host that has answered who is signed in; `pausedUntil`: until when it asked to be left alone with that. */
export function untroubled(revokeAll: RevokeAll, place: number, pausedUntil: number): RevokeAll {
  const host = revokeAll.journal.hosts[place];
  if (!host || (host.trouble === null && host.pausedUntil >= pausedUntil)) return revokeAll;
  const until = Math.max(host.pausedUntil, pausedUntil);
  return withHost(revokeAll, place, { trouble: null, tries: 0, pausedUntil: until });
}

/** Stopped by the user (`null`), or because it cannot go on. What is under way comes to its end. */
export function stopped({ journal, entries }: RevokeAll, by: Failure | null): RevokeAll {
  if (journal.phase !== 'running') return { journal, entries };
  return { entries, journal: { ...journal, phase: 'stopped', stoppedBy: by } };
}

export function resumed({ journal, entries }: RevokeAll): RevokeAll {
  if (journal.phase !== 'stopped') return { journal, entries };
  const hosts = journal.hosts.map((host) => ({ ...host, tries: 0 }));
  return { entries, journal: { ...journal, hosts, phase: 'running', stoppedBy: null } };
}

/** As a new worker finds it: what the one before had sent, and not heard of, may have been done. */
export function interrupted({ journal, entries }: RevokeAll): RevokeAll {
  const lost = (entry: RevokeAllEntry): RevokeAllEntry =>
    entry.state === 'sent' ? { ...entry, state: 'unknown', reason: 'interrupted' } : entry;
  return { journal, entries: entries.map(lost) };
}
