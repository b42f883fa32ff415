import { expect, test } from 'vitest';
import { type Change, checkChange, isMade } from './change';
import { DAY } from './duration';
import { type Token, TokenId } from './token';

const now = Date.UTC(2026, 10, 25);
const token: Token = {
  id: TokenId.parse('00000000-1111-4222-8333-444444444444'),
  name: 'laptop',
  scopes: ['vso.code', 'vso.unheard_of'],
  createdAt: now - 20 * DAY,
  expiresAt: now + 10 * DAY,
  organizationIds: ['00000000-1111-4222-8333-666666666666'],
  revoked: false,
};

test.each([
  ['a new end', { lifetime: { days: 30 } }, token, true],
  ['a new name', { name: 'desktop' }, token, true],
  ['a token whose end is unknown', { lifetime: { days: 30 } }, { ...token, expiresAt: null }, true],
  ['an empty name', { name: ' ' }, token, false],
  ['no scopes', { scopes: [] }, token, false],
  ['an end in the past', { lifetime: { until: now - 1 } }, token, false],
  ['an end in two years', { lifetime: { days: 730 } }, token, false],
  ['an expired token', { lifetime: { days: 30 } }, { ...token, expiresAt: now }, false],
  ['a revoked token', { name: 'desktop' }, { ...token, revoked: true }, false],
] as const)('%s', (_, change, before, allowed) => {
  expect(checkChange(change as unknown as Change, before as Token, now).ok).toBe(allowed);
});

const moved = { ...token, expiresAt: now + 7 * DAY };
test.each([
  ['an end that moved, if only to where the server would have it', { lifetime: { days: 30 } }, moved, true],
  ['an end that did not move', { lifetime: { days: 30 } }, token, false],
  ['the name that was asked for', { name: 'desktop' }, { ...token, name: 'desktop' }, true],
  ['another name', { name: 'desktop' }, token, false],
  ['the same scopes in another order', { scopes: ['vso.unheard_of', 'vso.code'] }, token, true],
  ['a scope less', { scopes: ['vso.code'] }, token, false],
] as const)('the list shows %s', (_, change, after, made) => {
  expect(isMade(change as unknown as Change, token, after)).toBe(made);
});
