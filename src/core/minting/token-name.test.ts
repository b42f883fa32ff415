import { describe, expect, test } from 'vitest';
import { Token } from '../token';
import { defaultName, isNameTaken, NAME_BYTES } from './token-name';

const now = Date.parse('2026-03-08T23:59:59Z');

test.each([
  ['', 'Clone and fetch 2026-03-08 aaaaa'],
  ['  ', 'Clone and fetch 2026-03-08 aaaaa'],
  [' laptop ', 'Clone and fetch laptop 2026-03-08 aaaaa'],
])('the default name says what for, where (%j), since when, and a part nobody can guess', (note, name) => {
  const parts = { note, now, random: new Uint8Array(NAME_BYTES) };
  expect(defaultName({ name: 'Clone and fetch' }, parts)).toBe(name);
});

test.each([
  ['استنساخ وجلب', '', 'استنساخ وجلب 2026.03.08 aaaaa'],
  ['استنساخ وجلب', 'laptop', 'استنساخ وجلب laptop 2026-03-08 aaaaa'],
  ['Push code', 'مكتب 2', 'Push code مكتب 2 2026.03.08 aaaaa'],
  ['לשכפל', '', 'לשכפל 2026-03-08 aaaaa'],
])('behind Arabic the day has dots, which leave it in its order on every screen: %s', (purpose, note, name) => {
  expect(defaultName({ name: purpose }, { note, now, random: new Uint8Array(NAME_BYTES) })).toBe(name);
});

describe('a name is taken', () => {
  const token = Token.parse({
    id: '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10',
    name: 'Push code',
    scopes: [],
    createdAt: null,
    expiresAt: now + 1,
    organizationIds: null,
    revoked: false,
  });
  test.each([
    ['Push code', {}, true],
    [' push CODE ', {}, true],
    ['Push', {}, false],
    ['Push code', { revoked: true }, false],
    ['Push code', { expiresAt: now }, false],
    ['Push code', { expiresAt: null }, true],
    [' ', { name: '' }, false],
  ])('%j beside a token with %j: %s', (name, others, taken) => {
    expect(
      isNameTaken(
        name,
        [
          { ...token, name: 'Read code' },
          { ...token, ...others },
        ],
        now,
      ),
    ).toBe(taken);
  });
});
