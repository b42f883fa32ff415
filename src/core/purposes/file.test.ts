import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anySign } from '../../../test/any-text';
import { skeletonOf } from '../names/look-alike';
import { MAX_OWN } from './changes';
import { type Entry, purposeFile, readPurposeFile } from './file';
import { entriesOf, withEntries } from './import';
import { isSameName, nameFault } from './name';
import { Purpose } from './purpose';
import { FIRST_PURPOSES, type Purposes } from './purposes';

const RESERVED = ['Clone and fetch', 'Wiki'];

const wiki: Entry = { name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 };
const board: Entry = {
  name: 'Board',
  scopes: ['vso.work', 'vso.tomorrow'],
  days: 30,
  note: 'on the wall',
  pinned: true,
};
const good = purposeFile([wiki, board]);

test('a file holds one entry after the other, for people to read', () => {
  expect(good.split('\n').slice(0, 6)).toEqual([
    '{',
    '  "patina": "purposes",',
    '  "version": 1,',
    '  "purposes": [',
    '    {',
    '      "name": "Wiki bot",',
  ]);
});

const withSecond = (change: object) =>
  purposeFile([wiki]).replace(/\n {2}\]/, `,\n    ${JSON.stringify({ ...board, ...change })}$&`);

/** More purposes than may be there, an entry a line. */
const many = Array.from({ length: MAX_OWN + 1 }, (_, index): Entry => ({ ...wiki, name: `Bot ${index}` }));
const manyInLines = purposeFile([]).replace('[]', `[\n${many.map((each) => JSON.stringify(each)).join(',\n')}\n]`);

test.each([
  ['a missing comma', good.replace('"version": 1,', '"version": 1'), 4, 'syntax'],
  ['an end that is missing', good.replace(/\]\s*\}\s*$/, '\n\n'), 21, 'syntax'],
  ['nothing at all', '', 1, 'syntax'],
  ['another format', '{ "name": "patina" }', 1, 'not-purposes'],
  ['a list', '\n[]', 2, 'not-purposes'],
  ['another kind', '{\n"patina": "settings", "version": 1}', 2, 'not-purposes'],
  ['no purposes', '{ "patina": "purposes", "version": 1 }', 1, 'not-purposes'],
  ['a later version', good.replace('"version": 1', '"version": 2'), 3, 'unknown-version'],
  ['a version in words', good.replace('"version": 1', '"version": "1"'), 3, 'unknown-version'],
  ['no version', good.replace('"version": 1,', ''), 1, 'unknown-version'],
  ['no name', withSecond({ name: ' ' }), 12, 'name'],
  ['no scopes', withSecond({ scopes: [] }), 12, 'scopes'],
  ['a scope that cannot be one', withSecond({ scopes: ['vso.code; rm'] }), 12, 'scopes'],
  ['too many days', withSecond({ days: 366 }), 12, 'days'],
  ['days that are missing', withSecond({ days: undefined }), 12, 'days'],
  ['a note that is no text', withSecond({ note: 1 }), 12, 'note'],
  ['a pin that is none', withSecond({ pinned: 'yes' }), 12, 'pinned'],
  ['a field that nobody knows', withSecond({ day: 1 }), 12, 'unknown-field'],
  ['a name twice', withSecond({ name: 'wiki BOT' }), 12, 'repeated-name'],
  ['a name of one that comes with Patina', withSecond({ name: 'clone and fetch' }), 12, 'reserved-name'],
  ['more than anyone has', manyInLines, 4 + MAX_OWN + 1, 'too-many'],
  ['an entry that is none', '{"patina":"purposes","version":1,"purposes":[\n\n7]}', 3, 'entry'],
  ['a file of another kind', ' '.repeat(1_000_001), 1, 'too-long'],
])('%s is refused, with its line', (_, text, line, reason) => {
  expect(readPurposeFile(text, RESERVED)).toMatchObject({ ok: false, position: { line }, reason });
});

test.each([
  ['of Windows', good.replaceAll('\n', '\r\n')],
  ['with a byte order mark', `\uFEFF${good}`],
  ['in one line', JSON.stringify(JSON.parse(good))],
])('a file %s is read', (_, text) => {
  expect(readPurposeFile(text, RESERVED)).toEqual({ ok: true, entries: [wiki, board] });
});

test('settings go along, each of them one that there is', () => {
  const settings = { checkEveryHours: 24, remindDays: [14, 1], silenced: [] } as const;
  const whole = purposeFile([wiki], { ...settings, remindDays: [14, 1], silenced: [] });
  expect(readPurposeFile(whole, RESERVED)).toEqual({ ok: true, entries: [wiki], settings });
  const wrong = (text: string) => readPurposeFile(whole.replace('"checkEveryHours": 24', text), RESERVED);
  for (const text of ['"checkEveryHours": 5', '"nameNote": "laptop"', '"neverRevoke": []', '"colour": "red"'])
    expect(wrong(text), text).toMatchObject({ ok: false, position: { line: 14 }, reason: 'settings' });
});

test('where it stops being JSON, the column is told too', () => {
  expect(readPurposeFile('{\n  "patina": x }', RESERVED)).toMatchObject({
    position: { line: 2, column: 13 },
    reason: 'syntax',
  });
});

const anyEntry = fc
  .record(
    {
      name: fc.string({ unit: anySign, minLength: 1, maxLength: 30 }).filter((name) => name.trim() !== ''),
      scopes: fc.array(fc.stringMatching(/^[A-Za-z][A-Za-z0-9._]{0,20}$/), { minLength: 1, maxLength: 5 }),
      days: fc.integer({ min: 1, max: 365 }),
      note: fc.string({ unit: anySign, maxLength: 60 }),
    },
    { requiredKeys: ['name', 'scopes', 'days'] },
  )
  .filter(({ name }) => nameFault(name) === null && !RESERVED.some((reserved) => isSameName(reserved, name)));

/** Purposes as the screens leave them: every name once, some of them pinned. */
const anyPurposes = fc
  .uniqueArray(anyEntry, { maxLength: 9, selector: ({ name }) => skeletonOf(name) })
  .chain((entries) => fc.tuple(fc.constant(entries), fc.subarray(entries.map((_, index) => `own-${index}`))))
  .map(([entries, pinned]): Purposes => {
    const own = entries.map((entry, index) => Purpose.parse({ id: `own-${index}`, ...entry }));
    return { own, pinned, order: [] };
  });

function ids() {
  let last = 0;
  return () => `new-${++last}`;
}

test('what is exported is imported: on another computer the same, and here nothing changes', () => {
  fc.assert(
    fc.property(anyPurposes, (purposes) => {
      const entries = entriesOf(purposes);
      expect(readPurposeFile(purposeFile(entries), RESERVED)).toEqual({ ok: true, entries });
      const elsewhere = withEntries({ ...FIRST_PURPOSES, pinned: [] }, entries, ids());
      expect(entriesOf(elsewhere.purposes)).toEqual(entries.map(({ pinned: _, ...entry }) => entry));
      expect(elsewhere.added).toEqual(entries.map(({ name }) => name));
      const here = withEntries(purposes, entries, ids());
      expect(here).toEqual({ purposes, added: [], replaced: [], full: [], unpinned: [], changes: [] });
    }),
  );
});

/** The text with a part of it replaced by something else. */
const mutated = fc
  .tuple(
    anyPurposes.map((purposes) => purposeFile(entriesOf(purposes))),
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat({ max: 12 }),
        fc.oneof(fc.string(), fc.json(), fc.constantFrom('[', '{', '"', ',', '\\')),
      ),
      { minLength: 1 },
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
      const read = readPurposeFile(text, RESERVED);
      if (read.ok) {
        expect(readPurposeFile(purposeFile(read.entries), RESERVED)).toEqual(read);
        return;
      }
      expect(read.position.line).toBeGreaterThanOrEqual(1);
      expect(read.position.line).toBeLessThanOrEqual(text.split(/\r\n|\n|\r/).length);
    }),
    { numRuns: 2_000 },
  );
});

test('a name from a file cannot reach the prototype of anything', () => {
  const text = '{"patina":"purposes","version":1,"purposes":[{"__proto__":{"days":1},"name":"a"}]}';
  expect(readPurposeFile(text, RESERVED).ok).toBe(false);
  expect(({} as { days?: number }).days).toBeUndefined();
});

describe('an import', () => {
  const before: Purposes = { own: [{ id: 'a', ...wiki }], pinned: ['clone', 'a'], order: [] };

  test('adds what is new and replaces what has the name, in its place, and pins nothing that it brings', () => {
    const { pinned: _, ...boardItself } = board;
    const other = { ...wiki, name: 'WIKI bot', days: 1 };
    const imported = withEntries(before, [other, board], ids());
    expect(imported).toMatchObject({
      added: ['Board'],
      replaced: ['WIKI bot'],
      full: [],
      unpinned: ['WIKI bot', 'Board'],
    });
    expect(imported.purposes).toEqual({
      own: [
        { id: 'a', ...other },
        { id: 'new-1', ...boardItself },
      ],
      pinned: ['clone'],
      order: ['a'],
    });
  });

  test.each(['app_token', 'App_Token', 'USER_IMPERSONATION'])('names what has %s, unless it was so before', (scope) => {
    const everything = { ...wiki, name: 'Everything', scopes: [scope] };
    const first = withEntries(before, [everything], ids());
    expect(first.full).toEqual(['Everything']);
    expect(withEntries(first.purposes, [everything], ids()).full).toEqual([]);
  });

  test.each([
    'vso.code_full',
    'vso.tokens',
    'vso.tokenadministration',
    'vso.pats',
    'vso.authorization_grant',
    'vso.security_manage',
    'vso.packaging_manage',
    'vso.newer_than_this_manage',
    'VSO.Code_Full',
  ])('names what has %s like what has full access', (scope) => {
    const wide = { ...wiki, name: 'Wide', scopes: ['vso.wiki', scope] };
    expect(withEntries(before, [wide], ids()).full).toEqual(['Wide']);
  });
});

test.each([
  ['a look-alike of one that comes with Patina', 'Clone and fetсh', 'several-scripts'],
  ['one in another script altogether', 'РОСТ', null],
  ['a sign of no width', 'Push code\u200b', 'hidden-signs'],
  ['a sign of no width alone', '\u200b', 'hidden-signs'],
  ['controls', 'a\0b\nc', 'hidden-signs'],
  ['an override', '\u202eyolped', 'hidden-signs'],
  ['a digit for a letter', 'C1one and fetch', 'reserved-name'],
  ['full-width letters', 'Ｃlone and fetch', 'reserved-name'],
])('a name with %s', (_, name, reason) => {
  const read = readPurposeFile(purposeFile([{ ...wiki, name }]), RESERVED);
  expect(read.ok ? null : read.reason).toBe(reason);
});
