import { meaningOf } from '../../core/failure-meaning';
import type { ServicesHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { fail, ok, type Result } from '../../core/result';
import type { Token, TokenId } from '../../core/token';
import type { Correction, CreatedToken, Listing, Order } from '../../core/token-host';
import { type Asked, carriedFor } from '../carrier';
import { wholeId } from '../endpoint';
import { request, requestDeletion } from '../http';
import { MOST_BYTES } from '../session-tokens';
import type { Slot } from '../slot';
import { createErrorOf, tokenErrorOf } from '../token-error';
import { listingOf } from '../wire';
import { LIFECYCLE_VERSION, tokenRoot } from './endpoint';
import { LifecycleChange, LifecyclePage, LifecycleResult } from './wire';

type Host = Asked<ServicesHost>;

const PAGE_SIZE = '100';
const MAX_PAGES = 250;
/** Of each state: the three together are as long as a list of session tokens may be. */
const MOST_OF_STATE = MOST_BYTES / 3;

function patsUrl(host: Host, query: Record<string, string> = {}): string {
  const parameters = new URLSearchParams({ ...query, 'api-version': LIFECYCLE_VERSION });
  return `${tokenRoot(host)}/_apis/tokens/pats?${parameters}`;
}

/**
 * Whether the documented lifecycle API takes this session, by a read of one row. A refusal is "no" (services.md 12.1 and Readings 2).
 * So is no answer in time, or each press would wait for it; when the network or the server failed nothing was learned (`undefined`).
 */
export async function probeLifecycle(host: Host): Promise<boolean | undefined> {
  const asked = await request(
    { method: 'GET', url: patsUrl(host, { $top: '1' }), signInUrl: '', ...carriedFor(host) },
    LifecyclePage,
  );
  if (asked.ok) return true;
  if (asked.failure.kind === 'timeout') return false;
  const { place } = meaningOf(asked.failure);
  return place === 'unsaid' || place === 'troubled' ? undefined : false;
}

/** The state is not in a row, so the list is asked for by state. Source: services.md 1.2, 1.3. */
const STATES = ['active', 'expired', 'revoked'] as const;

/** The tokens of one state. The empty string, or a token that repeats, ends the pages: services.md 1.2. */
async function listState(host: Host, state: (typeof STATES)[number]): Promise<Result<Listing>> {
  const tokens = new Map<TokenId, Token>();
  const seen = new Set<string>();
  let complete = true;
  let bytes = 0;
  for (let page = 0, continuation = ''; page < MAX_PAGES; page++) {
    const query = {
      displayFilterOption: state,
      $top: PAGE_SIZE,
      ...(continuation && { continuationToken: continuation }),
    };
    const ask = { method: 'GET' as const, url: patsUrl(host, query), signInUrl: addressOf(host), ...carriedFor(host) };
    const asked = await request(ask, LifecyclePage);
    if (!asked.ok) return page === 0 ? asked : ok({ tokens: [...tokens.values()], complete: false });
    const { patTokens, continuationToken } = asked.value.value;
    const listing = listingOf(patTokens);
    complete &&= listing.complete;
    for (const token of listing.tokens) tokens.set(token.id, { ...token, revoked: state === 'revoked' });
    if (!continuationToken) return ok({ tokens: [...tokens.values()], complete });
    bytes += asked.value.bytes;
    if (seen.has(continuationToken) || bytes > MOST_OF_STATE) break;
    seen.add(continuationToken);
    continuation = continuationToken;
  }
  return ok({ tokens: [...tokens.values()], complete: false });
}

/** The tokens that were made in this organization, whatever their state; others may work in it. Source: services.md 1.2. */
export async function listLifecycle(host: Host): Promise<Result<Listing>> {
  const tokens = new Map<TokenId, Token>();
  let complete = true;
  for (const state of STATES) {
    const listed = await listState(host, state);
    if (!listed.ok && state === 'active') return listed;
    complete &&= listed.ok && listed.value.complete;
    if (!listed.ok) break;
    for (const token of listed.value.tokens) tokens.set(token.id, token); // one that ended meanwhile comes twice
  }
  return ok({ tokens: [...tokens.values()], complete, onlyMadeHere: true });
}

/** Creates for the organization in the address: `allOrgs` is never true. Source: services.md 1.3. */
export async function createByLifecycle(host: Host, order: Order, slot: Slot): Promise<Result<CreatedToken>> {
  const body = {
    displayName: order.name,
    scope: order.scopes.join(' '),
    validTo: new Date(order.expiresAt).toISOString(),
    allOrgs: false,
  };
  const ask = {
    method: 'POST' as const,
    url: patsUrl(host),
    body,
    signInUrl: addressOf(host),
    slot,
    ...carriedFor(host),
  };
  const asked = await request(ask, LifecycleResult);
  if (!asked.ok) return asked;
  const { patToken, patTokenError } = asked.value.value;
  if (patToken) return ok(patToken); // a token with its secret is a success, whatever else the answer says
  return fail(createErrorOf(patTokenError) ?? { kind: 'misfit' });
}

/**
 * Changes a token in place. Only what is to change is sent: what is absent stays as it is, unknown scopes and the
 * organizations of the token among it. A refusal comes with status 200. Source: services.md 1.3, samples 08 and 09.
 */
export async function updateByLifecycle(
  host: Host,
  { id, name, scopes, expiresAt }: Correction & { id: TokenId },
  slot: Slot,
): Promise<Result<Token>> {
  const body = {
    authorizationId: wholeId(id),
    ...(name === undefined ? {} : { displayName: name }),
    ...(scopes === undefined ? {} : { scope: scopes.join(' ') }),
    ...(expiresAt === undefined ? {} : { validTo: new Date(expiresAt).toISOString() }),
  };
  const ask = {
    method: 'PUT' as const,
    url: patsUrl(host),
    body,
    signInUrl: addressOf(host),
    slot,
    ...carriedFor(host),
  };
  const asked = await request(ask, LifecycleChange);
  if (!asked.ok) return asked;
  const { patToken, patTokenError } = asked.value.value;
  if (patToken) return ok(patToken);
  return fail(tokenErrorOf(patTokenError) ?? { kind: 'misfit' });
}

export async function revokeByLifecycle(host: Host, id: TokenId, slot: Slot): Promise<Result<void>> {
  const url = patsUrl(host, { authorizationId: wholeId(id) });
  return await requestDeletion({ url, signInUrl: addressOf(host), slot, ...carriedFor(host) });
}
