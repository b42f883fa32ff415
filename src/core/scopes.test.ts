import { expect, test } from 'vitest';
import { AREAS } from './scope-catalogue';
import { describeScope, searchAreas } from './scopes';

test.each([
  ['vso.code', 'Code: Read'],
  ['vso.agentpools_manage', 'Agent Pools: Read & manage'],
  ['app_token', 'Full access'],
  ['vso.tomorrow', 'vso.tomorrow'],
])('%s is "%s"', (scope, words) => {
  expect(describeScope(scope)).toBe(words);
});

test('areas are found by name, by level and by scope id', () => {
  expect(searchAreas('packaging').map(({ name }) => name)).toEqual(['Packaging']);
  expect(searchAreas('vso.agentpools').map(({ name }) => name)).toEqual(['Agent Pools']);
  expect(searchAreas(' EXECUTE ').map(({ name }) => name)).toEqual(['Build', 'Release']);
});

test('no scope stands in two areas', () => {
  const scopes = AREAS.flatMap(({ levels }) => levels.map(({ scope }) => scope));
  expect(new Set(scopes).size).toBe(scopes.length);
});
