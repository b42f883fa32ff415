import { expiryOf, WARN_DAYS } from './expiry';
import { describeScope } from './scopes';
import type { Token } from './token';

export const SHOW = ['active', 'expiring', 'inactive', 'all'] as const;
export type Show = (typeof SHOW)[number];

function isShown(token: Token, show: Show, now: number): boolean {
  if (show === 'all') return true;
  const expiry = expiryOf(token, now, WARN_DAYS);
  const inactive = token.revoked || expiry === 'expired';
  if (show === 'inactive') return inactive;
  return !inactive && (show === 'active' || expiry === 'expiring');
}

/** The tokens that are shown and whose name, scope words or scope ids contain `search`, upper or lower case. */
export function filterTokens(tokens: Token[], by: { show: Show; search: string }, now: number): Token[] {
  const wanted = by.search.trim().toLowerCase();
  const matches = ({ name, scopes }: Token) =>
    [name, ...scopes, ...scopes.map(describeScope)].some((text) => text.toLowerCase().includes(wanted));
  return tokens.filter((token) => isShown(token, by.show, now) && matches(token));
}
