import * as z from 'zod/mini';
import { fittingList } from '../fitting';
import { HostId } from '../host';
import { Guid, Instant, TokenId } from '../token';

/**
 * The tokens of an account that were seen on a host: what its first complete list had, and what came later.
 * `onlyMadeHere`: none of its lists had tokens that were made in another organization.
 */
export const Baseline = z.object({
  identityId: Guid,
  ids: fittingList(TokenId),
  onlyMadeHere: z.exactOptional(z.literal(true)),
});
export type Baseline = z.output<typeof Baseline>;

/** A token that came later, and that nobody here is known to have made; until the user says whose it is. */
export const Stranger = z.object({
  hostId: HostId,
  identityId: Guid,
  tokenId: TokenId,
  /** When it was found; together with the host this names the notification. */
  at: Instant,
  shown: z.boolean(),
});
export type Stranger = z.output<typeof Stranger>;
