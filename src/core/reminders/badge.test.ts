import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { HostId } from '../host';
import type { RemindDay } from '../settings';
import { TokenId } from '../token';
import { countOf, faceOf } from './badge';
import { nothingTold } from './told-of';
import type { Watched } from './watched';

const NOW = Date.UTC(2026, 2, 8);
const hostId = HostId.parse('services:fabrikam');
const identityId = '0f0e0d0c-0b0a-4909-8807-060504030201';

const tokens = [-1, 0.5, 6, 13, 20].map((left, index): Watched => {
  const id = TokenId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`);
  return { id, name: 'x', hostId, identityId, expiresAt: NOW + left * DAY, endsAt: NOW + left * DAY, beside: [] };
});

test.each<[RemindDay[], number, boolean]>([
  [[14, 7, 1, 0], 3, true],
  [[30, 0], 4, true],
  [[1], 1, true],
  [[0], 0, false],
  [[], 0, false],
])('with steps %j %d tokens are counted', (days, expiring, urgent) => {
  expect(countOf(tokens, [], { days, now: NOW })).toEqual({ expiring, urgent, within: days[0] ?? 0 });
});

test('those of which the user wants to hear nothing are not, until they want to again', () => {
  const [, snoozed, silenced] = tokens.map(nothingTold);
  if (!snoozed || !silenced) throw new Error('there are tokens');
  const told = [
    { ...snoozed, snoozedUntil: NOW + 1 },
    { ...silenced, silenced: true },
  ];
  expect(countOf(tokens, told, { days: [14], now: NOW })).toMatchObject({ expiring: 1, urgent: false });
  expect(countOf(tokens, told, { days: [14], now: NOW + 1 })).toMatchObject({ expiring: 2, urgent: true });
});

test('a token is counted from so many days before its end until it, and is urgent for less than the last day', () => {
  const counted = (left: number) =>
    countOf([{ ...(tokens[2] as Watched), endsAt: NOW + left }], [], { days: [7], now: NOW });
  const of = (expiring: number, urgent: boolean) => ({ expiring, within: 7, urgent });
  expect([counted(7 * DAY + 1), counted(7 * DAY), counted(DAY)]).toEqual([of(0, false), of(1, false), of(1, false)]);
  expect([counted(DAY - 1), counted(1), counted(0)]).toEqual([of(1, true), of(1, true), of(0, false)]);
});

const count = (expiring: number, urgent = false) => ({ expiring, urgent, within: 14 });

test.each([
  ['nothing', { count: count(0), signedOut: [] }, false, '', 'calm'],
  ['a count', { count: count(7), signedOut: [] }, false, '7', 'calm'],
  ['the last day', { count: count(7, true), signedOut: [] }, false, '7', 'urgent'],
  ['many', { count: count(999), signedOut: [] }, false, '999', 'calm'],
  ['very many', { count: count(1000), signedOut: [] }, false, '999+', 'calm'],
  ['signed out before a count', { count: count(7, true), signedOut: ['fabrikam'] }, false, '!', 'signed-out'],
  ['a new secret before all', { count: count(7, true), signedOut: ['fabrikam'] }, true, '•', 'secret'],
] as const)('the badge shows %s', (_, shown, hasSecret, text, tone) => {
  expect(faceOf({ ...shown, signedOut: [...shown.signedOut] }, hasSecret)).toEqual({ text, tone });
});
