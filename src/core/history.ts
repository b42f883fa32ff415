import * as z from 'zod/mini';
import { HostId } from './host';
import { Instant, TokenId } from './token';

/** Something that Patina did to a token, saw that somebody else did, or that was decided about it: when, where, as whom, how it ended. No secret is in it. */
export const Entry = z.object({
  at: Instant,
  deed: z.enum(['made', 'extended', 'edited', 'rotated', 'revoked', 'ended', 'kept', 'postponed', 'reopened']),
  hostId: HostId,
  /** As the user knew the host then: it may be gone from the list by now. */
  host: z.string(),
  /** The account that was signed in; empty where it was somebody else. */
  by: z.string(),
  /** `null` where the server's answer, which would have told, was lost. */
  tokenId: z.nullable(TokenId),
  name: z.string(),
  outcome: z.enum(['done', 'failed', 'unknown']),
  /** The kind of the failure, where there was one. */
  reason: z.exactOptional(z.string()),
});
export type Entry = z.output<typeof Entry>;

/** So many entries are kept: the newest. */
export const KEPT = 2_000;

const isRevoked = ({ deed, outcome }: Entry) => deed === 'revoked' && outcome === 'done';

const keyOf = ({ hostId, tokenId }: Entry) => `${hostId} ${tokenId}`;

/** The newest entries, oldest first. A token is revoked once, whoever tells of it: a press, a rotation, or all at once. */
export function withEntries(history: Entry[], entries: Entry[]): Entry[] {
  const revoked = new Set(history.filter(isRevoked).map(keyOf));
  const news = entries.filter((each) => !isRevoked(each) || !revoked.has(keyOf(each)));
  return [...history, ...news].slice(-KEPT);
}
