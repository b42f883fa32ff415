import type { HostId } from '../host';
import type { TokenId } from '../token';

/** Where a token is, and which: an id alone can be anybody's, since a server may say what it likes. */
export type Placed = { hostId: HostId; tokenId: TokenId };

export const isSame = (a: Placed, b: Placed): boolean => a.tokenId === b.tokenId && a.hostId === b.hostId;

export const placedKey = ({ hostId, tokenId }: Placed): string => `${tokenId} ${hostId}`;

/** Each once, in their order: of those with one key the first. */
export function eachOnce<T>(all: readonly T[], keyOf: (each: T) => string): T[] {
  return [...new Map(all.toReversed().map((each) => [keyOf(each), each])).values()].toReversed();
}
