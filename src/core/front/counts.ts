import type { Show } from '../overview/token-filter';

/** How many tokens each choice shows. */
export type Counts = Record<Show, number>;

/** When, by our own clock, a token that works is about to end, and when it has ended. */
export type Change = { at: number; to: 'expiring' | 'inactive' };

/** Counts that stay true: those of `from`, and what changes in them until `until`; `null` is for ever. */
export type LastingCounts = { from: number | null; until: number | null; counts: Counts; changes: Change[] };

function after(counts: Counts, { to }: Change): Counts {
  if (to === 'expiring') return { ...counts, expiring: counts.expiring + 1 };
  const { active, expiring, inactive } = counts;
  return { ...counts, active: active - 1, expiring: expiring - 1, inactive: inactive + 1 };
}

/**
 * The counts at a moment by our own clock, and how many tokens have ended or are about to since they were those of now;
 * `null` where that is not known, as when the clock was set back.
 */
export function countsAt({ from, until, counts, changes }: LastingCounts, localNow: number) {
  if ((from !== null && localNow < from) || (until !== null && localNow >= until)) return null;
  const passed = changes.filter(({ at }) => at <= localNow);
  return { counts: passed.reduce(after, counts), changed: passed.length };
}
