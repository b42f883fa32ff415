import { DAY } from '../../core/duration';
import { message as m } from '../../platform/message';
import { locale } from '../../platform/words';

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

/** What a day of the past is called: "Today", "Yesterday", "Tuesday, November 24, 2026". */
export function dayName(instant: number, now: number): string {
  const days = daysFrom(now, instant);
  if (days === 0) return m('today');
  if (days === -1) return m('yesterday');
  return new Date(instant).toLocaleDateString(locale(), { dateStyle: 'full' });
}

/** The time of day alone. */
export function timeInWords(instant: number): string {
  return new Date(instant).toLocaleTimeString(locale(), { timeStyle: 'short' });
}

/** A month, or as much of it as there is, in days from today. */
export type Month = { name: string; from: number; to: number };

/** The months of the next days, the present one first. */
export function monthsAhead(now: number, days: number): Month[] {
  const today = new Date(now);
  const first = (ahead: number) => new Date(today.getFullYear(), today.getMonth() + ahead, 1).getTime();
  const months: Month[] = [];
  for (let ahead = 0; daysFrom(now, first(ahead)) <= days; ahead += 1) {
    const name = new Date(first(ahead)).toLocaleDateString(locale(), { month: 'short' });
    const [from, to] = [daysFrom(now, first(ahead)), daysFrom(now, first(ahead + 1)) - 1];
    months.push({ name, from: Math.max(from, 0), to: Math.min(to, days) });
  }
  return months;
}
