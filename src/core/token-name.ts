import { expiryOf } from './expiry';
import type { Token } from './token';

/** Whether an active token has this name already, in upper or lower case. `now`: milliseconds since 1970. */
export function isNameTaken(name: string, tokens: readonly Token[], now: number): boolean {
  const same = (other: string) => other.trim().toLowerCase() === name.trim().toLowerCase();
  return tokens.some((token) => same(token.name) && !token.revoked && expiryOf(token, now, 0) !== 'expired');
}
