import { isoDate } from '../iso';
import type { Listed } from './listed';

/** The tokens whose end is still to come, with that end (milliseconds since 1970), soonest first. */
export function endsAhead<T extends Listed>(rows: readonly T[]): { row: T; end: number }[] {
  const ends = rows.flatMap((row) => {
    const { expiresAt: end, revoked } = row.token;
    return revoked || end === null || end <= row.now || isoDate(end) === '' ? [] : [{ row, end }];
  });
  return ends.sort((a, b) => a.end - b.end);
}
