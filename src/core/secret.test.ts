import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { Secret, SecretText } from './secret';

const secret = new Secret('open sesame');

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
  expect(z.encode(SecretText, secret)).toBe('open sesame');
  expect(z.decode(SecretText, 'open sesame').reveal()).toBe('open sesame');
});
