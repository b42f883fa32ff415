import * as z from 'zod/mini';
import { SECOND } from './duration';
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
  /** The digest of the secret alone, by which it is known of which token it is. */
  of: z.optional(z.string()),
});
export type Copied = z.output<typeof Copied>;

/**
 * What became of clearing: `unseen` where the system was told to and nobody looked whether it did; `kept` where the
 * clipboard held something else by then, which is not ours to take away.
 */
export const Clearing = z.enum(['cleared', 'unseen', 'kept', 'failed']);
export type Clearing = z.output<typeof Clearing>;

/** No secret stays longer, whatever the user chooses (`settings.ts`). */
const LONGEST_STAY = 300 * SECOND;

/** Whether it is to be cleared. One that seems to have longer was copied before the clock was set back: it goes at once. */
export function isDue({ clearsAt }: Copied, now: number): boolean {
  return clearsAt <= now || clearsAt > now + LONGEST_STAY;
}

/** Whole seconds until the clipboard is cleared, at `now` (milliseconds since 1970). */
export function secondsLeft(copied: Copied, now: number): number {
  return isDue(copied, now) ? 0 : Math.ceil((copied.clearsAt - now) / SECOND);
}
