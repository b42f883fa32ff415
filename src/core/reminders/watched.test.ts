import { expect, test } from 'vitest';
import { DAY, MINUTE } from '../duration';
import type { KnownHost } from '../host';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { type Known, watchedIn } from './watched';

const now = Date.UTC(2026, 10, 25, 12);
const id = TokenId.parse('8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10');
const host = (name = 'fabrikam') =>
  ({ id: `services:${name}`, kind: 'services', identity: { id: 'me', name: '' } }) as KnownHost;
const token = (parts: Partial<Token> = {}) =>
  ({
    id,
    name: 'laptop',
    scopes: [],
    organizationIds: ['one'],
    revoked: false,
    expiresAt: now + DAY,
    ...parts,
  }) as unknown as Token;
const list = (each: Token, identity = 'me') =>
  ({ identity: { id: identity, name: '' }, tokens: [each], clockSkew: MINUTE }) as Snapshot;
const she = (identity = 'she') => ({
  identity: { id: identity, name: '' },
  readAt: now,
  clockSkew: 2 * MINUTE,
  ends: [{ tokenId: id, key: 'a key', expiresAt: now + DAY }],
});
const tool = token({ name: 'Git: https://dev.azure.com/a on b' });
const mine = {
  id,
  name: 'laptop',
  hostId: 'services:fabrikam',
  identityId: 'me',
  expiresAt: now + DAY,
  endsAt: now + DAY - MINUTE,
};
const hers = { ...mine, name: null, identityId: 'she', endsAt: now + DAY - 2 * MINUTE };

test.each<[string, Known[], boolean, object[]]>([
  ['of who is signed in', [{ host: host(), snapshot: list(token()) }], false, [mine]],
  ['of nobody else by their list', [{ host: host(), snapshot: list(token(), 'she') }], false, []],
  ['of a host that was not read', [{ host: host(), snapshot: null }], false, []],
  ['that is not known', [{ host: host(), snapshot: list(token({ expiresAt: null })) }], false, []],
  ['of what is revoked', [{ host: host(), snapshot: list(token({ revoked: true })) }], false, []],
  ["of a tool's token", [{ host: host(), snapshot: list(tool) }], false, []],
  [
    "of a tool's token, if it is wanted",
    [{ host: host(), snapshot: list(tool) }],
    true,
    [{ ...mine, name: tool.name }],
  ],
  ['of who was signed in before', [{ host: host(), snapshot: null, others: [she()] }], false, [hers]],
  ['of who is signed in again, by their list', [{ host: host(), snapshot: null, others: [she('me')] }], false, []],
])('the end is watched: %s', (_, known, remindOfRenewed, watched) => {
  expect(watchedIn(known, { remindOfRenewed })).toEqual(watched);
});

test('a token that several organizations list is watched once, and two of one id are two', () => {
  const both = (each: Token) => [host(), host('contoso')].map((at) => ({ host: at, snapshot: list(each) }));
  expect(watchedIn(both(token({ organizationIds: null })), { remindOfRenewed: false })).toEqual([mine]);
  expect(watchedIn(both(token()), { remindOfRenewed: false })).toHaveLength(2);
});
