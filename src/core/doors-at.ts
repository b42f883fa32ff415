import type { Doors } from './doors';
import { DAY } from './duration';

const BELIEVE = DAY;

/** What of that is still believed at `now` (milliseconds since 1970). */
export function doorsAt(doors: Doors | null, now: number): Doors {
  // What seems to be of the future was found before the clock was set back.
  if (doors && Math.abs(now - doors.since) < BELIEVE) return doors;
  return { lifecycle: null, sessionTokens: null, pageProvider: null, since: now };
}
