import { expiryOf, WARN_DAYS } from '../expiry';
import { endsAhead } from './ends';
import type { Listed } from './listed';

/** The last day of the timeline; today is day 0. */
export const TIMELINE_DAYS = 90;

/** So many days share a column: on a narrow screen, marks of single days would cover one another. */
const COLUMN_DAYS = 3;

export type Mark<T> = { row: T; end: number; soon: boolean };

/** `day`: the middle of the column, in days from today. */
export type Column<T> = { day: number; marks: Mark<T>[] };

/**
 * The ends of the next 90 days in columns, soonest first. `dayOf` tells how many days from today an instant is on the
 * user's own calendar, which core does not know.
 */
export function timelineOf<T extends Listed>(rows: readonly T[], dayOf: (instant: number) => number): Column<T>[] {
  const columns = new Map<number, Mark<T>[]>();
  for (const { row, end } of endsAhead(rows)) {
    const day = dayOf(end);
    if (day > TIMELINE_DAYS) continue;
    const column = Math.floor(day / COLUMN_DAYS);
    const mark = { row, end, soon: expiryOf(row.token, row.now, WARN_DAYS) === 'expiring' };
    columns.set(column, [...(columns.get(column) ?? []), mark]);
  }
  const middle = (column: number) => Math.min((column + 0.5) * COLUMN_DAYS - 0.5, TIMELINE_DAYS);
  return [...columns].map(([column, marks]) => ({ day: middle(column), marks }));
}
