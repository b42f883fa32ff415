import { DAY } from '../../core/duration';
import { language } from '../../platform/words';

/** The day on the user's own calendar, as it stands in names of files and in date fields: 2026-11-25. */
export function localDay(instant: number): string {
  const date = new Date(instant);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** How many days on the user's own calendar `instant` is after `now`: tomorrow morning is 1, also late in the evening. */
export function daysFrom(now: number, instant: number): number {
  const midnight = (time: number) => new Date(time).setHours(0, 0, 0, 0);
  return Math.round((midnight(instant) - midnight(now)) / DAY); // a day of 23 or 25 hours is one too
}

/** The day in words, on the user's own calendar. */
export function dayInWords(instant: number): string {
  return new Date(instant).toLocaleDateString(language(), { dateStyle: 'medium' });
}
