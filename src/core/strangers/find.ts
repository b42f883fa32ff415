import type { Entry } from '../history';
import type { HostId } from '../host';
import { type Intent, mayBeOf } from '../minting/intent';
import { isSame } from '../names/placed';
import { isShared } from '../names/token-key';
import { isMadeByTool } from '../names/tool-made';
import { freeTime } from '../reminders/telling';
import { hasAll, type Snapshot } from '../snapshot';
import type { Token } from '../token';
import { type Always, isAlwaysMine } from './always';
import type { Baseline, Stranger } from './stranger';

/** As many accounts of one host are told apart; with more, the one that was not seen for longest starts anew. */
const ACCOUNTS = 5;

/** What Patina did, and is about to do: none of that is a stranger. */
export type Doings = { history: Entry[]; intents: Intent[]; always: Always[] };

function isOurs(
  token: Token,
  { hostId, list, beside }: Pick<Seen, 'hostId' | 'list' | 'beside'>,
  { history, intents }: Doings,
): boolean {
  const isThere = (at: HostId, isTheirs = true) => (at === hostId ? isTheirs : isShared(token) && beside.has(at));
  const made = history.some((entry) => entry.tokenId === token.id && isThere(entry.hostId));
  // One that was pressed for another account, which alone can settle it, would be told to nobody.
  const isTheirs = ({ identityId }: Intent) => identityId === list.identity.id;
  return made || intents.some((each) => isThere(each.hostId, isTheirs(each)) && mayBeOf(each, token));
}

/** A list as it was read, what was known of its host, and of those `beside` it that the same server, or the cloud, keeps. */
export type Seen = { hostId: HostId; list: Snapshot; own: Baseline[]; beside: ReadonlyMap<HostId, Baseline[]> };

const isOwn = (list: Snapshot) => (baseline: Baseline) => baseline.identityId === list.identity.id;

/**
 * The tokens in a list that somebody else has made since the account's first complete list. Only ids decide: the day on
 * which a token says it was made is what its maker wrote there. One that another host has shown is not new here, and
 * neither is one in the first list that could have tokens made elsewhere.
 */
export function strangersIn({ hostId, list, own, beside }: Seen, doings: Doings): Token[] {
  const before = own.find(isOwn(list));
  if (!before || (before.onlyMadeHere && !list.onlyMadeHere)) return [];
  const [seen, elsewhere] = [own, [...beside.values()].flat()].map((all) => new Set(all.flatMap(({ ids }) => ids)));
  const isSeen = (token: Token) => seen?.has(token.id) || (isShared(token) && elsewhere?.has(token.id));
  return list.tokens.filter(
    (token) =>
      !isSeen(token) &&
      !token.revoked &&
      !isMadeByTool(token) &&
      !isOurs(token, { hostId, list, beside }, doings) &&
      !isAlwaysMine(token, list.identity.id, doings.always),
  );
}

/**
 * What was seen of a host after a list. The first complete one begins it; an incomplete one only adds to it, and so does
 * one that has only what was made there to what a whole one has begun.
 */
export function withList({ own, list }: Seen): Baseline[] {
  const before = own.find(isOwn(list));
  if (!before && !list.complete) return own;
  const listed = list.tokens.map(({ id }) => id);
  const { onlyMadeHere } = before ?? list;
  const isLike = list.complete && (onlyMadeHere || !list.onlyMadeHere);
  const ids = isLike ? listed : [...new Set([...(before?.ids ?? []), ...listed])];
  const rest = own.filter((each) => !isOwn(list)(each));
  const after = { identityId: list.identity.id, ids, ...(onlyMadeHere && !hasAll(list) && { onlyMadeHere }) };
  return [after, ...rest].slice(0, ACCOUNTS);
}

/** The strangers after a list: with those it shows, each once, and without those that are revoked or gone. */
export function withFound(
  all: Stranger[],
  found: Token[],
  { hostId, list, now }: Pick<Seen, 'hostId' | 'list'> & { now: number },
): Stranger[] {
  const listed = new Map(list.tokens.map(({ id, revoked }) => [id, revoked]));
  const isGone = (each: Stranger) => {
    const theirs = each.hostId === hostId && each.identityId === list.identity.id;
    return theirs && (listed.get(each.tokenId) ?? hasAll(list));
  };
  const left = all.filter((each) => !isGone(each));
  const common = { hostId, identityId: list.identity.id, at: freeTime(all, now), shown: false };
  const added = found.map(({ id }) => ({ ...common, tokenId: id }));
  return [...left, ...added.filter((each) => !left.some((known) => isSame(known, each)))];
}
