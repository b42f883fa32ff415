import * as z from 'zod/mini';
import { DAY, HOUR } from '../duration';
import { isActive } from '../expiry';
import { hasAll, type Snapshot } from '../snapshot';
import { Guid, Instant, TokenId } from '../token';

/** A token of a host that Clean up does not ask about: for good, or until a time. Its name is not in it. */
export const Spared = z.object({ identityId: Guid, tokenId: TokenId, until: z.nullable(Instant) });
export type Spared = z.output<typeof Spared>;

/** What the user can say to Clean up: never ask, ask later, or take either back. */
export const CleanUpAnswer = z.enum(['keep', 'later', 'again']);
export type CleanUpAnswer = z.output<typeof CleanUpAnswer>;

/** For so long "later" is. */
export const LATER = 7 * DAY;

/** A page looks at the clock now and then, so that its time may be behind. */
const SLACK = HOUR;

/** Whether a token is still spared. A clock that was set back must not make it longer than was said. */
export const isSparedAt = ({ until }: Pick<Spared, 'until'>, now: number): boolean =>
  until === null || (now < until && until - now <= LATER + SLACK);

type Answer = Omit<Spared, 'until'> & { answer: CleanUpAnswer; now: number };

/** The list after an answer, the newest last. */
export function withAnswer(all: readonly Spared[], { answer, now, ...of }: Answer): Spared[] {
  const others = all.filter((each) => each.tokenId !== of.tokenId || each.identityId !== of.identityId);
  if (answer === 'again') return others;
  return [...others, { ...of, until: answer === 'keep' ? null : now + LATER }];
}

/**
 * What is left of it after a list of that host: without the tokens that are over, without those that a complete list has
 * no more, and without those whose time is. The tokens of another account are in no list of this one's, and stay.
 */
export function withoutGone(all: readonly Spared[], list: Snapshot, now: number): Spared[] {
  const listed = new Map(list.tokens.map((token) => [token.id, isActive(token, now + list.clockSkew)]));
  return all.filter(({ identityId, tokenId, until }) => {
    if (until !== null && until <= now) return false;
    return identityId !== list.identity.id || (listed.get(tokenId) ?? !hasAll(list));
  });
}
