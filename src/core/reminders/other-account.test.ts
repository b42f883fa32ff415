import { expect, test } from 'vitest';
import { FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { NOW as now } from '../../../gallery/fixtures/now';
import { idOf, token as usual } from '../../../gallery/fixtures/tokens';
import { DAY, MINUTE } from '../duration';
import type { Snapshot } from '../snapshot';
import type { Token } from '../token';
import { endingWithin, type OtherAccount, withoutSeen } from './other-account';

const tokenId = idOf(1);
const token = (parts: Partial<Token> = {}) => usual({ id: tokenId, expiresAt: now + DAY, ...parts });
const listOf = (id: string, ...tokens: Token[]) =>
  ({ identity: { id, name: '' }, tokens, readAt: now, clockSkew: MINUTE, complete: true }) as Snapshot;
const account = (id: string, ...ends: number[]): OtherAccount => ({
  identity: { id, name: '' },
  readAt: now,
  clockSkew: MINUTE,
  ends: ends.map((expiresAt) => ({ tokenId, key: `${tokenId} services:fabrikam`, expiresAt })),
});
const seen = (all: OtherAccount[], before: Snapshot | null, id = PAUL.id) =>
  withoutSeen(all, { host: FABRIKAM, before, seen: { id, name: '' }, now });

test('of an account that was signed in before, the ends of its tokens are kept, and nothing else', () => {
  expect(seen([], listOf('she', token()))).toEqual([account('she', now + DAY)]);
});

test.each<[string, Token]>([
  ['is revoked', token({ revoked: true })],
  ['has no end', token({ expiresAt: null })],
  ["had ended by the server's clock", token({ expiresAt: now + MINUTE })],
  ['its tool makes anew', token({ name: 'Git: https://dev.azure.com/a on b' })],
])('not the end of a token that %s', (_, each) => {
  expect(seen([], listOf('she', each))).toEqual([]);
  expect(seen([], listOf('she', token(), each))).toEqual([account('she', now + DAY)]);
});

test('an account is watched once, and not while it is signed in', () => {
  const she = account('she', now + DAY);
  expect(seen([she, account('he', now + DAY)], listOf('she', token({ expiresAt: now + 2 * DAY })))).toEqual([
    account('she', now + 2 * DAY),
    account('he', now + DAY),
  ]);
  expect(seen([she], listOf('she', token()), 'she')).toEqual([]);
  expect(seen([she], null)).toEqual([she]);
});

test('an older list of an account takes nothing of what is known from a newer one', () => {
  const she = { ...account('she', now + DAY), readAt: now + 1 };
  expect(seen([she], listOf('she', token({ expiresAt: now + 2 * DAY })))).toEqual([she]);
});

test('an account is watched until a week after its last end, and five of them at most', () => {
  expect(seen([account('she', now - 30 * DAY, now - 7 * DAY + 1)], null)).toHaveLength(1);
  expect(seen([account('she', now - 7 * DAY)], null)).toEqual([]);
  const many = ['1', '2', '3', '4', '5'].map((id) => account(id, now + DAY));
  expect(seen(many, listOf('she', token())).map(({ identity }) => identity.id)).toEqual(['she', '1', '2', '3', '4']);
});

test("what ends within some days is counted by the server's clock", () => {
  const she = account('she', now + MINUTE, now + MINUTE + 1, now + MINUTE + 7 * DAY, now + MINUTE + 7 * DAY + 1);
  expect(endingWithin(she, 7, now)).toBe(2);
  expect(endingWithin(account('she', now + MINUTE), 7, now)).toBe(0);
  expect(endingWithin(account('she', now + MINUTE + 7 * DAY), 7, now)).toBe(1);
});
