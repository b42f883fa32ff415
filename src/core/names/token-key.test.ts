import { expect, test } from 'vitest';
import { HostId, type KnownHost, servicesHost } from '../host';
import { TokenId } from '../token';
import { isIt } from './is-it';
import { eachOnce } from './placed';
import { keyOf } from './token-key';

const id = TokenId.parse('00000000-1111-4222-8333-444444444444');
const ann = { id: '00000000-1111-4222-8333-555555555555', name: 'Ann Example' };
const bob = { id: '00000000-1111-4222-8333-666666666666', name: 'Bob Example' };

function cloud(name: string, identity: KnownHost['identity'] = ann): KnownHost {
  const host = servicesHost(name);
  if (!host) throw new Error(name);
  return { ...host, identity };
}

function server(base: string, collection = 'DefaultCollection'): KnownHost {
  const root = `${base}/${collection}`;
  const versions = { version: '5.0-preview', createVersion: '5.0-preview', tokensAt: 'collection' as const };
  const about = { product: 'Azure DevOps Server 2022', ...versions, hasProviders: true };
  return {
    id: HostId.parse(`server:${root.toLowerCase()}`),
    kind: 'server',
    name: root,
    root,
    base,
    ...about,
    identity: ann,
  };
}

const one = { id, organizationIds: ['33333333-3333-4333-8333-333333333333'] };
const everywhere = { id, organizationIds: null };

test.each([
  ['one organization and another', one, cloud('fabrikam'), cloud('contoso')],
  ['a server and the cloud', everywhere, server('https://tfs.hostile.example'), cloud('fabrikam')],
  ['two servers', everywhere, server('https://tfs.hostile.example'), server('https://tfs.example')],
  ['two accounts', everywhere, cloud('fabrikam'), cloud('contoso', bob)],
  ['where nobody is signed in', everywhere, cloud('fabrikam'), cloud('contoso', null)],
])('a copied id does not make one token of two: %s', (_, token, a, b) => {
  expect(keyOf(token, a)).not.toBe(keyOf(token, b));
  const rows = [a, b].map((host) => ({ token, host }));
  expect(eachOnce(rows, ({ token: of, host }) => keyOf(of, host))).toEqual(rows);
  expect(isIt({ tokenId: id, hostId: a.id, identityId: ann.id }, token, { ...b, identity: bob })).toBe(false);
});

test('a token for all organizations stands once, where the first of them shows it', () => {
  const rows = [cloud('fabrikam'), cloud('contoso')].map((host) => ({ token: everywhere, host }));
  expect(eachOnce(rows, ({ token, host }) => keyOf(token, host))).toEqual([rows[0]]);
});

test.each([
  ['organizations', everywhere, [cloud('fabrikam'), cloud('contoso')], [server('https://x/tfs')]],
  [
    'collections',
    { ...one, inAllCollections: true as const },
    [server('https://X/Tfs'), server('https://X/Tfs', 'Web')],
    [server('https://x/tfs2'), cloud('fabrikam')],
  ],
])(
  'what is written down of a token of several %s is of it in each of them, and on no other product',
  (_, token, there, elsewhere) => {
    for (const { id: hostId } of there) {
      const isOf = (host: KnownHost, each: Parameters<typeof isIt>[1] = token) =>
        isIt({ tokenId: id, hostId, identityId: ann.id }, each, host);
      expect([there, elsewhere].map((hosts) => hosts.map((host) => isOf(host)))).toEqual([
        there.map(() => true),
        elsewhere.map(() => false),
      ]);
      const others = there.filter((host) => host.id !== hostId);
      for (const host of others) expect([isOf(host, one), isOf({ ...host, identity: bob })]).toEqual([false, false]);
    }
  },
);
