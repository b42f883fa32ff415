import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySign } from '../../test/any-text';
import { plainRow, Row, readRow } from './row';
import { listingOf } from './wire';

const id = fc.uuid();
const anything = fc.oneof(fc.anything(), fc.constantFrom(undefined, null, '', 'null', [], {}, 0, true));
const upperId = id.map((each) => each.toUpperCase());
const decimals = fc.constantFrom('', '.7', '.79', '.790', '.7912345', '.791234567', '.7912345678');
const zone = fc.constantFrom('', 'Z', 'z', '+02:00');
const clock = fc.constantFrom('00:00:00', '09:51:20', '23:59:59', '24:00:00', '23:60:00', '23:59:60');
const day = fc.constantFrom('2026-11-26', '2026-02-29', '2028-02-29', '0001-01-01', '0999-01-01', '9999-12-31');
const date = fc.oneof(
  fc.tuple(day, clock, decimals, zone).map(([days, time, rest, where]) => `${days}T${time}${rest}${where}`),
  fc.date({ noInvalidDate: true }).map((each) => each.toISOString()),
  fc.constantFrom('/Date(1606866383320)/', 'soon'),
);

/** Rows as servers write them, but for one or two fields that can be anything. */
const rows = fc.record(
  {
    authorizationId: fc.oneof({ weight: 8, arbitrary: id }, upperId, anything),
    displayName: fc.oneof(
      { weight: 4, arbitrary: fc.string({ unit: anySign }) },
      fc.constant('🙂'.repeat(501)),
      anything,
    ),
    scope: fc.oneof(
      fc.constantFrom('vso.code', ' vso.code  vso.work\t', 'x'.repeat(10_000), 'x'.repeat(10_001)),
      anything,
    ),
    targetAccounts: fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.oneof({ weight: 8, arbitrary: id }, upperId, fc.constant('null'))) },
      fc.constantFrom(1_000, 1_001).map((count) => Array(count).fill('38aaa865-2c70-4bf7-a308-0c6539c38c1a')),
      anything,
    ),
    validFrom: fc.oneof({ weight: 4, arbitrary: date }, anything),
    validTo: fc.oneof({ weight: 4, arbitrary: date }, anything),
    isValid: fc.oneof({ weight: 4, arbitrary: fc.boolean() }, anything),
    isPublic: fc.oneof({ weight: 4, arbitrary: fc.boolean() }, anything),
    userId: fc.oneof({ weight: 4, arbitrary: id }, upperId, anything),
    more: anything,
  },
  { requiredKeys: [] },
);

/** Without the fields that are there and undefined: nothing asks whether they are. */
const told = (row: Row | null) =>
  row && Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

test('a row is read as the schema reads it, and refused where the schema refuses it', () => {
  fc.assert(
    fc.property(fc.oneof({ weight: 20, arbitrary: rows }, fc.anything()), (row) => {
      expect(told(readRow(row))).toEqual(told(Row.safeParse(row).data ?? null));
    }),
    { numRuns: 2_000 },
  );
});

test('a row as servers write it does without the schema', () => {
  fc.assert(
    fc.property(id, fc.array(id), date, (authorizationId, targetAccounts, validTo) => {
      const ends = { validFrom: '2026-11-26T09:51:20.79Z', validTo };
      const row = { authorizationId, displayName: 'ci', scope: 'vso.code', targetAccounts, isValid: true, ...ends };
      expect(plainRow(row)).toBeDefined();
    }),
  );
});

test('whose a list is, is known in whatever letters a server writes the id', () => {
  const row = { authorizationId: '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10', validFrom: '', validTo: '' };
  const userId = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
  const rows = [userId, userId.toUpperCase(), null, 'nobody'].map((each) => ({ ...row, userId: each }));
  expect([...listingOf(rows).ownerIds]).toEqual([userId]);
});
