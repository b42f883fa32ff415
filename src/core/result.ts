import * as z from 'zod/mini';
import { Instant } from './token';

/** Why something could not be done. The list is closed: what is not in it is a bug. What each means: `failure-meaning.ts`. */
export const Failure = z.discriminatedUnion('kind', [
  /**
   * The server does not know who asks; `signInUrl` is a page of it where the user can sign in. `by` a refusal, which
   * proves that nothing was done, or by a page of HTML in place of an answer, which proves nothing. `perhapsAt`: where a
   * server that was asked in the clear may have moved to, since it led away from there.
   */
  z.object({
    kind: z.literal('signed-out'),
    signInUrl: z.string(),
    by: z.enum(['refusal', 'page']),
    perhapsAt: z.exactOptional(z.string()),
  }),
  /** Another account is signed in than the one the user was shown. */
  z.object({ kind: z.literal('wrong-identity'), expected: z.string(), found: z.string() }),
  /** The browser's user has not allowed the extension to reach this address, or has taken it back. */
  z.object({ kind: z.literal('permission'), address: z.string() }),
  /** A token would cross the network in the clear, and the user has not allowed that for this server. */
  z.object({ kind: z.literal('insecure') }),
  /** A change was refused although the same session is let in for reading, without a word why. Nothing was done. */
  z.object({ kind: z.literal('refused') }),
  /**
   * Signed in, but not allowed. `explained` where the server said that it is this account, or this token, that it refuses;
   * `reason` has its words for it.
   */
  z.object({ kind: z.literal('forbidden'), explained: z.boolean(), reason: z.exactOptional(z.string()) }),
  /** Something on the way answered with a page of its own, and let nothing through. */
  z.object({ kind: z.literal('between') }),
  z.object({ kind: z.literal('not-found') }),
  /** An administrator's rule refuses it: the server's own word for the rule. */
  z.object({ kind: z.literal('policy'), policy: z.string() }),
  /** Something that was asked for is not acceptable. */
  z.object({ kind: z.literal('invalid'), field: z.string(), reason: z.string() }),
  /** This server has no such endpoint, or keeps it closed for this kind of session: for that of a `container`, in an open tab. */
  z.object({ kind: z.literal('unsupported'), session: z.exactOptional(z.literal('container')) }),
  z.object({ kind: z.literal('throttled'), until: Instant }),
  /** `origin`: of a server on premises with https, of which the browser may not trust the certificate. */
  z.object({ kind: z.literal('offline'), origin: z.exactOptional(z.string()) }),
  z.object({ kind: z.literal('timeout') }),
  /** An answer came, but not of the form that the reference describes. */
  z.object({ kind: z.literal('misfit') }),
  /** A create whose answer was lost: what the list, read afterwards, says about it, and the server's words if it had any. */
  z.object({
    kind: z.literal('uncertain'),
    name: z.string(),
    listed: z.enum(['found', 'absent', 'unread']),
    detail: z.string(),
  }),
  /** The worker was ended before it answered: what was asked of it may have been done. */
  z.object({ kind: z.literal('interrupted') }),
  /** The browser stores nothing more. `by`: the host of which most is stored, by its name. */
  z.object({ kind: z.literal('full'), by: z.exactOptional(z.string()) }),
  z.object({ kind: z.literal('unexpected'), detail: z.string() }),
]);
export type Failure = z.output<typeof Failure>;

/** What Patina itself says of something unexpected, by ids; any other detail is in the server's words. */
export const OWN_DETAILS = ['inside-patina', 'address-not-allowed'] as const;
export type OwnDetail = (typeof OWN_DETAILS)[number];

export type Result<T> = { ok: true; value: T } | { ok: false; failure: Failure };

export function ok(): Result<void>;
export function ok<T>(value: T): Result<T>;
export function ok<T>(value?: T): Result<T | undefined> {
  return { ok: true, value };
}

export function fail(failure: Failure): Result<never> & { ok: false } {
  return { ok: false, failure };
}
