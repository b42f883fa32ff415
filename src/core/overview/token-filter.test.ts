import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { Token } from '../token';
import { isFound } from './token-filter';

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
  const found = tokens.filter((each) => isFound(each, { show, search, scopeWords }, now));
  expect(found.map(({ name }) => name).join(' ')).toBe(expected);
});
