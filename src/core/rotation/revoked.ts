import { isSame } from '../names/placed';
import { newTokens, type Target } from './roles';
import { isSent } from './sent';
import { isOf, listedSince, type Sight, standingIn } from './sight';
import type { Rotation } from './state';

const isThere = (rotation: Rotation, target: Target): boolean =>
  rotation.stage.state !== 'over' && [rotation.old, ...newTokens(rotation)].some((each) => isSame(each, target));

/**
 * The tokens that a rotation has revoked, where a list tells of it before the answer does, or instead of it: each in one
 * step, the one from `before` to `after` that the list was to it. One whose revoke it has not sent is somebody else's deed.
 */
export function revokedIn(before: Rotation, sight: Sight, after: Rotation): Target[] {
  if (before === after) return [];
  const known = [{ ...before.old, madeAt: listedSince(before.old, sight) }, ...newTokens(before)];
  const isRevoked = ({ tokenId, madeAt }: (typeof known)[number]) => standingIn(sight, tokenId, madeAt) === 'revoked';
  return known.filter(
    (target) => isSent(before, target) && isOf(sight, target) && isRevoked(target) && !isThere(after, target),
  );
}
