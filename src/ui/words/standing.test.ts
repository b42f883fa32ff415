import { expect, test } from 'vitest';
import { DAY } from '../../core/duration';
import { type Token, TokenId } from '../../core/token';
import { expiryInWords } from './standing';

const now = Date.UTC(2026, 10, 26);
const token: Token = {
  id: TokenId.parse('11111111-2222-4333-8444-555555555555'),
  name: 'ci-build',
  scopes: ['vso.code'],
  createdAt: now - DAY,
  expiresAt: now + 30 * DAY,
  organizationIds: null,
  revoked: false,
};

test.each([
  ['works', {}, 'Expires in 30 days'],
  ['is over', { expiresAt: now - 12 * DAY }, 'Expired 12 days ago'],
  ['was revoked before its end', { revoked: true }, 'Revoked'],
  ['has an end that nobody tells', { expiresAt: null }, 'Expiry unknown'],
])('what is said of the end of a token that %s', (_, how, expected) => {
  expect(expiryInWords({ ...token, ...how }, now)).toBe(expected);
});
