import { DAY, HOUR, MINUTE, SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import { language } from '../../platform/words';

/** How far away an instant is, in words: "in 6 days", "3 hours ago". */
export function whenInWords(instant: number, now: number): string {
  const distance = instant - now;
  const words = new Intl.RelativeTimeFormat(language(), { numeric: 'always' });
  const size = Math.abs(distance);
  if (size >= DAY) return words.format(Math.round(distance / DAY), 'day');
  if (size >= HOUR) return words.format(Math.round(distance / HOUR), 'hour');
  if (size >= MINUTE) return words.format(Math.round(distance / MINUTE), 'minute');
  return m(distance > 0 ? 'in_a_moment' : 'just_now');
}

/** The instant itself, on the user's own clock and calendar. */
export function exactly(instant: number): string {
  return new Date(instant).toLocaleString(language(), { dateStyle: 'full', timeStyle: 'short' });
}

/** The same of a date that a server may not have told. */
export const dateInWords = (instant: number | null) => (instant === null ? m('unknown_date') : exactly(instant));

/** The day alone, for what two ends differ by: "Jan 24, 2027". */
export function dayInWords(instant: number | null): string {
  if (instant === null) return m('unknown_date');
  return new Date(instant).toLocaleDateString(language(), { dateStyle: 'medium' });
}

/** How long something takes, in words: "20 seconds", "3 minutes". */
export function spanInWords(milliseconds: number): string {
  const [size, unit] = milliseconds < 2 * MINUTE ? [SECOND, 'second'] : [MINUTE, 'minute'];
  const words = new Intl.NumberFormat(language(), { style: 'unit', unit, unitDisplay: 'long' });
  return words.format(Math.max(Math.ceil(milliseconds / size), 1));
}
