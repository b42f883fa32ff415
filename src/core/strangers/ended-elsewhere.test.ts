import { expect, test } from 'vitest';
import { MINUTE } from '../duration';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { mayHaveArrived, revokedSince } from './ended-elsewhere';

const readAt = Date.UTC(2026, 10, 25, 12);
const id = TokenId.parse('8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10');
const list = (tokens: Partial<Token>[], parts: object = {}) =>
  ({ identity: { id: 'me', name: '' }, readAt, clockSkew: 0, tokens, complete: true, ...parts }) as Snapshot;
const works = { id, revoked: false, expiresAt: readAt + MINUTE };
const revoked = { ...works, revoked: true };

test.each<[string, Snapshot | null, Snapshot, boolean]>([
  ['worked and is revoked', list([works]), list([revoked]), true],
  ['worked and works', list([works]), list([works]), false],
  ['worked and is missing', list([works]), list([]), false],
  ['was revoked before', list([revoked]), list([revoked]), false],
  ['had ended before', list([{ ...works, expiresAt: readAt }]), list([revoked]), false],
  ["had ended by the server's clock", list([works], { clockSkew: MINUTE }), list([revoked]), false],
  ['was not there before', list([]), list([revoked]), false],
  ['was never read before', null, list([revoked]), false],
  ["worked in another account's list", list([works], { identity: { id: 'she' } }), list([revoked]), false],
])('of what somebody has revoked since: a token that %s', (_, before, now, isRevoked) => {
  expect(revokedSince(before, now).map((token) => token.id)).toEqual(isRevoked ? [id] : []);
});

test.each<[string, Snapshot | null, boolean]>([
  ['there is no list before', null, true],
  ['the list before is older', list([works], { readAt: readAt - 1 }), true],
  ['the list before was read when it may have been on its way', list([works], { readAt: readAt + 2 * MINUTE }), true],
  ['the token worked by a list from later', list([works], { readAt: readAt + 2 * MINUTE + 1 }), false],
])('where %s, a revoke that failed may have ended a token or not', (_, before, may) => {
  expect(mayHaveArrived(readAt, before)).toBe(may);
});
