import { DAY, SECOND } from '../duration';
import { newTokens, type Target } from './roles';
import { isTried, mayStillGo } from './sent';
import { isRetired, isUnseen, type Sight, worksBy } from './sight';
import type { Account, Rotation } from './state';
import { endsAt } from './step';

/** What a create that nobody waits for any more has become is looked up after this long. */
const LOOK_AFTER = 30 * SECOND;

/** No retry is put off for longer, and no look: what seems to be was, before the clock was set back. */
const LONGEST_WAIT = DAY;

const unlessAbsurd = (at: number, now: number, longest = LONGEST_WAIT) => (at > now + longest ? 0 : at);

/** When there is something to do for a rotation without the user (milliseconds since 1970); `null` where there is not. */
export function dueAt(rotation: Rotation, now: number): number | null {
  const { stage, retry, parts } = rotation;
  if (stage.state === 'over') return null;
  const retryAt = unlessAbsurd(retry?.at ?? 0, now);
  if (stage.state !== 'open') return retryAt;
  const begun = parts.flatMap(({ progress }) => (progress.state === 'creating' ? [progress.since] : []));
  if (begun.length === 0) return endsAt(rotation);
  return Math.max(unlessAbsurd(Math.min(...begun) + LOOK_AFTER, now, LOOK_AFTER), retryAt);
}

/** Whose lists have to be read afresh before anything is done for a rotation. */
export function toLookAt(rotation: Rotation): Account[] {
  const { stage, old, parts } = rotation;
  const open = parts.filter(({ progress }) => progress.state === 'creating');
  const accounts = stage.state === 'open' ? open : [old, ...newTokens(rotation), ...open];
  return [...new Map(accounts.map((account) => [`${account.hostId} ${account.identityId}`, account])).values()];
}

/**
 * The token that is to be revoked next, by fresh lists. The old one goes only where every new one is seen to work, and a
 * new one only where the old one is: so one is always left. What may still go, by a revoke of its own or of the user, is none to rely on.
 * Where only a list that need not have the old one lacks it, a revoke that was sent is not sent again: the first whole list tells.
 */
export function toRevoke(rotation: Rotation, sights: readonly Sight[]): Target | null {
  const { stage, old } = rotation;
  const made = newTokens(rotation);
  const stays = (sight: Sight, target: Target) =>
    worksBy(sight, target) && !sight.going.includes(target.tokenId) && !mayStillGo(rotation, target, sight.askedAt);
  const works = (target: Target) => sights.some((sight) => stays(sight, target));
  const oldWorks = sights.some((sight) => stays(sight, old) && !isRetired(sight, old));
  const waits = isTried(rotation, old) && sights.some((sight) => isUnseen(sight, old));
  if (stage.state === 'replacing') return made.length > 0 && made.every(works) && !waits ? old : null;
  if (stage.state === 'cancelling') return oldWorks ? (made[0] ?? null) : null;
  return null;
}
