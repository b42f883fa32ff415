import pLimit, { type LimitFunction } from 'p-limit';
import { DAY, SECOND } from '../core/duration';
import { fail, type Result } from '../core/result';

/** More at once than a browser page would ask would not be polite, and is hardly faster. */
const IN_FLIGHT = 4;
/** A pause that is asked for is waited for when it is short; for a longer one the user is told. */
export const LONGEST_WAIT = 10 * SECOND;
/** No pause is longer: one that seems to be was asked for before our clock was set back. */
const LONGEST_PAUSE = DAY;

/** The way to one server. Each has its own, so that a slow or hostile one holds up nobody else. */
type Lane = { inFlight: LimitFunction; pausedAt: number; pausedUntil: number };

const lanes = new Map<string, Lane>();

function laneOf(server: string): Lane {
  const lane = lanes.get(server) ?? { inFlight: pLimit(IN_FLIGHT), pausedAt: 0, pausedUntil: 0 };
  lanes.set(server, lane);
  return lane;
}

export const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** `server` asks to be left alone until then (milliseconds since 1970), as it may also do in a good answer. */
export function pause(server: string, until: number): void {
  const now = Date.now();
  const pausedUntil = Math.min(Math.max(pauseOf(server), until), now + LONGEST_PAUSE);
  Object.assign(laneOf(server), { pausedAt: now, pausedUntil });
}

/** Until when `server` has asked to be left alone; 0 where it has not. A clock that was set back ends it. */
export function pauseOf(server: string): number {
  const { pausedAt, pausedUntil } = laneOf(server);
  return Date.now() < pausedAt ? 0 : pausedUntil;
}

/**
 * Runs `send` when `server` can be asked: at most four at a time, and not before its own pause is over. That is waited
 * for outside of the four, and once more where it was asked for meanwhile; also where `send` answers nothing, which
 * means that it has to begin anew.
 */
export async function paced<T>(server: string, send: () => Promise<Result<T> | undefined>): Promise<Result<T>> {
  for (;;) {
    const until = pauseOf(server);
    const left = until - Date.now();
    if (left > LONGEST_WAIT) return fail({ kind: 'throttled', until });
    if (left > 0) await wait(left);
    const sent = await laneOf(server).inFlight(async () => (pauseOf(server) > Date.now() ? undefined : await send()));
    if (sent) return sent;
  }
}

/**
 * How long to leave the server before a read is tried again, per try; a change is never tried again. Once, and not at once:
 * after three errors Chromium itself would refuse the next requests (http.ts).
 */
const BACKOFF = [1_500];

/** Tries a read again while the server is in trouble. */
export async function withRetries<T>(read: () => Promise<Result<T>>, inTrouble: (result: Result<T>) => boolean) {
  let result = await read();
  for (const milliseconds of BACKOFF) {
    if (!inTrouble(result)) break;
    await wait(milliseconds);
    result = await read();
  }
  return result;
}
