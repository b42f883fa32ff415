import * as z from 'zod/mini';
import { DAY } from '../duration';
import { isActive } from '../expiry';
import { Identity, type KnownHost } from '../host';
import { keyOf } from '../names/token-key';
import { isMadeByTool } from '../names/tool-made';
import type { Snapshot } from '../snapshot';
import { Instant, TokenId } from '../token';

/**
 * When the tokens of an account end that was signed in to a host before another one. Nothing else of them is kept: their
 * names and scopes are not for whoever is signed in now.
 */
export const OtherAccount = z.object({
  identity: Identity,
  readAt: Instant,
  clockSkew: z.number(),
  ends: z.array(z.object({ tokenId: TokenId, key: z.string(), expiresAt: Instant })),
});
export type OtherAccount = z.output<typeof OtherAccount>;

/** As many accounts of one host are watched; with more, the one that was seen longest ago is not. */
const ACCOUNTS = 5;
/** For so long after the last end it is of use that it was there. */
const KEPT = 7 * DAY;

function endsIn(host: KnownHost, { identity, readAt, clockSkew, tokens }: Snapshot): OtherAccount {
  const at = { ...host, identity };
  const ends = tokens.flatMap((token) =>
    token.expiresAt !== null && isActive(token, readAt + clockSkew) && !isMadeByTool(token)
      ? { tokenId: token.id, key: keyOf(token, at), expiresAt: token.expiresAt }
      : [],
  );
  return { identity, readAt, clockSkew, ends };
}

/** The other accounts of a host when `now` an account is seen there, and `before` was their list: an older one than they are known by says nothing. */
export function withoutSeen(
  all: OtherAccount[],
  { host, before, seen, now }: { host: KnownHost; before: Snapshot | null; seen: Identity; now: number },
): OtherAccount[] {
  const isNews = ({ identity: { id }, readAt }: Snapshot) =>
    id !== seen.id && !all.some((each) => each.identity.id === id && each.readAt > readAt);
  const left = before && isNews(before) ? endsIn(host, before) : null;
  const others = all.filter(({ identity }) => identity.id !== seen.id && identity.id !== left?.identity.id);
  const watched = [...(left ? [left] : []), ...others].filter(({ ends }) =>
    ends.some(({ expiresAt }) => expiresAt + KEPT > now),
  );
  return watched.slice(0, ACCOUNTS);
}

/** How many tokens of an account end within so many days, at `now` by this computer's clock. */
export function endingWithin({ ends, clockSkew }: OtherAccount, days: number, now: number): number {
  const left = ends.map(({ expiresAt }) => expiresAt - clockSkew - now);
  return left.filter((time) => time > 0 && time <= days * DAY).length;
}
