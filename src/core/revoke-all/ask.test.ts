import { expect, test } from 'vitest';
import { MINUTE } from '../duration';
import { HostId } from '../host';
import type { Placed } from '../names/placed';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { checkAsk, estimate, isConfirmed } from './ask';

const now = Date.UTC(2026, 10, 25, 12);
const [fabrikam, contoso] = ['fabrikam', 'contoso'].map((name) => HostId.parse(name)) as [HostId, HostId];
const id = (number: number) => TokenId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const at = (number: number, hostId = fabrikam): Placed => ({ hostId, tokenId: id(number) });
const token = (number: number, parts: Partial<Token> = {}) =>
  ({ id: id(number), revoked: false, expiresAt: now + MINUTE, ...parts }) as Token;
const list = (tokens: Token[], complete = true, hostId = fabrikam, clockSkew = 0) => ({
  hostId,
  snapshot: { tokens, complete, clockSkew } as unknown as Snapshot,
});

const two = list([token(1), token(2)]);

test.each<[string, string, Placed[], (typeof two)[], string | undefined]>([
  ['with the word, for what works', 'fabrikam', [at(1), at(2)], [two], undefined],
  ['with space around the word', ' fabrikam ', [at(1)], [two], undefined],
  ['with another word', 'fabrika', [at(1)], [two], 'word'],
  ['without the word', '', [at(1)], [two], 'word'],
  ['for nothing', 'fabrikam', [], [two], 'empty'],
  ['where no list was read', 'fabrikam', [at(1)], [], 'incomplete'],
  ['where a list is incomplete', 'fabrikam', [at(1)], [two, list([], false, contoso)], 'incomplete'],
  ['for one that is not there, beside one that is', 'fabrikam', [at(1), at(4)], [two], 'changed'],
  ['for one that is revoked', 'fabrikam', [at(1)], [list([token(1, { revoked: true })])], 'changed'],
  ['for one that has ended', 'fabrikam', [at(1)], [list([token(1, { expiresAt: now })])], 'changed'],
  [
    'for one that has ended by the clock of its server',
    'fabrikam',
    [at(1)],
    [list([token(1)], true, fabrikam, MINUTE)],
    'changed',
  ],
  ['for one of another host', 'fabrikam', [at(1, contoso)], [two, list([token(2)], true, contoso)], 'changed'],
  ['for one of a host that was not read', 'fabrikam', [at(1, contoso)], [two], 'changed'],
  [
    'for one that is protected, beside one that is not',
    'fabrikam',
    [at(1), at(3)],
    [list([token(1), token(3)])],
    'protected',
  ],
])('a revoke-all that was confirmed %s', (_, typed, tokens, lists, reason) => {
  const by = { word: 'fabrikam', lists, isProtected: ({ tokenId }: Placed) => tokenId === id(3), now };
  expect(checkAsk({ tokens, typed }, by)).toEqual(
    reason ? { ok: false, failure: { kind: 'invalid', field: 'revoke-all', reason } } : { ok: true, value: undefined },
  );
});

test('where there is no word, nothing that is typed confirms it', () => {
  expect(['', ' ', 'fabrikam'].map((typed) => isConfirmed(typed, ''))).toEqual([false, false, false]);
});

test.each([
  [1, 300],
  [4, 300],
  [5, 500],
])('%s tokens take about %s ms: four at a time, then the list', (count, time) => {
  expect(estimate(count, { requestTime: 200, listTime: 100 })).toBe(time);
});
