import type { Doors } from './doors';
import { expiryOf } from './expiry';
import type { Host } from './host';
import type { Token } from './token';

/**
 * Whether a token can be changed on a host. Why not: the server has no such call, the organization keeps the lifecycle
 * API closed to this session, or it was not looked at yet. Tokens are changed through that API alone, and servers on
 * premises have none. Source: services.md, Readings 3; server.md 3 and 4.
 */
export type Update = 'open' | 'no-such-call' | 'closed' | 'unknown';

export function updateOn(host: Host, doors: Pick<Doors, 'lifecycle'>): Update {
  if (host.kind === 'server') return 'no-such-call';
  if (doors.lifecycle === null) return 'unknown';
  return doors.lifecycle ? 'open' : 'closed';
}

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
