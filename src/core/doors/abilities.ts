import { expiryOf } from '../expiry';
import type { Token } from '../token';
import type { Update } from './doors-at';

/** What can be done to a token that is there, in the order of a menu. */
export type Action = 'extend' | 'rotate' | 'edit' | 'replace' | 'duplicate' | 'revoke';
/** What somebody can wish for a token: beside those, the narrower one that an advice offers. */
export type Wish = Action | 'narrow';
const ALL: readonly Action[] = ['rotate', 'extend', 'edit', 'duplicate', 'revoke'];
const LASTING: readonly Action[] = ['rotate', 'duplicate', 'revoke'];

/**
 * Why a token stays as it is. An expired one is not extended but made anew (services.md 1.4,
 * `expiredPatCannotBeExtended`); one for all organizations is neither made nor extended any more (8 and 12.4).
 */
export type WhyFixed = 'revoked' | 'expired' | 'global' | Exclude<Update, 'open'>;

/** `null` where the token can be changed, at `now` by the server's clock (milliseconds since 1970). */
export function whyFixed(token: Token, update: Update, now: number): WhyFixed | null {
  if (token.revoked) return 'revoked';
  if (expiryOf(token, now, 0) === 'expired') return 'expired';
  if (token.organizationIds === null) return 'global';
  return update === 'open' ? null : update;
}

const OF_FIXED: Readonly<Record<WhyFixed, readonly Action[]>> = {
  revoked: ['duplicate'],
  expired: ['duplicate', 'revoke'],
  global: ['replace', 'duplicate', 'revoke'],
  'no-such-call': LASTING,
  closed: LASTING,
  unknown: LASTING,
};

/** What can be done to this token where it is, at `now` by the server's clock. */
export function actionsOn(token: Token, update: Update, now: number): readonly Action[] {
  const why = whyFixed(token, update, now);
  return why === null ? ALL : OF_FIXED[why];
}
