import { DAY } from '../duration';
import type { Host } from '../host';
import type { Doors } from './doors';

const BELIEVE = DAY;

/** What of that is still believed at `now` (milliseconds since 1970). */
export function doorsAt(doors: Doors | null, now: number): Doors {
  // What seems to be of the future was found before the clock was set back.
  if (doors && Math.abs(now - doors.since) < BELIEVE) return doors;
  return { lifecycle: null, sessionTokens: null, pageProvider: null, since: now };
}

/**
 * Whether a token can be changed on a host. Why not: the server has no such call, the organization keeps the lifecycle
 * API closed to this session, or it was not looked at yet. Tokens are changed through that API alone, and servers on
 * premises have none. Source: services.md, Readings 3; server.md 3 and 4.
 */
export type Update = 'open' | 'no-such-call' | 'closed' | 'unknown';

export function updateOn(host: Host, doors: Pick<Doors, 'lifecycle'>): Update {
  if (host.kind === 'server') return 'no-such-call';
  if (doors.lifecycle === null) return 'unknown';
  return doors.lifecycle ? 'open' : 'closed';
}
