import { expiryOf, WARN_DAYS } from '../expiry';
import { isoDate } from '../iso';
import type { Listed } from '../overview/listed';
import { describeScope } from '../scopes/words';
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

/** The same as a table: its heads, and a row of texts each. Scopes stand in it by their ids and in words. */
export function tokenTable(tokens: readonly ExportedToken[]): string[][] {
  const withId = tokens.some(({ id }) => id !== undefined);
  const heads = [
    'organization',
    'name',
    'scopes',
    'scopes in words',
    'created',
    'expires',
    'state',
    'all organizations',
  ];
  const rows = tokens.map((token) => [
    token.organization,
    token.name,
    token.scopes.join(' '),
    token.scopes.map(describeScope).join('; '),
    token.created ?? '',
    token.expires ?? '',
    token.state,
    token.allOrganizations ? 'yes' : 'no',
    ...(withId ? [token.id ?? ''] : []),
  ]);
  return [withId ? [...heads, 'token id'] : heads, ...rows];
}
