import type { ServerHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { CreatedToken, Order } from '../../core/token-host';
import { type Asked, carriedFor } from '../carrier';
import { askProvider } from '../data-provider';
import { request } from '../http';
import { ISSUE_PROVIDER } from '../services/page-provider';
import type { Slot } from '../slot';
import { Created } from '../wire';

/** Where a collection's tokens are kept. */
export const tokenRootOf = (host: ServerHost) => (host.tokensAt === 'collection' ? host.root : host.base);

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * The whole object, as a program was seen to send it to a server of 2019, with its nulls where that had them. Source:
 * server.md 3, "Full object"; `hostAuthorizationId` is of the published description of the same fields.
 */
function sessionToken(order: Order) {
  return {
    clientId: NOBODY,
    accessId: NOBODY,
    authorizationId: '',
    hostAuthorizationId: NOBODY,
    userId: null,
    validFrom: new Date(order.at).toISOString(),
    validTo: new Date(order.expiresAt).toISOString(),
    displayName: order.name,
    scope: order.scopes.join(' '),
    targetAccounts: [order.organizationId],
    token: null,
    alternateToken: null,
    isValid: true,
    isPublic: false,
    publicData: null,
    source: null,
    claims: null,
  };
}

/** Creates a token as the pages of 2019 and later do. Source: server.md 4. */
export async function createByProvider(
  host: Asked<ServerHost>,
  order: Order,
  slot: Slot,
): Promise<Result<CreatedToken>> {
  const endpoint = { root: host.root, version: host.createVersion, signInUrl: host.root, slot, ...carriedFor(host) };
  const asked = await askProvider(endpoint, ISSUE_PROVIDER, sessionToken(order));
  if (!asked.ok) return asked;
  const created = Created.safeParse(asked.value);
  return created.success ? ok(created.data) : fail({ kind: 'misfit' });
}

/**
 * Creates a session token. The version goes into the query, as it was seen there; a collection is named where its own
 * endpoint is asked, and not at the whole server. Source: server.md 3 and 9.2.
 */
export async function createSessionToken(
  host: Asked<ServerHost>,
  order: Order,
  slot: Slot,
): Promise<Result<CreatedToken>> {
  const root = tokenRootOf(host);
  const body = {
    displayName: order.name,
    scope: order.scopes.join(' '),
    validTo: new Date(order.expiresAt).toISOString(),
    ...(root === host.root ? { targetAccounts: [order.organizationId] } : {}),
  };
  const url = `${root}/_apis/Token/SessionTokens?tokentype=compact&api-version=${host.createVersion}`;
  const asked = await request({ method: 'POST', url, body, signInUrl: host.root, slot, ...carriedFor(host) }, Created);
  return asked.ok ? ok(asked.value.value) : asked;
}
