import { expect, test } from 'vitest';
import { DAY } from './duration';
import { HostId } from './host';
import { type Revoke, untold, withoutWaiting, withProgress, withRevoke } from './revoke';
import { TokenId } from './token';

const tokenId = TokenId.parse('00000000-1111-4222-8333-444444444444');
const waiting: Revoke = {
  hostId: HostId.parse('services:fabrikam'),
  identityId: '00000000-1111-4222-8333-555555555555',
  tokenId,
  name: 'laptop',
  dueAt: 5_000,
  progress: { state: 'waiting' },
};
const sent: Revoke = { ...waiting, progress: { state: 'sent' } };
const ended: Revoke = { ...waiting, progress: { state: 'ended', at: 6_000, outcome: 'revoked' } };

test('a second press for the same token changes nothing', () => {
  expect(withRevoke([waiting], { ...waiting, dueAt: 9_000 })).toEqual([waiting]);
  expect(withRevoke([sent], waiting)).toEqual([sent]);
});

test('a token that is still there after a revoke, or whose revoke has failed, can be revoked again', () => {
  const failed: Revoke = { ...waiting, progress: { state: 'failed', at: 6_000, failure: { kind: 'offline' } } };
  expect(withRevoke([ended], waiting)).toEqual([waiting]);
  expect(withRevoke([failed], waiting)).toEqual([waiting]);
});

test('what was sent cannot be taken back', () => {
  expect(withoutWaiting([waiting], waiting)).toEqual([]);
  expect(withoutWaiting([sent], sent)).toEqual([sent]);
});

test('the token of another host that says it has the same id is another one', () => {
  const theirs = { ...waiting, hostId: HostId.parse('server:http://tfs.hostile.example') };
  expect(withRevoke([waiting], theirs)).toEqual([waiting, theirs]);
  expect(withoutWaiting([waiting, theirs], theirs)).toEqual([waiting]);
  expect(withProgress([waiting, theirs], theirs, ended.progress)[0]).toEqual(waiting);
  expect(untold([ended], [theirs], 6_000)).toEqual([ended]);
});

test('one moves on, the others stay', () => {
  const other = { ...waiting, tokenId: TokenId.parse('00000000-1111-4222-8333-666666666666') };
  expect(withProgress([waiting, other], waiting, sent.progress)).toEqual([sent, other]);
});

test.each([
  ['waiting', waiting, [], 0, 1],
  ['sent', sent, [waiting], 0, 1],
  ['ended and not told', ended, [], 6_000, 1],
  ['ended and told', ended, [waiting], 6_000, 0],
  ['ended within a week', ended, [], 6_000 + 7 * DAY - 1, 1],
  ['ended a week ago', ended, [], 6_000 + 7 * DAY, 0],
] as const)('one that is %s', (_, revoke, told, now, left) => {
  expect(untold([revoke], told, now)).toHaveLength(left);
});
