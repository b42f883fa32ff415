import type { HostId } from '../host';
import { factsOf } from './facts';
import type { Candidate, Reason } from './reasons';

/** One of an unknown age counts as the oldest; of one age the ids decide, so that one of them stays. */
function isNewer(a: Candidate, b: Candidate): boolean {
  const [first, second] = [a.token.createdAt ?? 0, b.token.createdAt ?? 0];
  return first === second ? a.token.id > b.token.id : first > second;
}

/** By host, then by name but for Patina's ending, then by scopes. In one key for all three, ten thousand texts would be joined each time. */
type Newest<T> = Map<HostId, Map<string, Map<string, T>>>;

const scopesOf = ({ token: { scopes } }: Candidate) =>
  scopes.length > 1 ? scopes.toSorted().join(' ') : (scopes[0] ?? '');

function within<K, L, V>(all: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const inner = all.get(key) ?? new Map<L, V>();
  all.set(key, inner);
  return inner;
}

/** The newest of each host's tokens that can be taken for each other; no name is nobody's. */
function newestOf<T extends Candidate>(rows: readonly T[]): Newest<T> {
  const all: Newest<T> = new Map();
  for (const row of rows) {
    const { stem } = factsOf(row.token);
    if (stem === '') continue;
    const newest = within(within(all, row.host.id), stem);
    const known = newest.get(scopesOf(row));
    if (!known || isNewer(row, known)) newest.set(scopesOf(row), row);
  }
  return all;
}

/** Which token stands in the place of another, by a list alone. */
export function newerIn<T extends Candidate>(rows: readonly T[]): (row: T) => Reason<T> | null {
  const newest = newestOf(rows);
  return (row) => {
    const { stem, hasEnding } = factsOf(row.token);
    const newer = newest.get(row.host.id)?.get(stem)?.get(scopesOf(row));
    if (!newer || newer === row) return null;
    return { kind: factsOf(newer.token).hasEnding && !hasEnding ? 'superseded' : 'twin', newer };
  };
}
