import { expect, test } from 'vitest';
import { Token, TokenId } from '../token';
import { likely, type Seen } from './match';

const now = Date.UTC(2026, 10, 26);
const [me, somebody] = ['bb5bb6c8-ef0a-400f-8987-92b3674d2043', '3f0a5c7e-52d1-4e0b-9d5b-6c1f0e2a9b77'];
const fabrikam = { id: 'services:fabrikam', instanceId: '38aaa865-2c70-4bf7-a308-0c6539c38c1a', identity: { id: me } };
const contoso = { id: 'services:contoso', instanceId: '6affcbef-fe5d-44c6-8a29-439b79aaa118', identity: { id: me } };

let count = 0;
type At = { id: string; instanceId?: string; identity: { id: string } };

function listed(parts: Partial<Token> = {}, host: At = fabrikam) {
  count += 1;
  const token = Token.parse({
    id: TokenId.parse(`00000000-0000-4000-8000-${String(count).padStart(12, '0')}`),
    name: `token ${count}`,
    scopes: ['vso.code'],
    createdAt: Date.UTC(2026, 2, 10),
    expiresAt: Date.UTC(2027, 0, 1),
    organizationIds: host.instanceId ? [host.instanceId] : [],
    revoked: false,
    ...parts,
  });
  return { token, host, now };
}

const seen: Seen = {
  works: [{ ...fabrikam, user: me }],
  open: ['vso.code'],
  closed: ['vso.work'],
  made: { year: 2026, month: 3 },
};

test('a token is not one that is over, of somebody else, of another month, or of other scopes', () => {
  const right = listed();
  const wrong = [
    listed({ revoked: true }),
    listed({ expiresAt: now - 1 }),
    listed({ createdAt: Date.UTC(2026, 4, 1) }),
    listed({ scopes: ['vso.build'] }),
    listed({ scopes: ['vso.code', 'vso.work_write'] }),
    listed({ scopes: ['app_token'] }),
    listed({}, { ...fabrikam, identity: { id: somebody } }),
    listed({}, contoso),
  ];
  expect(likely([...wrong, right], seen)).toEqual([right]);
});

test('what is not known of it speaks against nothing', () => {
  const all = [
    listed({ createdAt: null }),
    listed({ expiresAt: null }),
    listed({ scopes: ['vso.code_full', 'vso.unheard'] }),
  ];
  expect(likely(all, seen)).toEqual(all);
  expect(likely([listed({ createdAt: 0 })], { ...seen, made: null })).toHaveLength(1);
});

test('one that works in several organizations is of all of them, and one of a single organization is not', () => {
  const everywhere = listed({ organizationIds: null }, contoso);
  const both = listed({ organizationIds: [fabrikam.instanceId, contoso.instanceId] }, contoso);
  const one = listed();
  expect(
    likely([everywhere, both, one], {
      ...seen,
      works: [
        { ...fabrikam, user: me },
        { ...contoso, user: me },
      ],
    }),
  ).toEqual([everywhere, both]);
});

test('one of the last evening of a month is of the next one in another time zone', () => {
  const late = listed({ createdAt: Date.UTC(2026, 1, 28, 20) });
  expect(likely([late], seen)).toEqual([late]);
});

test('one is over at the very end of its time', () => {
  const [over, last] = [listed({ expiresAt: now }), listed({ expiresAt: now + 1 })];
  expect(likely([over, last], seen)).toEqual([last]);
});

test('on a server it is one of the collection that takes it, or one of all', () => {
  const [one, two] = ['One', 'Two'].map((name) => ({ id: `server:https://tfs/${name}`, identity: { id: me } }));
  if (!one || !two) throw new Error('two collections');
  const there = listed({ organizationIds: [fabrikam.instanceId] }, one);
  const elsewhere = listed({ organizationIds: [contoso.instanceId] }, two);
  const wide = listed({ organizationIds: [contoso.instanceId], inAllCollections: true }, two);
  const works = [{ id: one.id, user: me }];
  expect(likely([there, elsewhere, wide], { ...seen, works })).toEqual([there, wide]);
});
