import { type Lifetime, MAX_DAYS } from '../../core/draft';
import { DAY, SECOND } from '../../core/duration';
import { localDay } from './days';

// Days of the user's own calendar, as a date field has them: 2026-11-25.

/** The days on which a token that is made at `now` can be made to end: from tomorrow to one year, or so many days, on. */
export function possibleDays(now: number, longest = MAX_DAYS): { first: string; last: string } {
  const today = new Date(now);
  const tomorrow = new Date(today.getFullYear(), today.getMonth(), today.getDate() + 1);
  return { first: localDay(tomorrow.getTime()), last: localDay(now + longest * DAY) };
}

/** The last second of a day: the one before the next day begins, whatever is done to the clocks in between. */
function endOfDay(day: string): number {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const end = new Date(Number(year), Number(month) - 1, Number(date) + 1).getTime() - SECOND;
  return Number.isNaN(end) ? 0 : end;
}

/**
 * A life until the end of that day. On the last day that is possible it ends when the year, or so many days, are over,
 * counted by the server. A day that is no date ends in the past, and is refused as such.
 */
export function lifetimeUntil(day: string, now: number, longest = MAX_DAYS): Lifetime {
  return day === possibleDays(now, longest).last ? { days: longest } : { until: endOfDay(day) };
}
