import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { anySign } from '../../test/any-text';
import { Secret, SecretText } from './secret';

const sesame = 'open_sesame'.repeat(5);
const secret = new Secret(sesame);

test.each([
  ['a template', `${secret}`],
  ['String', String(secret)],
  ['JSON', JSON.stringify({ secret })],
  ['the inspector', inspect({ secret })],
  ['its keys', Object.entries(secret).join()],
  ['a structured clone', inspect(structuredClone(secret))],
])('does not show itself in %s', (_, text) => {
  expect(text).not.toContain('sesame');
});

test('crosses a boundary only through its codec', () => {
  expect(z.encode(SecretText, secret)).toBe(sesame);
  expect(z.decode(SecretText, sesame).reveal()).toBe(sesame);
});

/** What a shell, a file, an address or a clipboard could take for something else than a part of a token. */
const OTHERS = [
  '\n',
  '\r',
  '\0',
  '\t',
  ' ',
  '"',
  "'",
  '`',
  '\\',
  '$',
  '%',
  '{',
  '}',
  '<',
  '>',
  '&',
  ';',
  '|',
  '#',
  '@',
];
const HOSTILE = [
  `${sesame}\necho PWNED > pwned\n`,
  `${sesame}\n`,
  `${sesame}\r\nINJECTED=1`,
  `${sesame}"\nyarnPath: ./evil.cjs\nz: "`,
  `${sesame}</password></server><mirrors>`,
  `%AZURE_DEVOPS_EXT_PAT%${sesame}`,
  `\${env.AWS_SECRET_ACCESS_KEY}${sesame}`,
  `$(id)${sesame}`,
  `${sesame}\u2028`,
  `${sesame}\u200b`,
  'é'.repeat(52),
  '٣'.repeat(52),
  'short',
  '',
  'a'.repeat(513),
];

test.each(HOSTILE)('%j is no token', (text) => {
  expect(z.safeDecode(SecretText, text).success).toBe(false);
});

test('whatever letters are in it, only those of a token come through', () => {
  const unit = fc.oneof(fc.constantFrom(...OTHERS), fc.constantFrom(...'aZ09._~+/=-'), anySign);
  fc.assert(
    fc.property(fc.string({ unit, minLength: 15, maxLength: 60 }), (text) => {
      expect(z.safeDecode(SecretText, text).success).toBe(
        [...text].every((letter) => /[\w.~+/=-]/.test(letter)) && text.length >= 20,
      );
    }),
    { numRuns: 1000 },
  );
});
