import * as z from 'zod/mini';
import { DAY } from '../duration';
import { Instant } from '../token';

/**
 * In which way a host is asked: by the worker; by the worker with the origin of the host's own pages; by a script in an
 * open tab of the host; by one in a tab of exactly the origin that is asked, which can be opened for it.
 */
export const Way = z.enum(['worker', 'page-origin', 'tab', 'own-tab']);
export type Way = z.output<typeof Way>;

/** Which way was found to work for reading and for changing, after a refusal of what kind; believed for a day. */
export const FoundWays = z.object({
  read: z.nullable(Way),
  change: z.nullable(Way),
  /** The kind of the failure that led away from the one before. */
  after: z.string(),
  since: Instant,
});
export type FoundWays = z.output<typeof FoundWays>;

export type Aim = 'read' | 'change';

const NOTHING_FOUND = { read: null, change: null, after: '' };

/** What of that is still believed at `now` (milliseconds since 1970). */
export function waysAt(found: FoundWays | null, now: number): FoundWays {
  return found && Math.abs(now - found.since) < DAY ? found : { ...NOTHING_FOUND, since: now };
}

/** The ways to try for a deed, in their order and each once: the one that worked before, then the plainest. */
export function waysFor(aim: Aim, found: FoundWays): Way[] {
  // A read of the page's origin has no `Origin`, as a read of ours: there is nothing to change in it.
  const all = Way.options.filter((way) => aim === 'change' || way !== 'page-origin');
  // A session that only a page has is asked for changes there, too: another one may be the worker's.
  const known = found[aim] ?? (found.read === 'worker' ? null : found.read);
  return known === null ? all : [known, ...all.filter((way) => way !== known)];
}
