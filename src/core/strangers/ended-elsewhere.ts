import * as z from 'zod/mini';
import { isActive } from '../expiry';
import { HostId, type KnownHost } from '../host';
import { ON_ITS_WAY } from '../revoke';
import type { Snapshot } from '../snapshot';
import { Guid, Instant, type Token, TokenId } from '../token';

/** A token that worked when its list was read last, and that somebody has revoked since; until the user has been told. */
export const EndedElsewhere = z.object({
  hostId: HostId,
  identityId: Guid,
  tokenId: TokenId,
  name: z.string(),
  /** When it was found; together with the host this names the notification. */
  at: Instant,
  shown: z.boolean(),
});
export type EndedElsewhere = z.output<typeof EndedElsewhere>;

/** Whether it is of who is signed in there: what another one's token was called is not for them. */
export const isOfSignedIn = (
  hosts: readonly KnownHost[],
  { hostId, identityId }: Pick<EndedElsewhere, 'hostId' | 'identityId'>,
): boolean => hosts.some(({ id, identity }) => id === hostId && identity?.id === identityId);

/**
 * The tokens that worked by the list before and are revoked by this one, of the same account. One that is merely missing
 * is not among them: the endpoints do not all list the same (services.md 1.2, 3.3), and nobody knows who took it away.
 */
export function revokedSince(before: Snapshot | null, list: Snapshot): Token[] {
  if (before?.identity.id !== list.identity.id) return [];
  const worked = new Set(
    before.tokens.filter((token) => isActive(token, before.readAt + before.clockSkew)).map(({ id }) => id),
  );
  return list.tokens.filter(({ id, revoked }) => revoked && worked.has(id));
}

/**
 * Whether a revoke of ours that came to nothing, as far as was known at `failedAt`, may have ended a token all the same that
 * worked by the list before: its answer was lost, or the list that was read then did not show yet what it did. Only where
 * the token still worked by a list from when it would have arrived, somebody else has ended it.
 */
export const mayHaveArrived = (failedAt: number, before: Snapshot | null): boolean =>
  before === null || before.readAt <= failedAt + ON_ITS_WAY;
