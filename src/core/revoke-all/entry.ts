import { type Kept, keeping } from '../kept';
import type { TokenId } from '../token';
import type { Journal, RevokeAllEntry } from './journal';

/** By what an entry is known in its journal: two hosts may have tokens of one id. */
export const entryKey = ({ host, id }: Pick<RevokeAllEntry, 'host' | 'id'>): string => `${host} ${id}`;

/** Which tokens stay, each by its id and the place of its host in the journal. */
export type Staying = { has(id: TokenId, place: number): boolean };

export function stayingIn({ hosts }: Journal, kept: readonly Kept[]): Staying {
  const isKept = keeping(kept);
  return {
    has: (tokenId, place) => {
      const host = hosts[place];
      return host !== undefined && isKept({ hostId: host.hostId, tokenId });
    },
  };
}
