import { SHOW } from '../overview/token-filter';
import type { Front, FrontElsewhere } from './front';

// A value of the worker's own passed its schemas before it was written. Yet what is on a disk can be cut off, damaged or
// from another version, and the first screen must not wait for a schema: so its shape is told by a few functions. What
// does not fit in every part is read as nothing.

/** A list of so many is drawn whole; of a longer one a popup shows a dozen at first. */
export const MOST_ROWS = 60;

type Fits = (value: unknown) => boolean;

const text: Fits = (value) => typeof value === 'string' && value.length <= 10_000;
const number: Fits = (value) => typeof value === 'number' && Number.isFinite(value);
const flag: Fits = (value) => typeof value === 'boolean';
const exactly =
  (...values: readonly unknown[]): Fits =>
  (value) =>
    values.includes(value);
const either =
  (...all: Fits[]): Fits =>
  (value) =>
    all.some((fits) => fits(value));
const orNull = (fits: Fits) => either(fits, exactly(null));
const maybe = (fits: Fits) => either(fits, exactly(undefined));
const list =
  (fits: Fits, most = 200): Fits =>
  (value) =>
    Array.isArray(value) && value.length <= most && value.every(fits);
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const record =
  (fields: Record<string, Fits>): Fits =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, fits]) => fits(value[name]));

const identity = record({ id: text, name: text, account: maybe(text) });
const seen = { id: text, name: text, identity: orNull(identity) };
const address: Fits = (value) => typeof value === 'string' && /^https?:\/\/[^/]/.test(value);
const host = either(
  record({ ...seen, kind: exactly('services'), domain: exactly('dev.azure.com', 'visualstudio.com') }),
  record({ ...seen, kind: exactly('server'), root: address, base: address, product: text, hasProviders: flag }),
);
const token = record({
  id: text,
  name: text,
  scopes: list(text),
  createdAt: orNull(number),
  expiresAt: orNull(number),
  organizationIds: orNull(list(text, 10_000)),
  revoked: flag,
  inAllCollections: maybe(exactly(true)),
});
const placed = record({ hostId: text, token });
const doors = record({ lifecycle: orNull(flag), since: number });
const counts = record({
  from: orNull(number),
  until: orNull(number),
  counts: record(Object.fromEntries(SHOW.map((show) => [show, number]))),
  changes: list(record({ at: number, to: exactly('expiring', 'inactive') })),
});
const words: Fits = (value) => isRecord(value) && Object.values(value).every(text);
const screen = record({
  at: list(record({ hostId: text, complete: orNull(flag), clockSkew: number, doors: orNull(doors) })),
  tokens: list(placed, MOST_ROWS),
  globals: list(placed, 20),
  counts,
  pinned: list(record({ id: text, name: text, scopes: list(text), days: number }), 20),
  words,
  mints: words,
});
const elsewhere = { stamp: text, screen };
const front = record({
  ...elsewhere,
  hosts: list(host),
  chosen: text,
  show: exactly(...SHOW),
  singleKeys: flag,
});

export const isFront = (value: unknown): value is Front => front(value);
export const isFrontElsewhere = (value: unknown): value is FrontElsewhere => record(elsewhere)(value);
