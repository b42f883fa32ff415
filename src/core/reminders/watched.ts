import type { HostId, KnownHost } from '../host';
import type { Snapshot } from '../snapshot';
import type { TokenId } from '../token';

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
export function watchedIn(known: Known[]): Watched[] {
  const all = known.flatMap((each): Watched[] => {
    const list = ownList(each);
    if (!list) return [];
    return list.tokens.flatMap(({ id, name, expiresAt, revoked }) =>
      expiresAt === null || revoked
        ? []
        : {
            id,
            name,
            hostId: each.host.id,
            identityId: list.identity.id,
            expiresAt,
            endsAt: expiresAt - list.clockSkew,
          },
    );
  });
  return [...new Map(all.toReversed().map((token) => [token.id, token])).values()].toReversed();
}
