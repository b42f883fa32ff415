import type { HostId } from '../host';
import { factsOf } from './facts';
import type { Candidate, Reason } from './reasons';

/** One of an unknown age counts as the oldest; of one age the ids decide, so that one of them stays. */
function isNewer(a: Candidate, b: Candidate): boolean {
  const [first, second] = [a.token.createdAt ?? 0, b.token.createdAt ?? 0];
  return first === second ? a.token.id > b.token.id : first > second;
}

/** The newest of each host's tokens that can be taken for each other. A map for each host: to join two texts for each token takes longer. */
function newestOf<T extends Candidate>(rows: readonly T[]): ReadonlyMap<HostId, ReadonlyMap<string, T>> {
  const all = new Map<HostId, Map<string, T>>();
  for (const row of rows) {
    const { group } = factsOf(row.token);
    if (group === null) continue;
    const newest = all.get(row.host.id) ?? new Map<string, T>();
    const known = newest.get(group);
    if (!known || isNewer(row, known)) newest.set(group, row);
    all.set(row.host.id, newest);
  }
  return all;
}

/** Which token stands in the place of another, by a list alone. */
export function newerIn<T extends Candidate>(rows: readonly T[]): (row: T) => Reason<T> | null {
  const newest = newestOf(rows);
  return (row) => {
    const { group, hasEnding } = factsOf(row.token);
    const newer = group === null ? undefined : newest.get(row.host.id)?.get(group);
    if (!newer || newer === row) return null;
    return { kind: factsOf(newer.token).hasEnding && !hasEnding ? 'superseded' : 'twin', newer };
  };
}
