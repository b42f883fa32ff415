import { expect, test } from 'vitest';
import { MINUTE, SECOND } from '../duration';
import { HostId } from '../host';
import { Token, TokenId } from '../token';
import { type Intent, mayBeOf, settle, withEnd, withGrant, withStart } from './intent';
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

test.each<[string, Partial<Token>, boolean]>([
  ['five seconds before', { createdAt: start - 5 * SECOND }, true],
  ['earlier', { createdAt: start - 5 * SECOND - 1 }, false],
  ['two minutes later', { createdAt: start + 2 * MINUTE }, true],
  ['later', { createdAt: start + 2 * MINUTE + 1 }, false],
  ['nobody knows when', { createdAt: null }, true],
])('a token may be of the create that was made %s', (_, parts, isOfIt) => {
  const left = settle(intent, list([token(parts)], start + SECOND));
  expect(left?.strayIds).toEqual(isOfIt ? [mine] : []);
  expect(mayBeOf(intent, token(parts))).toBe(isOfIt);
});

test('a token may be of the create that was granted it, or has it as a stray, whatever became of it', () => {
  const changed = token({ name: 'desktop', revoked: true });
  expect(mayBeOf({ ...intent, grantedId: mine }, changed)).toBe(true);
  expect(mayBeOf({ ...intent, strayIds: [mine] }, changed)).toBe(true);
  expect(mayBeOf({ ...intent, grantedId: other, strayIds: [other] }, changed)).toBe(false);
});

test.each([
  ['neither clock', start + 2 * MINUTE, start + 2 * MINUTE, false],
  ["the server's clock", start + 2 * MINUTE + 1, start, true],
  ['our own', start, start + 2 * MINUTE + 1, true],
  ['our own, which was set back', start, start - 2 * MINUTE - 1, true],
])('a list decides once the create can no longer come, by %s', (_, servedAt, askedAt, isDecided) => {
  expect(settle(intent, { ...list([], start), servedAt, askedAt }) === null).toBe(isDecided);
});

test('a create that goes out, or whose answer is given up, is written down as that one', () => {
  const two = { ...intent, id: 'two' };
  const times = { startedAt: start + MINUTE, startedHere: start + 2 * MINUTE };
  expect(withStart([intent, two], 'two', times)).toEqual([intent, { ...two, ...times }]);
  expect(withEnd([intent, two], 'two', start + MINUTE)).toEqual([intent, { ...two, givenUpAt: start + MINUTE }]);
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
  expect(settle(granted, list([], start + 2 * SECOND))).toEqual(granted);
});

test('the token of a second try is not the stray of the first', () => {
  const [first] = withGrant([intent, { ...intent, id: 'two' }], 'two', { tokenId: mine, at: start + SECOND });
  expect(first && settle(first, list([token()], start + 5 * MINUTE))).toBeNull();
});

test('a token that is granted is no longer the stray of another try, whose other strays stay', () => {
  const lost = { ...intent, strayIds: [mine, other] };
  const grant = { tokenId: mine, at: start + SECOND };
  expect(withGrant([lost, { ...intent, id: 'two' }], 'two', grant)).toEqual([
    { ...intent, strayIds: [other], knownIds: [mine] },
    { ...intent, id: 'two', grantedId: mine, grantedAt: start + SECOND },
  ]);
});

test('a token that is granted is no longer the stray of its own try, which a list was quicker to call it', () => {
  const [granted] = withGrant([{ ...intent, strayIds: [mine, other] }], intent.id, { tokenId: mine, at: start });
  expect(granted).toMatchObject({ grantedId: mine, strayIds: [other] });
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
