import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { type Host, HostId, servicesHost } from '../host';
import { type Token, TokenId } from '../token';
import { actionsOn } from './abilities';
import { updateOn } from './doors-at';

const server: Host = {
  id: HostId.parse('server:x'),
  kind: 'server',
  name: 'tfs/C',
  root: 'http://tfs/C',
  base: 'http://tfs',
  product: 'TFS 2018',
  tokensAt: 'collection',
  version: '4.1',
  createVersion: '1.0',
  hasProviders: false,
};
const organization = servicesHost('fabrikam') as Host; // a good name

test.each([
  ['a server on premises', server, true, 'no-such-call'],
  ['an organization with the lifecycle API open', organization, true, 'open'],
  ['one that keeps it closed', organization, false, 'closed'],
  ['one that was not asked yet', organization, null, 'unknown'],
] as const)('%s', (_, host, lifecycle, update) => {
  expect(updateOn(host, { lifecycle })).toBe(update);
});

const now = Date.UTC(2026, 10, 25);
const token: Token = {
  id: TokenId.parse('00000000-1111-4222-8333-444444444444'),
  name: 'laptop',
  scopes: ['vso.code'],
  createdAt: now - DAY,
  expiresAt: now + DAY,
  organizationIds: ['00000000-1111-4222-8333-666666666666'],
  revoked: false,
};

test.each([
  ['active, where tokens can be changed', token, 'open', 'rotate extend edit duplicate revoke'],
  [
    'of an unknown end, where tokens can be changed',
    { ...token, expiresAt: null },
    'open',
    'rotate extend edit duplicate revoke',
  ],
  ['active, where they cannot', token, 'closed', 'rotate duplicate revoke'],
  ['expired', { ...token, expiresAt: now }, 'open', 'duplicate revoke'],
  ['revoked', { ...token, revoked: true }, 'open', 'duplicate'],
  ['for all organizations', { ...token, organizationIds: null }, 'open', 'replace duplicate revoke'],
] as const)('a token that is %s', (_, given, update, actions) => {
  expect(actionsOn(given as Token, update, now).join(' ')).toBe(actions);
});
