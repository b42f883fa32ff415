import { MINUTE } from '../duration';
import { expiryOf } from '../expiry';
import type { HostId } from '../host';
import { hasAll } from '../snapshot';
import type { TokenId } from '../token';
import type { Listing } from '../token-host';
import { doGlobalTokensWork } from './global-token';
import type { Part } from './state';

/** A list as it was read for one account on one host, and what the worker knows beside it. */
export type Sight = Listing & {
  hostId: HostId;
  identityId: string;
  /** When it was asked for, by our own clock. */
  askedAt: number;
  /** The server's clock: tokens end by that. */
  now: number;
  /** Names of tokens whose create is under way: their answer tells, and not this list. */
  making: readonly string[];
  /** Names that this list may lack although the token was made. */
  undecided: readonly string[];
  /** Those of these tokens whose revoke the user has pressed, here or where else the same account has them, and that is not over. */
  going: readonly TokenId[];
};

/** A list can lag behind what was just made: for so long a new token that it lacks is not missed. */
const LAG = 2 * MINUTE;

type At = { hostId: HostId; identityId: string };

/** How a token stands in a list. One that was known since `madeAt` and is not in it is `revoked` only where it would have to be. */
export function standingIn(
  sight: Sight,
  tokenId: TokenId,
  madeAt: number,
): 'working' | 'revoked' | 'expired' | 'unsure' {
  const token = sight.tokens.find(({ id }) => id === tokenId);
  if (token?.revoked) return 'revoked';
  if (token) return expiryOf(token, sight.now, 0) === 'expired' ? 'expired' : 'working';
  return sight.complete && sight.askedAt > madeAt + LAG ? 'revoked' : 'unsure';
}

/** From when on a list has to have the old token: never one for all organizations, or made in another one, which not every endpoint lists. */
export const listedSince = (
  { everywhere }: { everywhere: boolean },
  { onlyMadeHere }: Pick<Sight, 'onlyMadeHere'>,
): number => (everywhere || onlyMadeHere ? Number.POSITIVE_INFINITY : 0);

export const isOf = (sight: Sight, { hostId, identityId }: At) =>
  sight.hostId === hostId && sight.identityId === identityId;

/** Whether a token for all organizations is no longer accepted, though the list still has it. */
export const isRetired = (sight: Sight, { everywhere }: { everywhere: boolean }) =>
  everywhere && !doGlobalTokensWork(sight.now);

/** Whether a complete list shows that a token still works. */
export function worksBy(sight: Sight, at: At & { tokenId: TokenId }): boolean {
  return isOf(sight, at) && sight.complete && standingIn(sight, at.tokenId, 0) === 'working';
}

/** Whether a list of that account lacks a token that may work all the same, since it does not have all. */
export const isUnseen = (sight: Sight, at: At & { tokenId: TokenId }): boolean =>
  isOf(sight, at) && !hasAll(sight) && standingIn(sight, at.tokenId, Number.POSITIVE_INFINITY) === 'unsure';

/** What a list says of a create whose answer nobody has. */
function fateIn(sight: Sight, name: string, since: number): Part['progress'] {
  const found = sight.tokens.find((token) => token.name === name && !token.revoked);
  if (found) return { state: 'lost', tokenId: found.id, at: sight.askedAt };
  const absent = sight.complete && sight.askedAt > since && !sight.undecided.includes(name);
  return absent ? { state: 'failed', failure: { kind: 'interrupted' } } : { state: 'creating', since };
}

/** How far a new token has come, by a fresh list. */
export function progressIn(sight: Sight, part: Part): Part['progress'] {
  const { name, progress } = part;
  if (!isOf(sight, part) || sight.making.includes(name)) return progress;
  if (progress.state === 'creating') return fateIn(sight, name, progress.since);
  if (progress.state !== 'made' && progress.state !== 'lost') return progress;
  const standing = standingIn(sight, progress.tokenId, progress.at);
  return standing === 'working' || standing === 'unsure' ? progress : { state: 'gone' };
}
