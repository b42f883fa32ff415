import { SECOND } from '../core/duration';
import { ok, type Result } from '../core/result';
import type { Token, TokenId } from '../core/token';
import type { CreatedToken, Listing, Order } from '../core/token-host';
import { carriedFor } from './carrier';
import { type Endpoint, wholeId } from './endpoint';
import { request, requestDeletion } from './http';
import { Created, listingOf, SessionTokenPage } from './wire';

const PAGE_SIZE = 100;
/** More is not a list but a loop: services.md, Readings 5. */
const MAX_PAGES = 250;
/** Nobody's list is longer over all its pages; a server must not fill the browser with one. */
export const MOST_BYTES = 64 * 1024 * 1024;

const tokensUrl = ({ root }: Endpoint) => `${root}/_apis/Token/SessionTokens`;
const common = (endpoint: Endpoint) => ({
  acceptVersion: endpoint.version,
  signInUrl: endpoint.signInUrl,
  ...(endpoint.slot && { slot: endpoint.slot }),
  ...carriedFor(endpoint),
});

function pageUrl(endpoint: Endpoint, startRow: number, timestamp: string): string {
  const query = new URLSearchParams({
    displayFilterOption: '4', // all
    createdByOption: '3', // by the web page and by tools
    sortByOption: '3', // status
    isSortAscending: 'false',
    startRowNumber: String(startRow),
    pageSize: String(PAGE_SIZE),
    pageRequestTimeStamp: timestamp,
    isPublic: 'false', // SSH keys are not tokens
  });
  return `${tokensUrl(endpoint)}?${query}`;
}

/** `mayGoOn`: as long as was asked for, in a form that cannot say whether there is more. */
type Page = { rows: unknown[]; nextRowNumber: number | null | undefined; mayGoOn: boolean; bytes: number };

/** A server that does not take the paging parameters is asked for the flat list. Source: services.md 12.1. */
async function askPage(endpoint: Endpoint, startRow: number, timestamp: string): Promise<Result<Page>> {
  const ask = (url: string) => request({ method: 'GET', url, ...common(endpoint) }, SessionTokenPage);
  const paged = await ask(pageUrl(endpoint, startRow, timestamp));
  const isRefused = !paged.ok && paged.failure.kind === 'invalid' && startRow === 1;
  const asked = isRefused ? await ask(`${tokensUrl(endpoint)}?isPublic=false`) : paged;
  if (!asked.ok) return asked;
  const { value, bytes } = asked.value;
  const { sessionTokens: rows, nextRowNumber, isFlat } = value;
  return ok({ rows, nextRowNumber, mayGoOn: isFlat && !isRefused && rows.length === PAGE_SIZE, bytes });
}

/**
 * Every token of the user, of all organizations. `servedAt` is the server's clock: by a slow clock of our own it could
 * hide tokens that were just made. Ends where services.md, Readings 5, says; a list that does not end there, or fails
 * after its first page, is incomplete. A full page that cannot say whether there is more may be the first of several, or
 * all that a server has which minds no paging: the next one tells, by rows that were not there before.
 */
export async function listSessionTokens(endpoint: Endpoint, servedAt: number): Promise<Result<Listing>> {
  // A `Date` header has whole seconds: the second that has begun is still to be seen, with what was made in it.
  const timestamp = new Date(servedAt + SECOND).toUTCString();
  const tokens = new Map<TokenId, Token>();
  /** Of SSH keys too: a page of nothing else is one. */
  const seen = new Set<TokenId>();
  const ownerIds = new Set<string>();
  const listed = (isComplete: boolean) => ok({ tokens: [...tokens.values()], complete: isComplete, ownerIds });
  let complete = true;
  let startRow = 1;
  let bytes = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const asked = await askPage(endpoint, startRow, timestamp);
    if (!asked.ok) return page === 0 ? asked : listed(false);
    const { rows, nextRowNumber, mayGoOn } = asked.value;
    const listing = listingOf(rows);
    complete &&= listing.complete;
    const isNew = listing.ids.some((id) => !seen.has(id));
    for (const id of listing.ids) seen.add(id);
    for (const token of listing.tokens) tokens.set(token.id, token);
    for (const id of listing.ownerIds) ownerIds.add(id);
    bytes += asked.value.bytes;
    const next = mayGoOn && isNew ? startRow + PAGE_SIZE : nextRowNumber;
    if (rows.length === 0 || !next || next <= startRow) return listed(complete);
    if (bytes > MOST_BYTES) break;
    startRow = next;
  }
  return listed(false);
}

/** The compact form is asked for by name: others were capped at about an hour. Source: services.md 3.4. */
export async function createSessionToken(endpoint: Endpoint, order: Order): Promise<Result<CreatedToken>> {
  const body = {
    displayName: order.name,
    scope: order.scopes.join(' '),
    validTo: new Date(order.expiresAt).toISOString(),
    targetAccounts: [order.organizationId],
  };
  const url = `${tokensUrl(endpoint)}?tokenType=compact`;
  const asked = await request({ method: 'POST', url, body, ...common(endpoint) }, Created);
  return asked.ok ? ok(asked.value.value) : asked;
}

export async function revokeSessionToken(endpoint: Endpoint, id: TokenId): Promise<Result<void>> {
  return await requestDeletion({ url: `${tokensUrl(endpoint)}/${wholeId(id)}`, ...common(endpoint) });
}
