import { fail, ok, type Result } from '../result';
import { activeIds, type Snapshot } from '../snapshot';
import type { TokenId } from '../token';

/** What a user has confirmed: which tokens to revoke, and which to keep, and the words that were typed. */
export type RevokeAllAsk = { tokenIds: TokenId[]; keptIds: TokenId[]; typed: string };

const refused = (reason: string) => fail({ kind: 'invalid', field: 'revoke-all', reason });

/** Whether the confirmation was typed: the name of the organization, or the words for all of them, as they are shown. */
export function isConfirmed(typed: string, word: string): boolean {
  return typed.trim() === word;
}

/**
 * Whether what was confirmed may begin, by lists that were read for it: complete, with every one of these tokens in them
 * and active, and none of them protected.
 */
export function checkAsk(
  { tokenIds, typed }: RevokeAllAsk,
  { word, snapshots, neverRevoke, now }: { word: string; snapshots: Snapshot[]; neverRevoke: TokenId[]; now: number },
): Result<void> {
  if (!isConfirmed(typed, word)) return refused('word');
  if (tokenIds.length === 0) return refused('empty');
  if (snapshots.length === 0 || !snapshots.every(({ complete }) => complete)) return refused('incomplete');
  const active = activeIds(snapshots, now);
  if (!tokenIds.every((id) => active.has(id))) return refused('changed');
  return tokenIds.some((id) => neverRevoke.includes(id)) ? refused('protected') : ok();
}

/** How many are revoked at the same time. */
export const AT_A_TIME = 4;

/** About how long it takes, in milliseconds: `requestTime` for each request, and the list of all tokens at the end. */
export function estimate(count: number, { requestTime, listTime }: { requestTime: number; listTime: number }): number {
  return Math.ceil(count / AT_A_TIME) * requestTime + listTime;
}
