import { isActive } from '../expiry';
import { keyOf } from '../names/token-key';
import { newerIn } from './newer';
import { type Candidate, ownReasons, type Reason, WEIGHTS, weightOf } from './reasons';

/** A token that is worth ending, and why: the weightiest reason first. */
export type Queued<T> = { key: string; row: T; reasons: readonly Reason<T>[] };

/** What is known of tokens beside the lists. */
export type Known<T> = {
  /** Whether its secret was lost on the way. */
  isStray: (row: T) => boolean;
  /** Whether something is being done to it that ends it, or may: nobody is asked about it meanwhile. */
  isHeld: (row: T) => boolean;
  /** Whether the user has said that they do not want to be asked about it, or not now. */
  isSpared: (row: T) => boolean;
};

type Ranked<T> = Queued<T> & { weight: number };

/** The weightiest first; of those, what lives longest, since it can do harm for longest. The keys make one order of it. */
function byWorth<T extends Candidate>(a: Ranked<T>, b: Ranked<T>): number {
  if (a.weight !== b.weight) return b.weight - a.weight;
  const end = ({ row }: Ranked<T>) => row.token.expiresAt ?? Number.POSITIVE_INFINITY;
  if (end(a) !== end(b)) return end(a) > end(b) ? -1 : 1;
  return a.key < b.key ? -1 : Number(a.key > b.key);
}

/**
 * The tokens most worth ending, each with its reasons. What is over already is clutter and no danger, and what a rotation
 * or a revoke holds is on its way: neither is in it, and neither stands in the place of another.
 */
export function queueOf<T extends Candidate>(rows: readonly T[], known: Known<T>): Queued<T>[] {
  const free = rows.filter((row) => isActive(row.token, row.now) && !row.role && !known.isHeld(row));
  const newerThan = newerIn(free);
  const ranked = free.flatMap((row): Ranked<T>[] => {
    if (known.isSpared(row)) return [];
    const newer = newerThan(row);
    const reasons = [...ownReasons<T>(row, known.isStray(row)), ...(newer ? [newer] : [])];
    if (reasons.length === 0) return [];
    const sorted = reasons.sort((a, b) => WEIGHTS[b.kind] - WEIGHTS[a.kind]);
    return [{ key: keyOf(row.token, row.host), row, reasons: sorted, weight: weightOf(reasons) }];
  });
  return ranked.sort(byWorth).map(({ key, row, reasons }) => ({ key, row, reasons }));
}
