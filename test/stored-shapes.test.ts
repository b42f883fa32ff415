import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { HostId } from '../src/core/host';
import { Failure } from '../src/core/result';
import { stored } from '../src/platform/stored';
import { asides } from '../src/platform/stored-asides';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import { type Kind, troubleOf, unwrap } from '../src/platform/versions';

// What is on users' disks has the shapes of `stored-shapes.txt`, a line each. A schema that changes needs a new version,
// a step with its test, and a line more, or what they have is lost to them. A line may only be changed where all that it
// allowed still fits (one more alternative, a field with a default), and as long as no release has its version.

type Def = Record<string, unknown> & { type: string };
type Schema = z.core.$ZodType;

const inner = (def: Def, field = 'innerType') => shapeOf(def[field] as Schema);
const all = (schemas: unknown) => (schemas as Schema[]).map(shapeOf).join(' | ');

function fields(shape: object): string {
  const each = Object.entries(shape).map(([name, schema]) => `${name}: ${shapeOf(schema)}`);
  return `{ ${each.join(', ')} }`;
}

const shapes: Record<string, (def: Def) => string> = {
  object: ({ shape }) => fields(shape as object),
  array: (def) => `[${inner(def, 'element')}]`,
  record: (def) => `{ each: ${inner(def, 'valueType')} }`,
  union: ({ options }) => `(${all(options)})`,
  literal: ({ values }) => (values as unknown[]).map((each) => JSON.stringify(each)).join(' | '),
  enum: ({ entries }) => Object.keys(entries as object).join(' | '),
  nullable: (def) => `${inner(def)}?`,
  optional: (def) => `maybe ${inner(def)}`,
  default: (def) => `${inner(def)} or a default`,
  catch: (def) => `fitting ${inner(def)}`,
  pipe: (def) => inner(def, 'in'),
};

/** What is stored of a schema, in words; checks of its values are left out. */
function shapeOf(schema: Schema): string {
  return schema === Failure ? 'Failure' : partsOf(schema);
}

function partsOf(schema: Schema): string {
  const def = schema._zod.def as unknown as Def;
  return shapes[def.type]?.(def) ?? def.type;
}

const hostId = HostId.parse('HOST');
const { reading, ...others } = stored;
const items = [
  ...Object.values(reading(hostId).parts),
  ...Object.values(others).map((item) => (typeof item === 'function' ? item(hostId) : item)),
  ...[storedRevokeAll.journal, storedRevokeAll.part(0), storedRevokeAll.kept, asides.local],
];
const golden = readFileSync('test/stored-shapes.txt', 'utf8').split('\n');

const lines = [
  ...items.map(({ key, kind }) => `${key} ${1 + (kind.steps ?? []).length}: ${shapeOf(kind.schema)}`),
  `Failure: ${partsOf(Failure)}`,
];

test.each(lines)('%s', (line) => {
  expect(golden, 'a stored value has another shape: see above').toContain(line);
});

const versions = golden.filter((line) => line !== '').map((line) => line.slice(0, line.indexOf(': ')));

test('each version has one shape, for ever', () => {
  expect(versions).toEqual([...new Set(versions)]);
});

const me = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const token = {
  id: '11111111-2222-4333-8444-000000000000',
  name: 'laptop',
  scopes: ['vso.code'],
  createdAt: 1,
  expiresAt: null,
  organizationIds: null,
  revoked: false,
};

/** Of each version before the last, something that it stored. */
const older: Record<string, unknown> = {
  'reading:HOST 1': {
    snapshot: { identity: me, tokens: [token], readAt: 1, clockSkew: 0, complete: true },
    failure: null,
  },
  'settings 1': { neverRevoke: [token.id], nameNote: 'laptop' },
  'revocation:kept 1': [token.id],
};
const before = items.flatMap((item) =>
  (item.kind.steps ?? []).map((_, index) => ({ name: `${item.key} ${1 + index}`, version: 1 + index, item })),
);

test.each(before)(
  '$name has its shape, and an example that every later version reads whole',
  ({ name, version, item }) => {
    expect(versions).toContain(name);
    expect(Object.keys(older)).toContain(name);
    const kind = item.kind as Kind<unknown>; // each of another type, and only read here
    const read = unwrap(kind, { version, value: older[name] });
    expect(troubleOf(kind, read)).toBeNull();
    expect(read.value).not.toEqual(kind.fallback);
  },
);
