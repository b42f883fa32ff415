import { expect, test } from 'vitest';
import { Token } from '../../core/token';
import { thiefInWords } from './thief';

const now = Date.UTC(2026, 10, 26);
const of = (scopes: string[], parts: Partial<Token> = {}) => {
  const dates = { createdAt: now - 1, expiresAt: now + 1e9, organizationIds: [], revoked: false };
  const id = '00000000-0000-4000-8000-000000000001';
  return thiefInWords({ token: Token.parse({ id, name: 'x', scopes, ...dates, ...parts }), now });
};

test.each<[what: string, said: string, words: string]>([
  ['one scope', of(['vso.code_write']), 'Whoever has it can read and write code, as you.'],
  [
    'several, the gravest first',
    of(['vso.wiki', 'vso.code', 'vso.build_execute']),
    'Whoever has it can read and execute builds, read code, read wikis, as you.',
  ],
  [
    'more than are told',
    of(['vso.wiki', 'vso.code', 'vso.build_execute', 'vso.test', 'vso.tokens']),
    'Whoever has it can read and manage your tokens, read and execute builds, read code, and 2 things more, as you.',
  ],
  [
    'a single one more',
    of(['vso.wiki', 'vso.code', 'vso.build_execute', 'vso.test']),
    'Whoever has it can read and execute builds, read code, read wikis, and 1 thing more, as you.',
  ],
  ['full access', of(['vso.code', 'app_token']), 'Whoever has it can do everything that you can.'],
  [
    'all organizations',
    of(['app_token'], { organizationIds: null }),
    'Whoever has it can do everything that you can. This is so in all your organizations.',
  ],
  [
    'all collections',
    of(['vso.code'], { inAllCollections: true }),
    'Whoever has it can read code, as you. This is so in all collections of the server.',
  ],
  ['no scope', of([], { organizationIds: null }), 'It has no scope: nobody can do anything with it that is known.'],
  ['an unknown scope', of(['vso.tomorrow']), 'Whoever has it can use vso.tomorrow, as you.'],
  ['one that is revoked', of(['app_token'], { revoked: true }), 'It works no more: nobody can do anything with it.'],
  ['one that has expired', of(['app_token'], { expiresAt: now }), 'It works no more: nobody can do anything with it.'],
])('of %s it is said what a thief could do', (_, said, words) => {
  expect(said).toBe(words);
});
