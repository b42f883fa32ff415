import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySign } from '../../../test/any-text';
import { BASE62, base64, classic, current, MARK, NAME, wrappings } from '../../../test/token-texts';
import { findTokens } from './find';
import { LONGEST_LOOKED_AT, sureTokens, withoutTokens } from './sure';

const few = { numRuns: 20 };

/** What is broken over lines is known by its marks alone; UTF-16 and what is wrapped twice is left to the doctor. */
const LEFT_TO_DOCTOR = [
  'base64 in broken lines',
  'a program that joins strings',
  'a shell that goes on',
  'JSON in JSON',
];
const BROKEN = ['a quoted mail', 'broken lines', 'signs of no width'];
const seen = Object.entries(wrappings).filter(
  ([name]) => !LEFT_TO_DOCTOR.includes(name) && name !== 'base64 in base64',
);

test.each(seen)('a token is seen in %s, and what is left has none', (name, wrap) => {
  const forms = BROKEN.includes(name) ? [current] : [current, classic];
  for (const form of forms)
    fc.assert(
      fc.property(form, (token) => {
        const text = wrap(token);
        expect(sureTokens(text)).toHaveLength(1);
        const rest = withoutTokens(text);
        expect(sureTokens(rest)).toEqual([]);
        expect(rest).not.toContain(token.slice(0, 20));
        expect(findTokens(rest).filter(({ kind }) => kind === 'token')).toEqual([]);
      }),
      few,
    );
});

const [token = ''] = fc.sample(current, { numRuns: 1, seed: 3 });
const [older = ''] = fc.sample(classic, { numRuns: 1, seed: 3 });

test('all around a token stays as it is', () => {
  expect(withoutTokens(`deploy with ${token}, please\n`)).toBe('deploy with , please\n');
  expect(withoutTokens(`https://me:${older}@dev.azure.com/fabrikam`)).toBe('https://me:@dev.azure.com/fabrikam');
  expect(withoutTokens(`${token}${token} and ${older}`)).toBe(' and ');
  expect(withoutTokens(`> ${token.slice(0, 40)}\r\n> ${token.slice(40)}\r\n> bye`)).toBe('> \r\n> bye');
});

test('tokens in tokens leave nothing that is one, and end soon', () => {
  const nested = (depth: number): string =>
    depth === 0 ? '' : `${token.slice(0, 40)}${nested(depth - 1)}${token.slice(40)}`;
  for (const depth of [3, 30, 3_000]) expect(sureTokens(withoutTokens(nested(depth)))).toEqual([]);
});

test.each([
  ['a letter of the first mark is another one', token.replace(MARK, `${MARK.slice(0, -1)}8`)],
  ['a letter of the second mark is another one', token.replace(NAME, `${NAME.slice(0, -1)}0`)],
  ['its end is cut off', token.slice(0, -1)],
  ['its beginning is cut off', token.slice(1)],
  [
    'a letter of the older form is another one',
    `${older.slice(0, 30)}${older[30] === 'a' ? 'b' : 'a'}${older.slice(31)}`,
  ],
  ['one letter too many stands behind the older form', `${older}q`],
  ['a key of another service of Azure has the same first mark', token.replace(NAME, 'ACOG')],
])('nobody is asked where %s', (_, text) => {
  expect(sureTokens(`token: ${text}\n`)).toEqual([]);
});

const friends = fc.oneof(
  fc.lorem({ maxCount: 40 }),
  fc.uuid(),
  fc.stringMatching(/^[a-z2-7]{52}$/),
  fc.constantFrom(40, 64, 128).map((length) => randomBytes(length / 2).toString('hex')),
  fc.integer({ min: 10, max: 400 }).map((length) => randomBytes(length).toString('base64')),
  fc.integer({ min: 60, max: 120 }).map((length) => BASE62.repeat(3).slice(0, length)),
  fc.json(),
  fc.string({ unit: anySign, maxLength: 400 }),
);

test('what only looks like one is no token: digests, ids, base32 without the check, texts', () => {
  fc.assert(
    fc.property(fc.array(friends, { maxLength: 20 }), fc.constantFrom('\n', ' ', '\n> ', ','), (parts, by) => {
      const text = parts.join(by);
      expect(sureTokens(text)).toEqual([]);
      expect(withoutTokens(text)).toBe(text);
    }),
    { numRuns: 150 },
  );
});

test.each<[what: string, unit: () => string]>([
  ['letters', () => 'A'],
  ['letters of the older form', () => 'abc234'],
  ['second marks', () => `${'A'.repeat(5)}ZDO`],
  ['first marks', () => `${MARK}CC`],
  ['short lines', () => 'aaaa\n> '],
  ['base64 of a text', () => base64('some text '.repeat(30))],
  ['runs that are a letter too short', () => `${'a7'.repeat(34)}b `],
  ['letters by their numbers', () => '%41'],
  ['tokens', () => `${token} `],
])('a long text of %s is looked through once', (_, unit) => {
  let text = '';
  while (text.length < LONGEST_LOOKED_AT) text += unit();
  // What looks at each place again and again takes minutes, and meets the limit of every test.
  expect(sureTokens(text + text).every(({ from }) => from < LONGEST_LOOKED_AT)).toBe(true);
});

test('a longer text is looked at as far as a browser has time for', () => {
  const before = ' '.repeat(LONGEST_LOOKED_AT);
  expect(sureTokens(before + token)).toEqual([]);
  expect(sureTokens(before.slice(token.length) + token)).toHaveLength(1);
});
