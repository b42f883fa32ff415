import fc from 'fast-check';
import released from '../../stored/0.1.0.json' with { type: 'json' };

// What a disk may hold after a bad night: values of a version before or after this one, cut off, of another key, or of
// nothing at all. What is on the disk of someone with whom all is well is what a released version had there.

const WELL: Record<string, unknown> = released;
const KEYS = Object.keys(WELL).filter((key) => !key.startsWith('aside:'));
/** What the worker makes of the others for the popup; and what session memory may still hold. */
const MADE = ['front', 'front:services:fabrikam', 'spoken'];
const OF_SESSION = [
  'minted',
  'unsent',
  'pending',
  'copied',
  'started',
  'traces',
  'events',
  'borrowedTabs',
  'unsaved:services:fabrikam',
];

const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value) ?? 'null');

/** What is nothing that Patina ever writes. */
const small = [null, true, 0, -1, 1e308, 5e-324, '', 'x', '\ud800', '\u0000', '<b>', '__proto__', [], {}, [[]], [null]];
const large = ['x'.repeat(100_000), Array.from({ length: 3_000 }, () => ({}))];
const named = ['{"__proto__": {"length": 1}}', '{"constructor": 1, "toString": null, "then": 1}'];
const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom<unknown>(...small) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...large) },
  { weight: 4, arbitrary: fc.constantFrom(...named).map((text): unknown => JSON.parse(text)) },
  { weight: 10, arbitrary: fc.jsonValue() },
);

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  const inside = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return [path, ...inside.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

function withAt(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy: Record<string, unknown> = (Array.isArray(value) ? [...value] : { ...(value as object) }) as never; // by its index or its name alike
  const next = withAt(copy[key], rest, change);
  if (next === undefined) delete copy[key];
  else copy[key] = next;
  return copy;
}

/** What becomes of one place in a value; `undefined` takes it away. */
const harm = fc.oneof(
  { weight: 3, arbitrary: junk.map((value) => () => value) },
  { weight: 3, arbitrary: fc.constant(() => undefined) },
  {
    weight: 2,
    arbitrary: fc
      .nat(3)
      .map(
        (count) => (value: unknown) =>
          Array.isArray(value) || typeof value === 'string' ? value.slice(0, count) : undefined,
      ),
  },
  {
    weight: 1,
    arbitrary: fc.constant((value: unknown) =>
      Array.isArray(value) ? [...value, ...value, null, 7, ...value] : [value],
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(-1, 1e12, 8.7e15, -9e15, 0.5)
      .map((by) => (value: unknown) => (typeof value === 'number' ? value + by : value)),
  },
);

const hurt = (value: unknown) =>
  fc
    .array(fc.tuple(fc.constantFrom(...pathsIn(value)), harm), { minLength: 1, maxLength: 3 })
    .map((wounds) => json(wounds.reduce((hurt, [path, change]) => withAtIfThere(hurt, path, change), value)));

function withAtIfThere(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const isThere = pathsIn(value).some((each) => each.join('\n') === path.join('\n'));
  return isThere ? withAt(value, path, change) : value;
}

const bare = (value: unknown) => (value as { value: unknown }).value;
const wellOf = (key: string): unknown => WELL[key] ?? { version: 1, value: [] };

/** What is stored under a key; `undefined` where nothing is. */
const stateOf = (key: string): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(WELL[key]) },
    { weight: 1, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: junk },
    { weight: 1, arbitrary: junk.map((value) => ({ version: 1, value })) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: -1, max: 99 }).map((version) => ({ ...(wellOf(key) as object), version })),
    },
    { weight: 1, arbitrary: fc.constant(bare(wellOf(key))) },
    { weight: 1, arbitrary: fc.constantFrom(...KEYS).map((other) => WELL[other]) },
    { weight: 3, arbitrary: hurt(wellOf(key)) },
  );

const statesOf = (keys: readonly string[]) =>
  fc
    .tuple(...keys.map(stateOf))
    .map((values) =>
      Object.fromEntries(
        keys.map((key, place) => [key, values[place]] as const).filter(([, value]) => value !== undefined),
      ),
    );

/** A call of storage that always fails. */
const REFUSALS = ['local.get', 'local.set', 'session.get', 'session.set'] as const;

export type State = {
  local: Record<string, unknown>;
  session: Record<string, unknown>;
  rejects: '' | (typeof REFUSALS)[number];
};

export const states: fc.Arbitrary<State> = fc.record({
  local: statesOf([...KEYS, ...MADE]),
  session: statesOf(OF_SESSION),
  rejects: fc.oneof(
    { weight: 6, arbitrary: fc.constant('' as const) },
    { weight: 1, arbitrary: fc.constantFrom(...REFUSALS) },
  ),
});
