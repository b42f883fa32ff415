import * as z from 'zod/mini';
import { Instant } from './token';

/**
 * A secret that the user copied, and that is to leave the clipboard again. The text itself is not in it, only its digest
 * (SHA-256, hexadecimal), by which the clipboard can be asked whether it still holds it.
 */
export const Copied = z.object({
  clearsAt: Instant,
  digest: z.string(),
  /** Clearing was tried and did not work: the user has to be told. */
  failed: z.boolean(),
});
export type Copied = z.output<typeof Copied>;

/** What became of clearing: `kept` where the clipboard held something else by then, which is not ours to take away. */
export const Clearing = z.enum(['cleared', 'kept', 'failed']);
export type Clearing = z.output<typeof Clearing>;

/** Whole seconds until the clipboard is cleared, at `now` (milliseconds since 1970). */
export function secondsLeft({ clearsAt }: Copied, now: number): number {
  return Math.max(0, Math.ceil((clearsAt - now) / 1000));
}
