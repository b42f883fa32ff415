import { expect, test } from 'vitest';
import { MINUTE } from '../duration';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { revokedSince } from './ended-elsewhere';

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
