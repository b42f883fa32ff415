import { expiryOf, WARN_DAYS } from '../expiry';
import type { Token } from '../token';

export const SHOW = ['active', 'expiring', 'inactive', 'all'] as const;
export type Show = (typeof SHOW)[number];

function isShown(token: Token, show: Show, now: number): boolean {
  if (show === 'all') return true;
  const expiry = expiryOf(token, now, WARN_DAYS);
  const inactive = token.revoked || expiry === 'expired';
  if (show === 'inactive') return inactive;
  return !inactive && (show === 'active' || expiry === 'expiring');
}

/** `scopeWords` is what the user reads of a scope. */
type By = { show: Show; search: string; scopeWords: (scope: string) => string };

/** Whether a token is shown, and its name, scope words or scope ids contain `search`, upper or lower case. */
export function isFound(token: Token, by: By, now: number): boolean {
  const wanted = by.search.trim().toLowerCase();
  const texts = [token.name, ...token.scopes, ...token.scopes.map(by.scopeWords)];
  return isShown(token, by.show, now) && texts.some((text) => text.toLowerCase().includes(wanted));
}
