import type { HostId } from '../host';
import type { Placed } from '../names/placed';
import { fail, ok, type Result } from '../result';
import { activeIds, type Snapshot } from '../snapshot';

/** What a user has confirmed: which tokens to revoke, and the words that were typed. */
export type RevokeAllAsk = { tokens: Placed[]; typed: string };

const refused = (reason: string) => fail({ kind: 'invalid', field: 'revoke-all', reason });

/**
 * Whether the confirmation was typed: the name of the organization, or the words for all of them, as they are shown. Where
 * there are none, nothing is.
 */
export function isConfirmed(typed: string, word: string): boolean {
  return word !== '' && typed.trim() === word;
}

/** By what it is checked: the words to be typed, the lists that were read for it, and which tokens are protected. */
type By = {
  word: string;
  lists: { hostId: HostId; snapshot: Snapshot }[];
  isProtected: (of: Placed) => boolean;
  now: number;
};

/**
 * Whether what was confirmed may begin, by lists that were read for it: complete, with every one of these tokens in them
 * and active, and none of them protected.
 */
export function checkAsk({ tokens, typed }: RevokeAllAsk, { word, lists, isProtected, now }: By): Result<void> {
  if (!isConfirmed(typed, word)) return refused('word');
  if (tokens.length === 0) return refused('empty');
  if (lists.length === 0 || !lists.every(({ snapshot }) => snapshot.complete)) return refused('incomplete');
  const active = new Map(lists.map(({ hostId, snapshot }) => [hostId, activeIds([snapshot], now)]));
  if (!tokens.every(({ hostId, tokenId }) => active.get(hostId)?.has(tokenId))) return refused('changed');
  return tokens.some(isProtected) ? refused('protected') : ok();
}

/** How many are revoked at the same time. */
export const AT_A_TIME = 4;

/** About how long it takes, in milliseconds: `requestTime` for each request, and the list of all tokens at the end. */
export function estimate(count: number, { requestTime, listTime }: { requestTime: number; listTime: number }): number {
  return Math.ceil(count / AT_A_TIME) * requestTime + listTime;
}
