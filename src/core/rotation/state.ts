import * as z from 'zod/mini';
import { HostId } from '../host';
import { Failure } from '../result';
import { Guid, Instant, TokenId } from '../token';

/** How long the old token lives on: until the user says so, or for a time that begins when they have the new secret. */
/** How a rotation ended. */
export const How = z.enum(['replaced', 'cancelled', 'old-gone', 'not-made']);

export const Keep = z.enum(['until-confirmed', 'for-a-day', 'for-a-week']);
export type Keep = z.output<typeof Keep>;

/** Where something is done and as whom: under another account nothing is sent. Both names are for the screen. */
const account = { hostId: HostId, identityId: Guid, host: z.string(), who: z.string() };

/** One new token: in one organization, and under a name that no other has. */
export const Part = z.object({
  ...account,
  name: z.string(),
  progress: z.discriminatedUnion('state', [
    z.object({ state: z.literal('planned') }),
    /** Written before the request goes out: from here on the token may be there. */
    z.object({ state: z.literal('creating'), since: Instant }),
    /** `handedAt`: when the user took the secret; `null` as long as that is not known. */
    z.object({ state: z.literal('made'), tokenId: TokenId, at: Instant, handedAt: z.nullable(Instant) }),
    /** It was made, and its secret was lost before anybody was given it. */
    z.object({ state: z.literal('lost'), tokenId: TokenId, at: Instant }),
    z.object({ state: z.literal('failed'), failure: Failure }),
    /** It was there, and was revoked or has expired. */
    z.object({ state: z.literal('gone') }),
    z.object({ state: z.literal('left-out') }),
  ]),
});
export type Part = z.output<typeof Part>;

/**
 * One token on its way to be replaced by a new one, or by one for each organization. It is written down before anything
 * is sent, so that it goes on where it stopped; no secret is in it.
 */
export const Rotation = z.object({
  id: z.string(),
  old: z.object({
    ...account,
    tokenId: TokenId,
    name: z.string(),
    /** It works in all organizations. */
    everywhere: z.boolean(),
  }),
  /** What the new tokens get: scopes as the server has them, unknown ones included, and a lifetime in days. */
  scopes: z.array(z.string()),
  days: z.number(),
  keep: Keep,
  parts: z.array(Part),
  stage: z.discriminatedUnion('state', [
    /** `seenAt`: the latest that the clock has shown while a time runs; one that shows less was set back. */
    z.object({ state: z.literal('open'), seenAt: z.exactOptional(Instant) }),
    /** The old token is to be revoked: the user said so, or its time is over. */
    z.object({ state: z.literal('replacing') }),
    /** The new tokens are to be revoked. */
    z.object({ state: z.literal('cancelling') }),
    /** Why it ended; kept until the user has been told. */
    z.object({
      state: z.literal('over'),
      how: How,
      at: Instant,
    }),
  ]),
  /** A revoke of the old token may have been sent, and no list has shown since that it still works, when the revoke would have arrived. */
  oldInDoubt: z.boolean(),
  /** Each revoke that may have gone out, and when: written before it is sent, and taken back where it did nothing. */
  sent: z.exactOptional(z.array(z.object({ hostId: HostId, tokenId: TokenId, at: Instant }))),
  /** The last try that came to nothing: why, as far as that is known, and when the next one is due. */
  retry: z.nullable(z.object({ tries: z.number(), at: Instant, failure: z.nullable(Failure) })),
});
export type Rotation = z.output<typeof Rotation>;

export type Account = Pick<Part, keyof typeof account>;
