import * as z from 'zod/mini';
import { HostId } from '../host';
import { sameScopes } from '../scope-id';
import { Guid, Instant, type Token, TokenId } from '../token';
import type { Listing } from '../token-host';

/**
 * A create that was about to be sent, written down before it went out. It stays until a list proves how it ended, so
 * that a token whose secret nobody holds is always found and shown.
 */
export const Intent = z.object({
  id: z.string(),
  hostId: HostId,
  identityId: Guid,
  name: z.string(),
  scopes: z.array(z.string()),
  /** By the server's clock, where it told it, and by our own: the dates of tokens may go by either. */
  startedAt: Instant,
  startedHere: Instant,
  /** When its answer was given up, by our own clock: a machine that slept meanwhile has sent it only after its sleep. */
  givenUpAt: z.exactOptional(Instant),
  /** Tokens of the same name that were there before. */
  knownIds: z.array(TokenId),
  /** The token whose secret the user was given. */
  grantedId: z.nullable(TokenId),
  /** When they were given it, by our own clock. */
  grantedAt: z.nullable(Instant),
  /** Tokens this create has made although nobody holds their secret. */
  strayIds: z.array(TokenId),
});
export type Intent = z.output<typeof Intent>;

/** Slack for a `Date` header of whole seconds and a server whose nodes disagree. */
const BEFORE = 5_000;
/** No request is awaited longer than 25 s; what a server makes later than this is not of that request. */
const AFTER = 120_000;

/** So long after its start a create may still have come to the server. */
const waitedFor = ({ givenUpAt, startedHere }: Intent) => AFTER + Math.max(0, (givenUpAt ?? startedHere) - startedHere);

const isAround = (instant: number, start: number, waited: number) =>
  instant >= start - BEFORE && instant <= start + waited;

function isStray(token: Token, intent: Intent): boolean {
  const waited = waitedFor(intent);
  return (
    !token.revoked &&
    token.name === intent.name &&
    token.id !== intent.grantedId &&
    !intent.knownIds.includes(token.id) &&
    sameScopes(token.scopes, intent.scopes) &&
    (token.createdAt === null ||
      isAround(token.createdAt, intent.startedAt, waited) ||
      isAround(token.createdAt, intent.startedHere, waited))
  );
}

/** Whether a token is, or may be, what that create has made. */
export function mayBeOf(intent: Intent, token: Token): boolean {
  return token.id === intent.grantedId || intent.strayIds.includes(token.id) || isStray(token, intent);
}

/** A list, and when it was read: asked for by our own clock, answered by the server's. */
export type ListAt = Listing & { askedAt: number; servedAt: number };

/** Whether that list shows how the create has ended, if it shows no stray. */
function decides({ complete, askedAt, servedAt }: ListAt, intent: Intent): boolean {
  if (!complete) return false;
  // Either clock may have been set since, ahead or back: a create must not be left open for good by that.
  const waited = waitedFor(intent);
  const isLater = servedAt > intent.startedAt + waited || Math.abs(askedAt - intent.startedHere) > waited;
  return intent.grantedAt === null ? isLater : askedAt > intent.grantedAt || isLater;
}

/**
 * What is left of an intent after a list: with the strays it shows, or `null` when there is nothing left to find. An
 * incomplete list proves no absence, and neither does one that was asked for before the server was done with it.
 */
export function settle(intent: Intent, list: ListAt): Intent | null {
  const strayIds = list.tokens.filter((token) => isStray(token, intent)).map((token) => token.id);
  if (strayIds.length > 0) return { ...intent, strayIds };
  return decides(list, intent) ? null : { ...intent, strayIds };
}

/** The intents after one of them goes out: by the server's clock, and by ours. */
export function withStart(intents: Intent[], id: string, start: Pick<Intent, 'startedAt' | 'startedHere'>): Intent[] {
  return intents.map((intent) => (intent.id === id ? { ...intent, ...start } : intent));
}

/** The intents after the answer to one of them was given up. */
export function withEnd(intents: Intent[], id: string, givenUpAt: number): Intent[] {
  return intents.map((intent) => (intent.id === id ? { ...intent, givenUpAt } : intent));
}

/** The intents after one of them was granted a token, which then is nobody's stray. */
export function withGrant(intents: Intent[], id: string, grant: { tokenId: TokenId; at: number }): Intent[] {
  const { tokenId, at } = grant;
  return intents.map((intent) => {
    const strayIds = intent.strayIds.filter((strayId) => strayId !== tokenId);
    if (intent.id === id) return { ...intent, strayIds, grantedId: tokenId, grantedAt: at };
    return { ...intent, strayIds, knownIds: [...intent.knownIds, tokenId] };
  });
}
