import { HOUR } from '../duration';
import { isSame, type Placed } from '../names/placed';
import { ON_ITS_WAY } from '../revoke';
import { type Sight, standingIn } from './sight';
import type { Rotation } from './state';

// What is known of revokes that a rotation has sent.

/** Whether a revoke of that token may have gone out. */
export const isSent = ({ sent = [] }: Rotation, of: Placed): boolean => sent.some((each) => isSame(each, of));

/** Whether the last revoke of that token has come to nothing that is known: the next try is later than it, and by no press. */
export function isTried({ sent = [], retry }: Rotation, of: Placed): boolean {
  const last = sent.findLast((each) => isSame(each, of));
  return last !== undefined && retry !== null && retry.at > last.at;
}

/** A list that was asked for so long (ms) before that revoke was not: the clock was set back, and nobody waits for it to come round. */
const SET_BACK = HOUR;

/** Whether a list from then does not show yet what a revoke of that time has done; one of which nobody knows from when (0) shows nothing. */
const isTooEarly = (askedAt: number, sentAt: number) =>
  askedAt === 0 || (askedAt > sentAt - SET_BACK && askedAt <= sentAt + ON_ITS_WAY);

/** Whether a token that a list from then shows to work may be revoked all the same, by a revoke that was sent before. */
export const mayStillGo = ({ sent = [] }: Rotation, of: Placed, askedAt: number): boolean =>
  sent.some((each) => isSame(each, of) && isTooEarly(askedAt, each.at));

/** What is known of revokes that were sent, without those that have come to nothing: the list shows that their token works. */
export function withoutVain(rotation: Rotation, sight: Sight): Rotation {
  const { sent } = rotation;
  if (!sent) return rotation;
  const isVain = (of: Placed) =>
    sight.hostId === of.hostId &&
    standingIn(sight, of.tokenId, Number.POSITIVE_INFINITY) === 'working' &&
    !mayStillGo(rotation, of, sight.askedAt);
  return { ...rotation, sent: sent.filter((each) => !isVain(each)) };
}

/** The rotation when a revoke of that token is about to be sent, also once more: the one before may still be on its way. */
export const withSent = (rotation: Rotation, { hostId, tokenId, at }: Placed & { at: number }): Rotation => ({
  ...rotation,
  sent: [...(rotation.sent ?? []), { hostId, tokenId, at }],
});

/** The rotation when the last revoke of that token surely did nothing. */
export function withoutLast(rotation: Rotation, undone: Placed): Rotation {
  const { sent } = rotation;
  const last = sent?.findLast((each) => isSame(each, undone));
  return sent ? { ...rotation, sent: sent.filter((each) => each !== last) } : rotation;
}
