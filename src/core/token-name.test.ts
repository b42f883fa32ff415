import { describe, expect, test } from 'vitest';
import { defaultName, NAME_BYTES, PRESETS, PresetId } from './preset';
import { Token } from './token';
import { isNameTaken } from './token-name';

const now = Date.parse('2026-03-08T23:59:59Z');

test('the default name says what for, since when, and a part nobody can guess', () => {
  const name = defaultName({ name: 'Clone and fetch' }, now, new Uint8Array(NAME_BYTES));
  expect(name).toBe('Clone and fetch 2026-03-08 aaaaa');
});

test('the first four purposes are the presets of the contract', () => {
  expect(PRESETS.map(({ id }) => id)).toEqual(PresetId.options);
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
  ])('%j beside a token with %j: %s', (name, others, taken) => {
    expect(isNameTaken(name, [{ ...token, ...others }], now)).toBe(taken);
  });
});
