import { SECOND } from '../duration';
import type { Failure } from '../result';
import type { Journal, Revocation, RevocationEntry } from './journal';

type JournalHost = Journal['hosts'][number];

function withHost({ journal, entries }: Revocation, place: number, change: Partial<JournalHost>): Revocation {
  const hosts = journal.hosts.map((host, each) => (each === place ? { ...host, ...change } : host));
  return { entries, journal: { ...journal, hosts } };
}

/** How long to leave a host before it is asked again who is signed in, by how often that has failed in a row. */
const BACKOFF = [1, 2, 5, 10, 20, 30].map((seconds) => seconds * SECOND);

/** Only the user can mend these, so it stops. */
const FINAL: ReadonlySet<Failure['kind']> = new Set([
  'wrong-identity',
  'not-found',
  'forbidden',
  'policy',
  'unsupported',
]);
/** These pass, if it takes a night; whatever else does not pass after so many tries stops it, too. */
const PASSING: ReadonlySet<Failure['kind']> = new Set(['offline', 'timeout', 'throttled', 'signed-out', 'permission']);
const MANY_TRIES = 20;

/**
 * A host that cannot be asked who is signed in, or what tokens there are: nothing is sent there until it can. Where
 * another account is signed in, or this one is not let in, everything stops.
 */
export function troubled(revocation: Revocation, place: number, failure: Failure, now: number): Revocation {
  const host = revocation.journal.hosts[place];
  if (!host) return revocation;
  const isLasting = host.tries >= MANY_TRIES && !PASSING.has(failure.kind);
  if (FINAL.has(failure.kind) || isLasting) return stopped(revocation, failure);
  const pause = BACKOFF[Math.min(host.tries, BACKOFF.length - 1)] ?? 0;
  const until = failure.kind === 'throttled' ? failure.until : now + pause;
  const pausedUntil = Math.max(host.pausedUntil, until);
  return withHost(revocation, place, { trouble: failure, tries: host.tries + 1, pausedUntil });
}

/** A host that has answered who is signed in; `pausedUntil`: until when it asked to be left alone with that. */
export function untroubled(revocation: Revocation, place: number, pausedUntil: number): Revocation {
  const host = revocation.journal.hosts[place];
  if (!host || (host.trouble === null && host.pausedUntil >= pausedUntil)) return revocation;
  const until = Math.max(host.pausedUntil, pausedUntil);
  return withHost(revocation, place, { trouble: null, tries: 0, pausedUntil: until });
}

/** Stopped by the user (`null`), or because it cannot go on. What is under way comes to its end. */
export function stopped({ journal, entries }: Revocation, by: Failure | null): Revocation {
  if (journal.phase !== 'running') return { journal, entries };
  return { entries, journal: { ...journal, phase: 'stopped', stoppedBy: by } };
}

export function resumed({ journal, entries }: Revocation): Revocation {
  if (journal.phase !== 'stopped') return { journal, entries };
  const hosts = journal.hosts.map((host) => ({ ...host, tries: 0 }));
  return { entries, journal: { ...journal, hosts, phase: 'running', stoppedBy: null } };
}

/** As a new worker finds it: what the one before had sent, and not heard of, may have been done. */
export function interrupted({ journal, entries }: Revocation): Revocation {
  const lost = (entry: RevocationEntry): RevocationEntry =>
    entry.state === 'sent' ? { ...entry, state: 'unknown', reason: 'interrupted' } : entry;
  return { journal, entries: entries.map(lost) };
}
