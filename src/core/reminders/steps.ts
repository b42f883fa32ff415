import { DAY } from '../duration';
import type { RemindDay } from '../settings';
import type { Told } from './told';

/** Whether nobody wants to hear of that token now. */
export function isQuiet({ silenced, snoozedUntil }: Told, now: number): boolean {
  return silenced || (snoozedUntil !== null && snoozedUntil > now);
}

/** Whether a step of a token is reached. */
export const isReached = (endsAt: number, step: RemindDay, now: number) => endsAt - step * DAY <= now;

/** The nearest of the chosen steps that is reached. */
export function dueStep(endsAt: number, days: RemindDay[], now: number): RemindDay | undefined {
  return days.findLast((day) => isReached(endsAt, day, now));
}
