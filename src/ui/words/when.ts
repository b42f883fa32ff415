import { MINUTE, SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import { perLanguage } from '../../platform/words';

// An exact date is for who asks for it: the first that a browser formats costs it 13 to 27 ms. To make a formatter costs a
// thousand times as much as to use it: each is made once.

const exact = perLanguage((of) => new Intl.DateTimeFormat(of, { dateStyle: 'full', timeStyle: 'short' }));

/** The instant itself, on the user's own clock and calendar. */
export function exactly(instant: number): string {
  return exact().format(instant);
}

const short = perLanguage((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium', timeStyle: 'short' }));

/** The same as short as it can be: "Nov 25, 2026, 10:04 PM". */
export function shortly(instant: number): string {
  return short().format(instant);
}

const clock = perLanguage((of) => new Intl.DateTimeFormat(of, { timeStyle: 'medium' }));

/** When something was made: to the second where that is today, so that two of one name are told apart. */
export function madeInWords(instant: number | null, now: number): string {
  if (instant === null) return m('unknown_date');
  if (new Date(instant).toDateString() !== new Date(now).toDateString()) return m('made_at', shortly(instant));
  return m('made_at', clock().format(instant));
}

/** The same of a date that a server may not have told. */
export const dateInWords = (instant: number | null) => (instant === null ? m('unknown_date') : exactly(instant));

const day = perLanguage((of) => new Intl.DateTimeFormat(of, { dateStyle: 'medium' }));

/** The day alone, for what two ends differ by: "Jan 24, 2027". */
export function dayInWords(instant: number | null): string {
  if (instant === null) return m('unknown_date');
  return day().format(instant);
}

const SPANS = { second: SECOND, minute: MINUTE };
const spanIn = (unit: keyof typeof SPANS) =>
  perLanguage((of) => new Intl.NumberFormat(of, { style: 'unit', unit, unitDisplay: 'long' }));
const spans = { second: spanIn('second'), minute: spanIn('minute') };

/** How long something takes, in words: "20 seconds", "3 minutes". */
export function spanInWords(milliseconds: number): string {
  const unit = milliseconds < 2 * MINUTE ? 'second' : 'minute';
  return spans[unit]().format(Math.max(Math.ceil(milliseconds / SPANS[unit]), 1));
}
