import { expect, test } from 'vitest';
import { areasFor, inCatalogueOrder, searchAreas } from '../../core/scopes/areas';
import { AREAS } from '../../core/scopes/catalogue';
import type { Product } from '../../core/scopes/product';
import { scopeInWords, scopesInWords } from '../../platform/in-words/scopes';
import { speak, wordsFor } from '../../platform/message';
import { areaWords, deedInWords, inOrderOfNames } from './scopes';

const found = (text: string, product: Product = 'services') =>
  searchAreas(text, areasFor(product), areaWords).map(({ id }) => wordsFor('area', id));

test.each([
  ['vso.code', 'Code: Read'],
  ['vso.agentpools_manage', 'Agent Pools: Read & manage'],
  ['vso.hooks_write', 'Service Hooks: Read & write'],
  ['app_token', 'Full access'],
  ['vso.tomorrow', 'vso.tomorrow'],
])('%s is "%s"', (scope, words) => {
  expect(scopeInWords(scope)).toBe(words);
});

test('areas are listed as their names are in the language; what most tokens are for comes first', () => {
  const names = () => inOrderOfNames(areasFor('services')).map(({ id }) => wordsFor('area', id));
  expect(names()).toEqual(AREAS.map(({ id }) => wordsFor('area', id)));
  const german = {
    language: 'de',
    area_code: 'Code',
    area_wiki: 'Abc',
    area_graph: 'Überblick',
    area_symbols: 'Zeichen',
  };
  speak(german);
  const some = names().filter((name) => name !== '');
  speak(null);
  expect(some).toEqual(['Code', 'Abc', 'Überblick', 'Zeichen']);
});

test('several scopes are a list', () => {
  expect(scopesInWords(['vso.code', 'vso.work_write', 'vso.tomorrow'])).toBe(
    'Code: Read, Work Items: Read & write, vso.tomorrow',
  );
  expect(scopesInWords([])).toBe('No scopes');
});

test('areas are found by name, by level and by scope id', () => {
  expect(found('packaging')).toEqual(['Packaging']);
  expect(found('vso.agentpools')).toEqual(['Agent Pools']);
  expect(found(' EXECUTE ')).toEqual(['Build', 'Release']);
  expect(found('read code')).toContain('Code');
  expect(found('read & fly')).toEqual([]);
  expect(found(' ')).toHaveLength(AREAS.length);
});

test.each([
  ['clone', 'Code'],
  ['push', 'Code'],
  ['git', 'Code'],
  ['npm', 'Packaging'],
  ['npm install', 'Packaging'],
  ['NuGet', 'Packaging'],
  ['pip', 'Packaging'],
  ['agent', 'Agent Pools'],
  ['agent', 'Deployment Groups'],
  ['runner', 'Agent Pools'],
  ['pipeline', 'Build'],
  ['pipeline', 'Release'],
  ['release', 'Release'],
  ['deploy', 'Environment'],
  ['wiki', 'Wiki'],
  ['test', 'Test Management'],
  ['work item', 'Work Items'],
  ['bug', 'Work Items'],
  ['power bi', 'Analytics'],
  ['tfx', 'Marketplace'],
  ['variable', 'Variable Groups'],
])('"%s" finds %s', (text, area) => {
  expect(found(text)).toContain(area);
});

test('areas are searched among those of a product', () => {
  expect(found('wiki', 'tfs2018')).toEqual([]);
  expect(found('wiki', 'ads2019')).toEqual(['Wiki']);
});

test.each([
  [['vso.code'], ['read code']],
  [
    ['vso.work_write', 'vso.code'],
    ['read code', 'read and write work items'],
  ],
  [['vso.code', 'vso.code_write'], ['read and write code']],
  [
    ['vso.tomorrow', 'vso.wiki'],
    ['read wikis', 'vso.tomorrow'],
  ],
  [['vso.environment_manage', 'vso.agentpools_manage'], ['read and manage environments and agent pools']],
  [['app_token', 'vso.code'], ['do everything that you can do']],
  [[], []],
])('a token with %j can: %j', (scopes, parts) => {
  expect(inCatalogueOrder(scopes).map(deedInWords)).toEqual(parts);
});

test('no two scopes that are offered do the same', () => {
  const deeds = AREAS.flatMap(({ levels }) => levels).map(({ scope }) => deedInWords(scope));
  expect(new Set(deeds).size).toBe(deeds.length);
});
