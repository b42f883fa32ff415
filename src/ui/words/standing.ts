import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import { whenInWords } from './distance';

/** Until when a token works, or that it does not: of one that was revoked, its end tells nothing any more. */
export function expiryInWords(token: Token, now: number): string {
  if (token.revoked) return m('state_revoked');
  if (token.expiresAt === null) return m('expires_unknown');
  return m(token.expiresAt <= now ? 'expired' : 'expires', whenInWords(token.expiresAt, now));
}
