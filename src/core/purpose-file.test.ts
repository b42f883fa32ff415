import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Purpose } from './purpose';
import { isReservedId } from './purpose-catalogue';
import { purposeFile, readPurposeFile } from './purpose-file';

const wiki: Purpose = { id: 'a', name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 };
const board: Purpose = { id: 'b', name: 'Board', scopes: ['vso.work', 'vso.tomorrow'], days: 30, note: 'on the wall' };
const good = purposeFile([wiki, board]);

test('a file holds one entry after the other, for people to read', () => {
  expect(good.split('\n').slice(0, 6)).toEqual([
    '{',
    '  "patina": "purposes",',
    '  "version": 1,',
    '  "purposes": [',
    '    {',
    '      "id": "a",',
  ]);
});

const withSecond = (change: object) =>
  purposeFile([wiki]).replace(/\n {2}\]/, `,\n    ${JSON.stringify({ ...board, ...change })}$&`);

test.each([
  ['a missing comma', good.replace('"version": 1,', '"version": 1'), 4, 'syntax'],
  ['an end that is missing', good.replace(/\]\s*\}\s*$/, '\n\n'), 22, 'syntax'],
  ['nothing at all', '', 1, 'syntax'],
  ['another format', '{ "name": "patina" }', 1, 'not-purposes'],
  ['a list', '\n[]', 2, 'not-purposes'],
  ['another kind', '{\n"patina": "settings", "version": 1}', 2, 'not-purposes'],
  ['no purposes', '{ "patina": "purposes", "version": 1 }', 1, 'not-purposes'],
  ['a later version', good.replace('"version": 1', '"version": 2'), 3, 'unknown-version'],
  ['a version in words', good.replace('"version": 1', '"version": "1"'), 3, 'unknown-version'],
  ['no version', good.replace('"version": 1,', ''), 1, 'unknown-version'],
  ['no name', withSecond({ name: ' ' }), 13, 'name'],
  ['no scopes', withSecond({ scopes: [] }), 13, 'scopes'],
  ['a scope that cannot be one', withSecond({ scopes: ['vso.code; rm'] }), 13, 'scopes'],
  ['too many days', withSecond({ days: 366 }), 13, 'days'],
  ['days that are missing', withSecond({ days: undefined }), 13, 'days'],
  ['a note that is no text', withSecond({ note: 1 }), 13, 'note'],
  ['a field that nobody knows', withSecond({ day: 1 }), 13, 'unknown-field'],
  ['an id twice', withSecond({ id: 'a' }), 13, 'repeated-id'],
  ['an id of a built-in purpose', withSecond({ id: 'clone', scopes: ['app_token'] }), 13, 'reserved-id'],
  ['no id', withSecond({ id: '' }), 13, 'id'],
  ['an entry that is none', '{"patina":"purposes","version":1,"purposes":[\n\n7]}', 3, 'entry'],
  ['a file of another kind', ' '.repeat(1_000_001), 1, 'too-long'],
])('%s is refused, with its line', (_, text, line, reason) => {
  expect(readPurposeFile(text)).toEqual({ ok: false, line, reason });
});

test.each([
  ['of Windows', good.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${good}`],
  ['in one line', JSON.stringify(JSON.parse(good))],
])('a file %s is read', (_, text) => {
  expect(readPurposeFile(text)).toEqual({ ok: true, purposes: [wiki, board] });
});

const anyPurpose = fc
  .record(
    {
      id: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      name: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }).filter((name) => name.trim() !== ''),
      scopes: fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z0-9._]{0,20}$/), { minLength: 1, maxLength: 5 }),
      days: fc.integer({ min: 1, max: 365 }),
      note: fc.string({ unit: 'binary', maxLength: 60 }),
    },
    { requiredKeys: ['id', 'name', 'scopes', 'days'] },
  )
  .filter(({ id }) => !isReservedId(id))
  .map((purpose) => Purpose.parse(purpose));

const anyPurposes = fc.uniqueArray(anyPurpose, { maxLength: 6, selector: ({ id }) => id });

test('what is exported is imported', () => {
  fc.assert(
    fc.property(anyPurposes, (purposes) => {
      expect(readPurposeFile(purposeFile(purposes))).toEqual({ ok: true, purposes });
    }),
  );
});

/** The text with a part of it replaced by something else. */
const mutated = fc
  .tuple(
    anyPurposes.map(purposeFile),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 12 }),
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('[', '{', '"', ',', '\\')),
      ),
    ),
  )
  .map(([text, changes]) =>
    changes.reduce((each, [at, length, instead]) => {
      const from = at % (each.length + 1);
      return each.slice(0, from) + instead + each.slice(from + length);
    }, text),
  );

test('no change to a file makes reading it throw, and a refusal names a line of it', () => {
  fc.assert(
    fc.property(mutated, (text) => {
      const read = readPurposeFile(text);
      if (read.ok) {
        expect(readPurposeFile(purposeFile(read.purposes))).toEqual(read);
        return;
      }
      expect(read.line).toBeGreaterThanOrEqual(1);
      expect(read.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
    }),
    { numRuns: 2_000 },
  );
});

test('a name from a file cannot reach the prototype of anything', () => {
  const text = '{"patina":"purposes","version":1,"purposes":[{"__proto__":{"id":"x"},"id":"a"}]}';
  expect(readPurposeFile(text).ok).toBe(false);
  expect(({} as { id?: string }).id).toBeUndefined();
});
