import { expiryOf, WARN_DAYS } from '../expiry';
import { isoDate } from '../iso';
import type { Listed } from '../overview/listed';
import type { Token, TokenId } from '../token';

export type ExportedState = 'active' | 'expiring' | 'expired' | 'revoked';

/** A token in an exported list: dates are ISO in UTC, or `null` where unknown; the id only where it was asked for. */
export type ExportedToken = {
  organization: string;
  name: string;
  scopes: string[];
  created: string | null;
  expires: string | null;
  state: ExportedState;
  allOrganizations: boolean;
  id?: TokenId;
};

function stateOf(token: Token, now: number): ExportedState {
  if (token.revoked) return 'revoked';
  const expiry = expiryOf(token, now, WARN_DAYS);
  return expiry === 'expired' || expiry === 'expiring' ? expiry : 'active';
}

export function exportedToken({ token, host, now }: Listed, withId: boolean): ExportedToken {
  return {
    organization: host.name,
    name: token.name,
    scopes: token.scopes,
    created: isoDate(token.createdAt) || null,
    expires: isoDate(token.expiresAt) || null,
    state: stateOf(token, now),
    allOrganizations: token.organizationIds === null,
    ...(withId ? { id: token.id } : {}),
  };
}

/** The columns of the table, in their order; the last one only where ids were asked for. */
export const TOKEN_COLUMNS = [
  'organization',
  'name',
  'scopes',
  'scopes-in-words',
  'created',
  'expires',
  'state',
  'all-organizations',
  'token-id',
] as const;

/** What the user's language calls what stands in the table. */
export type TableWords = {
  column: (id: (typeof TOKEN_COLUMNS)[number]) => string;
  scope: (scope: string) => string;
  state: (state: ExportedState) => string;
  answer: (isSo: boolean) => string;
};

/**
 * The same as a table: its heads, and a row of texts each. Scopes stand in it by their ids and in words, which a `;`
 * parts, since there are commas in them.
 */
export function tokenTable(tokens: readonly ExportedToken[], words: TableWords): string[][] {
  const withId = tokens.some(({ id }) => id !== undefined);
  const columns = withId ? TOKEN_COLUMNS : TOKEN_COLUMNS.slice(0, -1);
  const rows = tokens.map((token) => [
    token.organization,
    token.name,
    token.scopes.join(' '),
    token.scopes.map(words.scope).join('; '),
    token.created ?? '',
    token.expires ?? '',
    words.state(token.state),
    words.answer(token.allOrganizations),
    ...(withId ? [token.id ?? ''] : []),
  ]);
  return [columns.map(words.column), ...rows];
}
