import { isSame } from '../names/placed';
import { newTokens, type Target } from './roles';
import { isOf, standingIn } from './sight';
import type { Rotation } from './state';
import type { Event } from './step';

/** The tokens of which a revoke may have been sent: who was ended before its answer hears of it by a list. */
const inDoubt = (rotation: Rotation): Target[] => [
  ...(rotation.oldInDoubt ? [rotation.old] : []),
  ...(rotation.stage.state === 'cancelling' ? newTokens(rotation) : []),
];

const isThere = (rotation: Rotation, target: Target): boolean =>
  rotation.stage.state !== 'over' && [rotation.old, ...newTokens(rotation)].some((each) => isSame(each, target));

/**
 * The tokens that a rotation has revoked, by the step that an event was to it: each in one step, whether the answer to the
 * revoke told it or a list that came before the answer.
 */
export function revokedIn(before: Rotation, event: Event, after: Rotation): Target[] {
  if (before === after) return [];
  const isGone = (target: Target) => isThere(before, target) && !isThere(after, target);
  if (event.kind === 'revoked')
    return [before.old, ...newTokens(before)].filter((target) => isSame(target, event) && isGone(target));
  if (event.kind !== 'listed') return [];
  const { sight } = event;
  const lacks = ({ tokenId }: Target) => standingIn(sight, tokenId, 0) === 'revoked';
  return inDoubt(before).filter((target) => isOf(sight, target) && lacks(target) && isGone(target));
}
