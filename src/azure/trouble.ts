import { MINUTE } from '../core/duration';
import type { Failure } from '../core/result';

/** For so long a request that throws is put down to the trouble that the server told of before. */
const BELIEVE_TROUBLE = 2 * MINUTE;

/** How often in a row an address answered with an error of the server's own, with which last, and when. */
const troubles = new Map<string, { times: number; status: number; at: number }>();
/** So many in a row are let be by the browser. */
const LET_BE = 2;

/** An address without what is asked of it, as Chromium counts errors. */
const addressIn = (url: string) => url.replace(/\?.*$/, '');

/** Notes how an address answered. */
export function noteTrouble(url: string, status: number): void {
  const address = addressIn(url);
  const times = (troubles.get(address)?.times ?? 0) + 1;
  if (status >= 500) troubles.set(address, { times, status, at: Date.now() });
  else troubles.delete(address);
}

/**
 * Why no answer came. After three answers of 500 and more Chromium itself refuses an extension's next requests to that
 * address, for longer and longer (measured, Chromium 156): nothing is wrong with the network then.
 */
export function unanswered(url: string, isServices: boolean): Failure {
  const trouble = troubles.get(addressIn(url));
  if (trouble && trouble.times > LET_BE && Math.abs(Date.now() - trouble.at) < BELIEVE_TROUBLE)
    return { kind: 'unexpected', detail: String(trouble.status) };
  const { origin, protocol } = new URL(url);
  return { kind: 'offline', ...(protocol === 'https:' && !isServices ? { origin } : {}) };
}
