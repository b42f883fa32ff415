import { expect, test } from 'vitest';
import { DAY } from './duration';
import { expiryOf } from './expiry';
import { byUrgency } from './overview/urgency';
import { Token } from './token';

const now = Date.UTC(2026, 2, 1, 12);

const ending = (expiresAt: number | null, name = 'a') =>
  Token.parse({
    id: '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11',
    name,
    scopes: [],
    createdAt: null,
    expiresAt,
    organizationIds: null,
    revoked: false,
  });

test.each([
  [now - 1, 'expired'],
  [now, 'expired'],
  [now + 1, 'expiring'],
  [now + 7 * DAY, 'expiring'],
  [now + 7 * DAY + 1, 'valid'],
  [null, 'unknown'],
] as const)('a token that ends at %s is %s', (end, expected) => {
  expect(expiryOf(ending(end), now, 7)).toBe(expected);
});

test('the soonest end comes first, an unknown one before all, equal ends by name', () => {
  const tokens = [ending(now + DAY, 'b'), ending(now, 'z'), ending(null, 'x'), ending(now + DAY, 'a')];
  expect(tokens.sort(byUrgency).map(({ name }) => name)).toEqual(['x', 'z', 'a', 'b']);
});
