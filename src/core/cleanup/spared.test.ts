import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../duration';
import type { Snapshot } from '../snapshot';
import { Token, TokenId } from '../token';
import { isSparedAt, LATER, type Spared, withAnswer, withoutGone } from './spared';

const now = Date.UTC(2026, 10, 26, 12);
const [me, other] = ['00000000-1111-4222-8333-555555555555', '00000000-1111-4222-8333-666666666666'];
const idOf = (index: number) => TokenId.parse(`00000000-1111-4222-8333-${String(index).padStart(12, '0')}`);

const list = (tokens: Partial<Token>[], complete = true): Snapshot => ({
  identity: { id: me, name: 'Normal Paulk' },
  tokens: tokens.map((told, index) =>
    Token.parse({
      id: idOf(index),
      name: 'a',
      scopes: [],
      createdAt: null,
      expiresAt: null,
      organizationIds: [],
      revoked: false,
      ...told,
    }),
  ),
  readAt: now,
  clockSkew: 0,
  complete,
});

test('what a list of only what was made there lacks is kept', () => {
  expect(withoutGone([kept(0)], { ...list([]), onlyMadeHere: true }, now)).toEqual([kept(0)]);
});

const kept = (index: number, told: Partial<Spared> = {}): Spared => ({
  identityId: me,
  tokenId: idOf(index),
  until: null,
  ...told,
});

test('one that is kept is never asked about, one that is put off not before its time', () => {
  fc.assert(
    fc.property(fc.nat({ max: 400 * DAY }), fc.constantFrom('keep' as const, 'later' as const), (later, answer) => {
      const [spared] = withAnswer([], { identityId: me, tokenId: idOf(1), answer, now });
      expect(spared && isSparedAt(spared, now + later)).toBe(answer === 'keep' || later < LATER);
    }),
  );
});

test('it holds also for who has not looked at the clock since', () => {
  const [spared] = withAnswer([], { identityId: me, tokenId: idOf(1), answer: 'later', now });
  expect(spared && isSparedAt(spared, now - 20_000)).toBe(true);
});

test('a clock that was set back does not put it off for longer than was said', () => {
  expect(isSparedAt({ until: now + LATER }, now - 365 * DAY)).toBe(false);
  expect([HOUR, HOUR + 1].map((back) => isSparedAt({ until: now + LATER }, now - back))).toEqual([true, false]);
});

test('its time is over at the very end, and a token by the clock of its server', () => {
  expect([now - 1, now].map((at) => isSparedAt({ until: now }, at))).toEqual([true, false]);
  const ahead = { ...list([{ expiresAt: now + HOUR }]), clockSkew: HOUR };
  expect(withoutGone([kept(0)], ahead, now)).toEqual([]);
});

test('the last answer holds, and is about one token of one account', () => {
  const before = [kept(1), kept(1, { identityId: other }), kept(2)];
  const of = { identityId: me, tokenId: idOf(1), now };
  expect(withAnswer(before, { ...of, answer: 'again' })).toEqual([kept(1, { identityId: other }), kept(2)]);
  expect(withAnswer(before, { ...of, answer: 'later' }).filter(({ tokenId }) => tokenId === idOf(1))).toEqual([
    kept(1, { identityId: other }),
    kept(1, { until: now + LATER }),
  ]);
});

test.each([
  ['is still there', [{}], true, kept(0), true],
  ['is revoked', [{ revoked: true }], true, kept(0), false],
  ['has expired', [{ expiresAt: now }], true, kept(0), false],
  ['is in the list no more', [], true, kept(0), false],
  ['is not in an incomplete list', [], false, kept(0), true],
  ['is of another account', [], true, kept(0, { identityId: other }), true],
  ['was put off, and its time is', [{}], true, kept(0, { until: now }), false],
  ['was put off', [{}], true, kept(0, { until: now + 1 }), true],
] as const)('what is kept of a token that %s', (_, tokens, complete, spared, stays) => {
  expect(withoutGone([spared], list([...tokens], complete), now)).toEqual(stays ? [spared] : []);
});
