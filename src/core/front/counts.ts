import { DAY } from '../duration';
import { WARN_DAYS } from '../expiry';
import { countsOf, type Show, soughtIn } from '../overview/token-filter';
import type { Row } from './rows';

/** How many tokens each choice shows. */
export type Counts = Record<Show, number>;

/** When, by our own clock, a token that works is about to end, and when it has ended. */
type Change = { at: number; to: 'expiring' | 'inactive' };

/** Counts that stay true: those of `from`, and what changes in them until `until`; `null` is for ever. */
export type LastingCounts = { from: number | null; until: number | null; counts: Counts; changes: Change[] };

type Seen = Pick<Row, 'token' | 'now'>;

/** Every change that the dates of the tokens bring about, past and to come. */
function changesOf(rows: readonly Seen[], localNow: number): Change[] {
  return rows.flatMap(({ token: { expiresAt, revoked }, now }) => {
    if (expiresAt === null || revoked) return [];
    const end = expiresAt - (now - localNow);
    return [
      { at: end - WARN_DAYS * DAY, to: 'expiring' as const },
      { at: end, to: 'inactive' as const },
    ];
  });
}

/** So many changes are known ahead: for ten thousand tokens, of a day. */
const AHEAD = 60;

/** The counts of now, with what will change in them: the same at every moment between two changes. */
export function lastingCounts(rows: readonly Seen[], localNow: number): LastingCounts {
  const changes = changesOf(rows, localNow).toSorted((a, b) => a.at - b.at);
  const next = changes.findIndex(({ at }) => at > localNow);
  const ahead = next < 0 ? [] : changes.slice(next);
  return {
    from: (next < 0 ? changes : changes.slice(0, next)).at(-1)?.at ?? null,
    until: ahead[AHEAD]?.at ?? null,
    counts: countsOf(soughtIn(rows)),
    changes: ahead.slice(0, AHEAD),
  };
}

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
