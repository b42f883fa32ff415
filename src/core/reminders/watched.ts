import type { HostId, KnownHost } from '../host';
import type { Snapshot } from '../snapshot';
import type { TokenId } from '../token';
import { eachOnce, keyOf } from '../token-key';

/** What is known of a host: its last list, if there is one. */
export type Known = { host: KnownHost; snapshot: Snapshot | null };

/** A token whose end is known, and where it was found. */
export type Watched = {
  id: TokenId;
  name: string;
  hostId: HostId;
  identityId: string;
  /** Its end as the server says it, which is by the server's clock, */
  expiresAt: number;
  /** and the same by this computer's clock. */
  endsAt: number;
};

/** The list of a host, unless it is of another account than the one that is signed in. */
function ownList({ host, snapshot }: Known): Snapshot | null {
  return snapshot?.identity.id === host.identity?.id ? snapshot : null;
}

/**
 * The tokens whose end is to be watched: not revoked, with a known end, of the accounts that are signed in. One that
 * works in all organizations is listed by each, and watched once.
 */
export function watchedByKey(known: Known[]): { key: string; token: Watched }[] {
  const all = known.flatMap((each) => {
    const list = ownList(each);
    if (!list) return [];
    const place = { hostId: each.host.id, identityId: list.identity.id };
    return list.tokens.flatMap((token) => {
      const { id, name, expiresAt, revoked } = token;
      if (expiresAt === null || revoked) return [];
      const endsAt = expiresAt - list.clockSkew;
      return { key: keyOf(token, each.host), token: { id, name, ...place, expiresAt, endsAt } };
    });
  });
  return eachOnce(all, ({ key }) => key);
}

export const watchedIn = (known: Known[]): Watched[] => watchedByKey(known).map(({ token }) => token);
