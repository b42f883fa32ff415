import * as z from 'zod/mini';
import { DAY, MINUTE, SECOND } from './duration';
import { HostId } from './host';
import { isSame, type Placed } from './names/placed';
import { Failure } from './result';
import { Guid, Instant, TokenId } from './token';

/** For so long a revoke waits for an Undo before anything is sent. */
export const UNDO_WITHIN = 5 * SECOND;

/** For so long (ms) a revoke that nobody waits for any more may still arrive, or have been done and not be in a list. */
export const ON_ITS_WAY = 2 * MINUTE;

/**
 * What became of a revoke: `revoked` when a fresh list no longer shows the token as active, `active` when it still
 * does, `unconfirmed` when the request was accepted or its answer lost and no list that would have to show the token could
 * be read since.
 */
export const RevokeOutcome = z.enum(['revoked', 'active', 'unconfirmed']);
export type RevokeOutcome = z.output<typeof RevokeOutcome>;

/** A revoke that the user asked for, from the press of the button until they have been told how it ended. */
export const Revoke = z.object({
  hostId: HostId,
  identityId: Guid,
  tokenId: TokenId,
  /** As the list had it, for the sentences about it. */
  name: z.string(),
  /** When the time for an Undo is over. */
  dueAt: Instant,
  progress: z.discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    /** Written before the request goes out: from here on it may have been done. */
    z.object({ state: z.literal('sent') }),
    z.object({ state: z.literal('ended'), at: Instant, outcome: RevokeOutcome }),
    z.object({ state: z.literal('failed'), at: Instant, failure: Failure }),
  ]),
});
export type Revoke = z.output<typeof Revoke>;

/** After that long nobody is told any more. */
const TELL_WITHIN = 7 * DAY;

export const isOver = ({ progress }: Revoke) => progress.state === 'ended' || progress.state === 'failed';

/** When a revoke had come to nothing, as far as was known then; `null` of one that was not over, or may have been done. */
export const failedAt = ({ progress }: Revoke): number | null =>
  progress.state === 'failed' || (progress.state === 'ended' && progress.outcome === 'active') ? progress.at : null;

/** Adds a revoke, unless the same token is being revoked already. */
export function withRevoke(revokes: Revoke[], revoke: Revoke): Revoke[] {
  const others = revokes.filter((each) => !isSame(each, revoke));
  const running = revokes.find((each) => isSame(each, revoke) && !isOver(each));
  return running ? revokes : [...others, revoke];
}

/** Those without the one that the user takes back; one that was sent stays. */
export function withoutWaiting(revokes: Revoke[], of: Placed): Revoke[] {
  return revokes.filter((each) => !isSame(each, of) || each.progress.state !== 'waiting');
}

/** The revokes with one of them further on. */
export function withProgress(revokes: Revoke[], of: Placed, progress: Revoke['progress']): Revoke[] {
  return revokes.map((each) => (isSame(each, of) ? { ...each, progress } : each));
}

/** Without what has been told, or can no longer be news, at `now` (milliseconds since 1970). */
export function untold(revokes: Revoke[], told: readonly Placed[], now: number): Revoke[] {
  return revokes.filter((each) => {
    const { progress } = each;
    if (progress.state === 'waiting' || progress.state === 'sent') return true;
    return !told.some((of) => isSame(of, each)) && now - progress.at < TELL_WITHIN;
  });
}
