import pLimit from 'p-limit';
import { SECOND } from '../core/duration';
import { fail, type Result } from '../core/result';

/** More at once than a browser page would ask would not be polite, and is hardly faster. */
const inFlight = pLimit(4);
/** A pause that is asked for is waited for when it is short; for a longer one the user is told. */
const LONGEST_WAIT = 10 * SECOND;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const pauses = new Map<string, number>();

/** `server` asks to be left alone until then (milliseconds since 1970), as it may also do in a good answer. */
export function pause(server: string, until: number): void {
  pauses.set(server, Math.max(pauses.get(server) ?? 0, until));
}

/** Until when `server` has asked to be left alone; 0 where it has not. */
export function pauseOf(server: string): number {
  return pauses.get(server) ?? 0;
}

/** Runs `send` when `server` can be asked: at most four of all at a time, and not before its own pause is over. */
export function paced<T>(server: string, send: () => Promise<Result<T>>): Promise<Result<T>> {
  return inFlight(async () => {
    const until = pauseOf(server);
    const left = until - Date.now();
    if (left > LONGEST_WAIT) return fail({ kind: 'throttled', until });
    if (left > 0) await wait(left);
    return await send();
  });
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
