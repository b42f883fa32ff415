import { DAY, HOUR, MINUTE } from '../../core/duration';
import { message as m } from '../../platform/message';
import { type PluralKey, plural } from '../../platform/words';

// Distances are messages: the first date or distance that a browser formats costs it 13 to 27 ms, more than all else that
// a popup does.

/** Largest first: the word for what is ahead, and for what is past. */
const DISTANCES: readonly [number, PluralKey, PluralKey][] = [
  [DAY, 'in_days', 'days_ago'],
  [HOUR, 'in_hours', 'hours_ago'],
  [MINUTE, 'in_minutes', 'minutes_ago'],
];

/** How far away an instant is, in words: "in 6 days", "3 hours ago". */
export function whenInWords(instant: number, now: number): string {
  const distance = instant - now;
  const size = Math.abs(distance);
  for (const [unit, ahead, past] of DISTANCES)
    if (size >= unit) return plural(distance > 0 ? ahead : past, Math.abs(Math.round(distance / unit)));
  return m(distance > 0 ? 'in_a_moment' : 'just_now');
}
