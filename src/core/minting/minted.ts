import * as z from 'zod/mini';
import { MINUTE } from '../duration';
import { HostId } from '../host';
import type { Placed } from '../names/placed';
import { isSameEnd } from '../rounding';
import { SecretText } from '../secret';
import { Guid, Instant, Token } from '../token';

/** For how long a new secret is kept for a popup that was closed before its token was copied. */
export const KEEP_SECRET = 5 * MINUTE;

/** A new token with its secret, and what had been asked for. It lives in messages and in session memory only. */
export const Minted = z.object({
  hostId: HostId,
  token: Token,
  secret: SecretText,
  asked: z.object({ scopes: z.array(z.string()), expiresAt: Instant }),
  mintedAt: Instant,
  /** The account that it was pressed for: another one may be signed in by the time that it is revoked. */
  identityId: z.exactOptional(Guid),
  /** Whose it is, where that is another account than the one it was pressed for; without an id where it only is not theirs. */
  madeFor: z._default(z.nullable(z.object({ id: z.nullable(Guid), name: z.string(), expected: z.string() })), null),
});
export type Minted = z.output<typeof Minted>;

export const placeOf = ({ hostId, token }: Minted): Placed => ({ hostId, tokenId: token.id });

/** What the server granted otherwise than asked: an earlier or later end, other scopes. */
export function grantedOtherwise({ token, asked }: Minted): { expiry: boolean; scopes: boolean } {
  const expiry = !isSameEnd(token.expiresAt, asked.expiresAt);
  const granted = new Set(token.scopes);
  const scopes = granted.size !== new Set(asked.scopes).size || asked.scopes.some((scope) => !granted.has(scope));
  return { expiry, scopes };
}
