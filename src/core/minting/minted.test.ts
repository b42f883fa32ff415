import { expect, test } from 'vitest';
import { MINUTE } from '../duration';
import { HostId } from '../host';
import type { Token } from '../token';
import { grantedOtherwise, type Minted, placeOf } from './minted';

const end = Date.UTC(2026, 10, 25, 12);
const asked = { scopes: ['vso.code', 'vso.work'], expiresAt: end };
const minted = (granted: Partial<Token>) =>
  ({
    hostId: HostId.parse('services:fabrikam'),
    token: { id: 'its id', scopes: ['vso.work', 'vso.code'], expiresAt: end, ...granted } as Token,
    asked,
  }) as Minted;

test.each<[string, Partial<Token>, { expiry: boolean; scopes: boolean }]>([
  ['the same, in another order', {}, { expiry: false, scopes: false }],
  ['an end that is rounded', { expiresAt: end + MINUTE - 1 }, { expiry: false, scopes: false }],
  ['an earlier end', { expiresAt: end - MINUTE }, { expiry: true, scopes: false }],
  ['a later end', { expiresAt: end + MINUTE }, { expiry: true, scopes: false }],
  ['an end that cannot be read', { expiresAt: null }, { expiry: true, scopes: false }],
  ['a scope less', { scopes: ['vso.code'] }, { expiry: false, scopes: true }],
  ['a scope more', { scopes: ['vso.code', 'vso.work', 'vso.build'] }, { expiry: false, scopes: true }],
  ['another scope', { scopes: ['vso.code', 'vso.build'] }, { expiry: false, scopes: true }],
])('a server that grants %s', (_, granted, otherwise) => {
  expect(grantedOtherwise(minted(granted))).toEqual(otherwise);
});

test('a new token is at its host', () => {
  expect(placeOf(minted({}))).toEqual({ hostId: 'services:fabrikam', tokenId: 'its id' });
});
