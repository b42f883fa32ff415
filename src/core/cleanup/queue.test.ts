import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { type KnownHost, servicesHost } from '../host';
import { Token, TokenId } from '../token';
import { type Known, queueOf } from './queue';
import type { Candidate } from './reasons';

const now = Date.UTC(2026, 10, 26, 12);
const identity = { id: '00000000-1111-4222-8333-555555555555', name: 'Normal Paulk' };

function hostOf(name: string): KnownHost {
  const host = servicesHost(name);
  if (!host) throw new Error(name);
  return { ...host, identity };
}
const [fabrikam, contoso] = [hostOf('fabrikam'), hostOf('contoso')];
const idOf = (index: number) => TokenId.parse(`00000000-1111-4222-8333-${String(index).padStart(12, '0')}`);

let made = 0;
function row(told: Partial<Token> = {}, at: Partial<Candidate> = {}): Candidate {
  made += 1;
  const token = Token.parse({
    id: idOf(made),
    name: `deploy of shop ${made}`,
    scopes: ['vso.code'],
    createdAt: now - 90 * DAY,
    expiresAt: now + 60 * DAY,
    organizationIds: ['33333333-3333-4333-8333-333333333333'],
    revoked: false,
    ...told,
  });
  return { token, host: fabrikam, now, role: null, ...at };
}

const no = () => false;
const nothing: Known<Candidate> = { isStray: no, isHeld: no, isSpared: no };
const kinds = (rows: Candidate[], known: Partial<Known<Candidate>> = {}) =>
  queueOf(rows, { ...nothing, ...known }).map((each) => [each.row.token.name, ...each.reasons.map(({ kind }) => kind)]);

const full = { scopes: ['app_token'] };

test.each([
  ['nothing', {}, []],
  ['full access that its name says nothing of', { ...full, name: 'my token' }, ['full-unnamed']],
  ['full access for what needs less', { ...full, name: 'npm restore' }, ['full-unneeded']],
  ['full access under another name', { ...full, name: 'admin script' }, ['full-access']],
  ['all organizations', { organizationIds: null }, ['global']],
  ['a name that says test', { name: 'shop-test' }, ['test-name']],
  ['the same, for test plans', { name: 'shop-test', scopes: ['vso.code', 'vso.test_write'] }, []],
  ['an end that is near', { expiresAt: now + 14 * DAY }, ['ending']],
  [
    'all of it',
    { ...full, name: 'test', organizationIds: null, expiresAt: now + DAY },
    ['full-unnamed', 'global', 'test-name', 'ending'],
  ],
  ['all of it, but is over', { ...full, name: 'test', expiresAt: now }, null],
  ['all of it, but is revoked', { ...full, name: 'test', revoked: true }, null],
  ['an end that is near, which its tool replaces', { name: 'Git: https://x.example on pc', expiresAt: now + DAY }, []],
] as const)('a token with %s', (_, told, expected) => {
  const [found] = kinds([row(told as Partial<Token>)]);
  expect(found?.slice(1) ?? []).toEqual(expected ?? []);
});

test('of twins the newest stays, and one with the ending of a rotation stands in the place of the one without', () => {
  const old = row({ name: 'ci-build', createdAt: now - 90 * DAY });
  const unknown = row({ name: 'ci-build ', createdAt: null });
  const newest = row({ name: 'ci-build', createdAt: now - DAY });
  const wider = row({ name: 'ci-build', scopes: ['vso.code_write'] });
  expect(kinds([newest, old, unknown, wider])).toEqual([
    ['ci-build', 'twin'],
    ['ci-build ', 'twin'],
  ]);
  const successor = row({ name: 'ci-build 2026-11-25 abcde', createdAt: now });
  expect(kinds([newest, successor])).toEqual([['ci-build', 'superseded']]);
  expect(kinds([row({ name: ' ' }), row({ name: ' ' })])).toEqual([]);
});

test('the newest of twins is that by its day, whatever its id; of one day, one of them stays', () => {
  const [newest, old] = [
    row({ name: 'ci-build', createdAt: now - DAY }),
    row({ name: 'ci-build', createdAt: now - 2 * DAY }),
  ];
  const same = row({ name: 'ci-build', createdAt: now - DAY });
  const queued = (...rows: Candidate[]) => queueOf(rows, nothing).map((each) => each.row);
  expect([queued(newest, old), queued(old, newest)]).toEqual([[old], [old]]);
  expect([queued(newest, same), queued(same, newest)]).toEqual([[newest], [newest]]);
});

test('twins have the same scopes in any order, all of them', () => {
  const of = (...scopes: string[]) => row({ name: 'ci-build', scopes });
  expect(kinds([of('vso.code', 'vso.work'), of('vso.work', 'vso.code')])).toEqual([['ci-build', 'twin']]);
  expect(kinds([of('vso.code', 'vso.work'), of('vso.code'), of('vso.code', 'vso.build'), of()])).toEqual([]);
});

test('the weightiest reason is said first, and what weighs and lives the same stands in one order', () => {
  const twins = [
    row({ ...full, name: 'admin script', createdAt: 1 }),
    row({ ...full, name: 'admin script', createdAt: 2 }),
  ];
  expect(kinds(twins)).toEqual([
    ['admin script', 'twin', 'full-access'],
    ['admin script', 'full-access'],
  ]);
  const [first, second] = [row({ name: 'test a' }), row({ name: 'test b' })];
  for (const rows of [
    [first, second],
    [second, first],
  ])
    expect(kinds(rows).map(([name]) => name)).toEqual(['test a', 'test b']);
});

test('what is on its way to its end, or has replaced something, stands in the place of nobody', () => {
  const [old, newest] = [row({ name: 'ci-build', createdAt: 1 }), row({ name: 'ci-build', createdAt: 2 })];
  expect(kinds([old, newest], { isHeld: (each) => each === newest })).toEqual([]);
  expect(kinds([old, { ...newest, role: { is: 'old', others: [] } }])).toEqual([]);
  expect(kinds([old, { ...newest, host: contoso }])).toEqual([]);
});

test('the weightiest comes first; of those the one that lives longest; never a name alone before full access', () => {
  const rows = [
    row({ name: 'test a', expiresAt: now + 20 * DAY }),
    row({ name: 'test b', expiresAt: null }),
    row({ ...full, name: 'admin script' }),
    row({ name: 'test c', expiresAt: now + 30 * DAY }),
    row({ name: 'lost' }),
  ];
  const names = queueOf(rows, { ...nothing, isStray: ({ token }) => token.name === 'lost' });
  expect(names.map((each) => each.row.token.name)).toEqual(['lost', 'admin script', 'test b', 'test c', 'test a']);
});

const anyRow = fc
  .record({
    name: fc.constantFrom('', 'test', 'ci-build', 'ci-build 2026-11-25 abcde', 'npm restore', 'temp', 'admin script'),
    scopes: fc.constantFrom<string[]>(['app_token'], ['vso.code'], ['vso.packaging', 'vso.code']),
    createdAt: fc.constantFrom(null, now - 90 * DAY, now - DAY),
    expiresAt: fc.constantFrom(null, now - 1, now, now + DAY, now + 90 * DAY),
    organizationIds: fc.constantFrom<string[] | null>(null, ['33333333-3333-4333-8333-333333333333']),
    revoked: fc.boolean(),
    hasRole: fc.boolean(),
    host: fc.constantFrom(fabrikam, contoso),
    held: fc.boolean(),
    spared: fc.boolean(),
  })
  .map(({ hasRole, host, held, spared, ...told }) => ({
    ...row(told, { host, role: hasRole ? { is: 'old' } : null }),
    held,
    spared,
  }));

const asked = {
  isStray: no,
  isHeld: ({ held }: { held: boolean }) => held,
  isSpared: (each: { spared: boolean }) => each.spared,
};

test('no order of the lists changes the queue, and what is over, held or spared is never in it', () => {
  fc.assert(
    fc.property(
      fc
        .array(anyRow, { maxLength: 30 })
        .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
      ([rows, shuffled]) => {
        const queue = queueOf(rows, asked);
        expect(queueOf(shuffled, asked)).toEqual(queue);
        for (const { row: each, reasons } of queue) {
          expect(reasons.length).toBeGreaterThan(0);
          expect([each.held, each.spared, each.role, each.token.revoked]).toEqual([false, false, null, false]);
          expect((each.token.expiresAt ?? now + 1) > now).toBe(true);
        }
        expect(new Set(queue.map(({ key }) => key)).size).toBe(queue.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('of twins, one is never in the queue for being one, whoever is held or spared', () => {
  fc.assert(
    fc.property(fc.array(anyRow, { maxLength: 12 }), (rows) => {
      for (const { reasons } of queueOf(rows, asked))
        for (const reason of reasons)
          if ('newer' in reason)
            expect([reason.newer.held, reason.newer.role, reason.newer.token.revoked]).toEqual([false, null, false]);
    }),
    { numRuns: 200 },
  );
});
