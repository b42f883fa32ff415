import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { Token } from '../token';
import { countsOf } from './counts';
import { foundIn, soughtIn } from './token-filter';

const now = Date.UTC(2026, 2, 1, 12);

/** As the screen has it. */
const scopeWords = (scope: string) => (scope === 'vso.packaging_write' ? 'Packaging: Read & write' : scope);

const token = (name: string, scope: string, days: number, revoked = false) =>
  Token.parse({
    id: '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11',
    name,
    scopes: [scope],
    createdAt: null,
    expiresAt: now + days * DAY,
    organizationIds: null,
    revoked,
  });

const tokens = [
  token('laptop', 'vso.code', 90),
  token('pipeline', 'vso.packaging_write', 3),
  token('old', 'vso.code', -1),
  token('gone', 'vso.work', 90, true),
];

const sought = soughtIn(tokens.map((each) => ({ token: each, now })));

test.each([
  ['active', '', 'laptop pipeline'],
  ['expiring', '', 'pipeline'],
  ['inactive', '', 'old gone'],
  ['all', '', 'laptop pipeline old gone'],
  ['all', 'LAP', 'laptop'],
  ['all', 'vso.code', 'laptop old'],
  ['all', 'packaging: read & write', 'pipeline'],
  ['all', ' nothing ', ''],
] as const)('of %s, a search for "%s" finds "%s"', (show, search, expected) => {
  const found = foundIn(sought, { show, search, scopeWords });
  expect(found.map(({ token: { name } }) => name).join(' ')).toBe(expected);
});

test('each choice has its count', () => {
  expect(countsOf(sought)).toEqual({ active: 2, expiring: 1, inactive: 2, all: 4 });
});

test('a key asks for the words of a scope once, however many tokens have it', () => {
  const asked: string[] = [];
  const words = (scope: string) => {
    asked.push(scope);
    return scopeWords(scope);
  };
  const many = soughtIn(
    Array.from({ length: 50 }, () => tokens).flatMap((each) => each.map((token) => ({ token, now }))),
  );
  foundIn(many, { show: 'all', search: 'read', scopeWords: words });
  expect(asked).toEqual([...new Set(asked)]);
});
