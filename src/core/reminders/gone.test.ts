import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { HostId, KnownHost } from '../host';
import { TokenId } from '../token';
import { withoutGone } from './gone';
import { nothingTold } from './told-of';

const NOW = Date.UTC(2026, 2, 8);
const hostId = HostId.parse('services:fabrikam');
const identity = { id: '0f0e0d0c-0b0a-4909-8807-060504030201', name: 'Normal Paulk' };
const other = { id: '0f0e0d0c-0b0a-4909-8807-060504030202', name: 'Raisa' };
const id = TokenId.parse('5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11');
const host = KnownHost.parse({ id: hostId, kind: 'services', name: 'fabrikam', identity });
const token = { id, name: 'x', scopes: [], createdAt: 0, expiresAt: NOW, organizationIds: null, revoked: false };
const list = { identity, tokens: [token], readAt: NOW, clockSkew: 0, complete: true };
const record = nothingTold({ id, name: 'x', hostId, identityId: identity.id, expiresAt: NOW, endsAt: NOW });

test.each([
  ['a token that is listed', [{ host, snapshot: list }], 1],
  ['one that is revoked', [{ host, snapshot: { ...list, tokens: [{ ...token, revoked: true }] } }], 0],
  ['one that a complete list does not have', [{ host, snapshot: { ...list, tokens: [] } }], 0],
  ['one that an incomplete list does not have', [{ host, snapshot: { ...list, tokens: [], complete: false } }], 1],
  [
    'one that a list of only what was made there does not have',
    [{ host, snapshot: { ...list, tokens: [], onlyMadeHere: true as const } }],
    1,
  ],
  ['one of another account', [{ host, snapshot: { ...list, tokens: [], identity: other } }], 1],
  ['one of a host whose list is not known', [{ host, snapshot: null }], 1],
  ['one of a host that was removed', [], 0],
])('of %s the record stays or goes', (_, known, left) => {
  expect(withoutGone([record], known, NOW)).toHaveLength(left);
});

test('what was of an account that does not come back goes a month after the end', () => {
  const known = [{ host, snapshot: { ...list, tokens: [], identity: other } }];
  expect(withoutGone([record], known, NOW + 31 * DAY)).toEqual([]);
});
