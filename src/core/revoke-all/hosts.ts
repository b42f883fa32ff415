import { HOUR, MINUTE, SECOND } from '../duration';
import { meaningOf, pauseAskedBy } from '../failure-meaning';
import type { HostId } from '../host';
import type { Failure } from '../result';
import type { Journal, RevokeAll, RevokeAllEntry } from './journal';

type JournalHost = Journal['hosts'][number];

function withHost({ journal, entries }: RevokeAll, place: number, change: Partial<JournalHost>): RevokeAll {
  const hosts = journal.hosts.map((host, each) => (each === place ? { ...host, ...change } : host));
  return { entries, journal: { ...journal, hosts } };
}

/** How long to leave a host before it is asked again who is signed in, by how often that has failed in a row. */
const SOON = [1, 2, 5, 10, 20].map((seconds) => seconds * SECOND);
/** So many tries take a quarter of an hour, one each half minute at last: what passes while one waits for it has passed by then. */
const MANY = 34;
/** And so many three hours more: nobody is about to sign in. */
const VERY_MANY = 70;
/** No wait of our own is longer. */
export const LONGEST_WAIT = HOUR;

/**
 * Each try wakes the worker. Nobody tells it that the network is back, so that is never looked for less often than each
 * five minutes; what the user mends is mostly seen (`withoutWaits`), and leave to reach the host always is: the browser
 * tells it, and one look in an hour is for an event that was lost.
 */
function pauseAfter(failure: Failure, tries: number): number {
  if (failure.kind === 'permission') return LONGEST_WAIT;
  if (tries < MANY) return SOON[tries] ?? 30 * SECOND;
  return meaningOf(failure).mends === 'user' && tries >= VERY_MANY ? 30 * MINUTE : 5 * MINUTE;
}

/** So late only a machine that has slept, or a browser that was closed, asks again: the tries before tell nothing of now. */
const LATE = 5 * MINUTE;

/** What nobody knows how to mend stops it, too, if it does not pass after so many tries. */
const MANY_TRIES = 20;

/** Whether it is of no use, or of no good, to ask again: what time or the user mends may take a night. */
function isFinal(failure: Failure, tries: number): boolean {
  const { mends, session } = meaningOf(failure);
  return mends === 'never' || session === 'another' || (mends === 'unknown' && tries >= MANY_TRIES);
}

/**
 * How often it has failed in a row in such a way: who was offline for hours has not been signed out for hours. Another
 * way begins with the half minutes, so that two that take turns hurry nothing.
 */
function triesBefore({ trouble, tries, pausedUntil }: JournalHost, failure: Failure, now: number): number {
  if (pausedUntil > 0 && now > pausedUntil + LATE) return 0;
  const isSuch = trouble !== null && meaningOf(trouble).mends === meaningOf(failure).mends;
  return isSuch ? tries : Math.min(tries, SOON.length);
}

/**
 * A host that cannot be asked who is signed in, or what tokens there are: nothing is sent there until it can. Where
 * another account is signed in, or this one is not let in, everything stops.
 */
export function troubled(revokeAll: RevokeAll, place: number, failure: Failure, now: number): RevokeAll {
  const host = revokeAll.journal.hosts[place];
  if (!host) return revokeAll;
  const tries = triesBefore(host, failure, now);
  if (isFinal(failure, tries)) return stopped(revokeAll, failure);
  const asked = pauseAskedBy(failure);
  // It has asked for longer meanwhile, and is asked again after that.
  if (askedUntil(host) > Math.max(now, asked)) return revokeAll;
  const pause = asked > now && tries < MANY ? 0 : pauseAfter(failure, tries);
  return withHost(revokeAll, place, { trouble: failure, tries: tries + 1, pausedUntil: Math.max(asked, now + pause) });
}

/** Until when a host has itself asked to be left alone: what is waited for beside that, in trouble, is our own wait. */
export function askedUntil({ pausedUntil, trouble }: JournalHost): number {
  return trouble ? Math.min(pausedUntil, pauseAskedBy(trouble)) : pausedUntil;
}

/** The hosts that a running revoke-all waits for by itself: of all, or that one. */
function waitedFor({ phase, hosts }: Journal, hostId?: HostId): JournalHost[] {
  const isMeant = (host: JournalHost) => host.trouble !== null && host.hostId === (hostId ?? host.hostId);
  return phase === 'running' ? hosts.filter(isMeant) : [];
}

export const hasWaits = (journal: Journal, hostId?: HostId): boolean => waitedFor(journal, hostId).length > 0;

/** Without our own waits, of all hosts or one: something was seen that may have mended what they wait for. */
export function withoutWaits(revokeAll: RevokeAll, hostId?: HostId): RevokeAll {
  const { journal, entries } = revokeAll;
  const waited = waitedFor(journal, hostId);
  if (waited.length === 0) return revokeAll;
  const hosts = journal.hosts.map((host) =>
    waited.includes(host) ? { ...host, tries: 0, pausedUntil: askedUntil(host) } : host,
  );
  return { entries, journal: { ...journal, hosts } };
}

/** A host that has answered who is signed in; `pausedUntil`: until when it asked to be left alone with that. */
export function untroubled(revokeAll: RevokeAll, place: number, pausedUntil: number): RevokeAll {
  const host = revokeAll.journal.hosts[place];
  if (!host || (host.trouble === null && host.pausedUntil >= pausedUntil)) return revokeAll;
  const until = Math.max(askedUntil(host), pausedUntil);
  return withHost(revokeAll, place, { trouble: null, tries: 0, pausedUntil: until });
}

/** Stopped by the user (`null`), or because it cannot go on. What is under way comes to its end. */
export function stopped({ journal, entries }: RevokeAll, by: Failure | null): RevokeAll {
  if (journal.phase !== 'running') return { journal, entries };
  return { entries, journal: { ...journal, phase: 'stopped', stoppedBy: by } };
}

export function resumed({ journal, entries }: RevokeAll): RevokeAll {
  if (journal.phase !== 'stopped') return { journal, entries };
  return withoutWaits({ entries, journal: { ...journal, phase: 'running', stoppedBy: null } });
}

/** As a new worker finds it: what the one before had sent, and not heard of, may have been done. */
export function interrupted({ journal, entries }: RevokeAll): RevokeAll {
  const lost = (entry: RevokeAllEntry): RevokeAllEntry =>
    entry.state === 'sent' ? { ...entry, state: 'unknown', reason: 'interrupted' } : entry;
  return { journal, entries: entries.map(lost) };
}
