import type { Kind, Read } from '../../src/platform/versions';

type Versions = typeof import('../../src/platform/versions');
type Known<T> = WeakMap<object, Map<Kind<unknown>, T>>;

/** As fresh as a browser hands it out: who compares two readings by what they are, and not by what is in them, is seen. */
function fresh<T>(value: T): T {
  if (Array.isArray(value)) return value.map(fresh) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = fresh((value as Record<string, unknown>)[key]);
  return copy as T;
}

/** What `work` makes of a value that nobody changes, worked out once for each kind. */
function knownBy<T>(known: Known<T>, kind: Kind<unknown>, value: unknown, work: () => T): T {
  if (typeof value !== 'object' || value === null || !Object.isFrozen(value)) return work();
  const ofValue = known.get(value) ?? new Map<Kind<unknown>, T>();
  known.set(value, ofValue);
  if (!ofValue.has(kind)) ofValue.set(kind, work());
  return ofValue.get(kind) as T; // it was just put there
}

/**
 * The reading of stored values, for workers that read the same frozen one hundreds of times: it is checked once, and
 * every reader gets a copy of its own.
 */
export function remembering({ unwrap, troubleOf, listOf, orNull }: Versions): Partial<Versions> {
  const reads: Known<Read<unknown>> = new WeakMap();
  const troubles: Known<ReturnType<Versions['troubleOf']>> = new WeakMap();

  /** The same kind for all workers, of schemas that they share. */
  function kindOnce(make: (schema: never) => Kind<unknown>) {
    const kinds = new WeakMap<object, Kind<unknown>>();
    return (schema: object): Kind<unknown> => {
      const kind = kinds.get(schema) ?? Object.freeze(make(schema as never));
      kinds.set(schema, kind);
      return kind;
    };
  }

  return {
    unwrap: (kind, stored) => {
      const read = knownBy(reads, kind as Kind<unknown>, stored, () => unwrap(kind, stored));
      return { ...read, value: fresh(read.value) } as never; // as this kind reads it
    },
    troubleOf: (kind, read) =>
      read.trouble ?? knownBy(troubles, kind as Kind<unknown>, read.forward, () => troubleOf(kind, read)),
    listOf: kindOnce(listOf) as never,
    orNull: kindOnce(orNull) as never,
  };
}
