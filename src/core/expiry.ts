import { DAY } from './duration';
import type { Token } from './token';

export type Expiry = 'valid' | 'expiring' | 'expired' | 'unknown';

/** A token counts as expiring from this many days before its end. */
export const WARN_DAYS = 14;

/** How near its end a token is at `now` (milliseconds since 1970). A date that could not be read is never "expired". */
export function expiryOf(token: Token, now: number, warnDays: number): Expiry {
  if (token.expiresAt === null) return 'unknown';
  if (token.expiresAt <= now) return 'expired';
  return token.expiresAt - now <= warnDays * DAY ? 'expiring' : 'valid';
}

/** Whether a token works at `now`. An unknown end counts as one that is to come. */
export function isActive(token: Token, now: number): boolean {
  return !token.revoked && expiryOf(token, now, 0) !== 'expired';
}
