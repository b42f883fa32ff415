import { expect, test } from 'vitest';
import type { Token } from '../token';
import { alwaysLike, isAlwaysMine, patternOf } from './always';

test.each([
  ['build 4711', 'build #'],
  ['build 2026-03-08 12:30', 'build #'],
  ['build 12 - 30', 'build #'],
  ['deploy 8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10 of today', 'deploy # of today'],
  ['agent ab3de', 'agent #'],
  ['agent ab3d', 'agent ab#d'],
  ['agent abcde', 'agent abcde'],
  ['run 1 of 2', 'run # of #'],
])('of the name %s stays %s', (name, pattern) => {
  expect(patternOf(name)).toBe(pattern);
});

const token = (parts: Partial<Token> = {}) =>
  ({ name: 'build 4711', scopes: ['vso.build', 'vso.code'], ...parts }) as Token;

test.each<[string, Partial<Token>, string, boolean]>([
  ['the next of the same tool', { name: 'build 4712', scopes: ['vso.code', 'vso.build'] }, 'me', true],
  ['one of another name', { name: 'deploy 4712' }, 'me', false],
  ['one that can do more', { scopes: ['vso.build', 'vso.code', 'vso.work'] }, 'me', false],
  ["another account's", {}, 'she', false],
])('the word that such tokens are always theirs, and %s', (_, parts, identityId, isTheirs) => {
  const other = { identityId: 'me', pattern: 'other', scopes: [] };
  expect(isAlwaysMine(token(parts), identityId, [other, alwaysLike(token(), 'me')])).toBe(isTheirs);
});
