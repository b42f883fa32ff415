import * as z from 'zod/mini';
import { isActive } from './expiry';
import { Identity } from './host';
import { Failure } from './result';
import { Instant, Token, type TokenId } from './token';

/** The last known tokens of a host, and whose they are: never shown under another identity. */
export const Snapshot = z.object({
  identity: Identity,
  tokens: z.array(Token),
  readAt: Instant,
  /** How far the server's clock is ahead of ours, in milliseconds; 0 where they agree within a minute. */
  clockSkew: z.number(),
  complete: z.boolean(),
  /** It has no tokens that were made in another organization, though they may work in this one. */
  onlyMadeHere: z.exactOptional(z.literal(true)),
});
export type Snapshot = z.output<typeof Snapshot>;

/** Whether a list has every token that works there, so that one that it lacks is gone. */
export const hasAll = ({ complete, onlyMadeHere }: Pick<Snapshot, 'complete' | 'onlyMadeHere'>): boolean =>
  complete && !onlyMadeHere;

/** How the last reading of a host ended, beside what is still known from the last good one. */
export const Reading = z.object({ snapshot: z.nullable(Snapshot), failure: z.nullable(Failure) });
export type Reading = z.output<typeof Reading>;

export const NOTHING_READ: Reading = { snapshot: null, failure: null };

/** The tokens that work at `now`, by the clocks of their servers. */
export function activeIds(snapshots: readonly Snapshot[], now: number): ReadonlySet<TokenId> {
  const activeIn = ({ tokens, clockSkew }: Snapshot) => tokens.filter((token) => isActive(token, now + clockSkew));
  return new Set(snapshots.flatMap(activeIn).map(({ id }) => id));
}
