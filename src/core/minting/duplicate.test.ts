import { expect, test } from 'vitest';
import { DAY } from '../duration';
import type { Token } from '../token';
import { daysOf, duplicateOf } from './duplicate';

const now = Date.UTC(2026, 10, 25, 12);
test.each([
  [now - 90 * DAY, now + 10 * DAY, 100],
  [now - 0.2 * DAY, now + 0.1 * DAY, 1],
  [now - 3 * 365 * DAY, now, 365],
  [null, now, 30],
  [now, null, 30],
])('a token from %s to %s lives %s days', (createdAt, expiresAt, days) => {
  expect(daysOf({ createdAt, expiresAt } as Token)).toBe(days);
});

test('a duplicate has scopes that nobody here knows, too', () => {
  const scopes = ['vso.of_tomorrow', 'vso.code'];
  const token = { name: 'laptop', scopes, createdAt: now, expiresAt: now + 7 * DAY } as Token;
  expect(duplicateOf(token, now)).toEqual({ name: 'laptop 2026-11-25', scopes, lifetime: { days: 7 } });
  expect(duplicateOf({ ...token, name: '' }, now).name).toBe('2026-11-25');
  const arabic = { ...token, name: 'استنساخ 2026.03.08 aaaaa' };
  expect(duplicateOf(arabic, now).name, 'in the place of its own day').toBe('استنساخ 2026.11.25');
});
