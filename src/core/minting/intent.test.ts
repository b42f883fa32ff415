import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../duration';
import { HostId } from '../host';
import { Token, TokenId } from '../token';
import { type Intent, settle, withGrant } from './intent';
import { withKept } from './kept-secret';

const start = Date.UTC(2026, 2, 1, 12);
const [mine, other] = ['5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11', '952858d3-7084-4635-964e-3c2a57645185'].map((id) =>
  TokenId.parse(id),
) as [TokenId, TokenId];

const intent: Intent = {
  id: 'one',
  hostId: HostId.parse('services:fabrikam'),
  identityId: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043',
  name: 'laptop',
  scopes: ['vso.code', 'vso.work'],
  startedAt: start,
  startedHere: start,
  knownIds: [],
  grantedId: null,
  grantedAt: null,
  strayIds: [],
};

const token = (parts: Partial<Token> = {}) =>
  Token.parse({
    id: mine,
    name: 'laptop',
    scopes: ['vso.work', 'vso.code'],
    createdAt: start + SECOND,
    expiresAt: null,
    organizationIds: null,
    revoked: false,
    ...parts,
  });

const list = (tokens: Token[], at: number, complete = true) => ({ tokens, complete, askedAt: at, servedAt: at });

test('a token that the lost create made is found, whatever the order of its scopes', () => {
  expect(settle(intent, list([token()], start + SECOND))?.strayIds).toEqual([mine]);
});

test.each([
  ['another name', { name: 'desktop' }],
  ['other scopes', { scopes: ['vso.code'] }],
  ['revoked', { revoked: true }],
  ['made before', { createdAt: start - MINUTE }],
  ['made long after', { createdAt: start + 10 * MINUTE }],
])('a token is not taken for it: %s', (_, parts) => {
  expect(settle(intent, list([token(parts)], start + 5 * MINUTE))).toBeNull();
});

test('a namesake that was there before is not taken for it', () => {
  expect(settle({ ...intent, knownIds: [mine] }, list([token()], start + 5 * MINUTE))).toBeNull();
});

test('nothing is decided while the server may still be at it, nor by an incomplete list', () => {
  expect(settle(intent, list([], start + SECOND))).toEqual(intent);
  expect(settle(intent, list([], start + 5 * MINUTE, false))).toEqual(intent);
});

test('a machine that slept sends it after its sleep: what is made then is of it', () => {
  const slept = { ...intent, givenUpAt: start + 60 * MINUTE };
  const late = token({ createdAt: start + 60 * MINUTE + SECOND });
  expect(settle(slept, list([late], start + 61 * MINUTE))?.strayIds).toEqual([mine]);
  expect(settle(slept, list([], start + 61 * MINUTE))).toEqual(slept);
  expect(settle(slept, list([], start + 70 * MINUTE))).toBeNull();
});

test('a create that was answered is done with the first list, unless the browser sent it twice', () => {
  const granted = { ...intent, grantedId: other, grantedAt: start };
  expect(settle(granted, list([token({ id: other })], start + SECOND))).toBeNull();
  expect(settle(granted, list([token({ id: other }), token()], start + SECOND))?.strayIds).toEqual([mine]);
});

test('a list that was asked for before the token was granted decides nothing', () => {
  const granted = { ...intent, grantedId: other, grantedAt: start + 2 * SECOND };
  expect(settle(granted, list([], start + SECOND))).toEqual(granted);
});

test('the token of a second try is not the stray of the first', () => {
  const [first] = withGrant([intent, { ...intent, id: 'two' }], 'two', { tokenId: mine, at: start + SECOND });
  expect(first && settle(first, list([token()], start + 5 * MINUTE))).toBeNull();
});

test('a token is found also where the Date header is an hour off the dates of tokens', () => {
  const skewed = { ...intent, startedAt: start + 60 * MINUTE };
  expect(settle(skewed, list([token()], start + 60 * MINUTE))?.strayIds).toEqual([mine]);
});

test.each<[string, Partial<Intent>, { hostId?: HostId; id?: TokenId; name?: string }, TokenId | null]>([
  ['is granted the token', {}, {}, mine],
  ['of another name is not', { name: 'desktop' }, {}, null],
  ['of another host is not', {}, { hostId: HostId.parse('services:contoso') }, null],
  ['from after that token is not', { knownIds: [mine] }, {}, null],
  ['that has its token keeps it', { grantedId: other }, {}, other],
])('an intent whose secret is kept, and that %s', (_, parts, kept, granted) => {
  const { hostId = intent.hostId, id = mine, name = 'laptop' } = kept;
  const [left] = withKept([{ ...intent, ...parts }], [{ hostId, token: { id, name } }], start);
  expect(left?.grantedId).toBe(granted);
});
