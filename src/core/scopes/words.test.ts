import { expect, test } from 'vitest';
import { AREAS, UNLISTED_AREAS } from './catalogue';
import { areasFor, canDo, describeScope, searchAreas } from './words';

const names = (areas: { name: string }[]) => areas.map(({ name }) => name);

test.each([
  ['vso.code', 'Code: Read'],
  ['vso.agentpools_manage', 'Agent Pools: Read & manage'],
  ['vso.hooks_write', 'Service Hooks: Read & write'],
  ['app_token', 'Full access'],
  ['vso.tomorrow', 'vso.tomorrow'],
])('%s is "%s"', (scope, words) => {
  expect(describeScope(scope)).toBe(words);
});

test('areas are found by name, by level and by scope id', () => {
  expect(names(searchAreas('packaging'))).toEqual(['Packaging']);
  expect(names(searchAreas('vso.agentpools'))).toEqual(['Agent Pools']);
  expect(names(searchAreas(' EXECUTE '))).toEqual(['Build', 'Release']);
  expect(names(searchAreas('read code'))).toContain('Code');
  expect(searchAreas('read & fly')).toEqual([]);
  expect(searchAreas(' ')).toEqual([...AREAS]);
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
  expect(names(searchAreas(text))).toContain(area);
});

test('areas are searched among those of a product', () => {
  expect(names(searchAreas('wiki', areasFor('tfs2018')))).toEqual([]);
  expect(names(searchAreas('wiki', areasFor('ads2019')))).toEqual(['Wiki']);
});

test.each([
  [['vso.code'], ['Read code']],
  [
    ['vso.work_write', 'vso.code'],
    ['Read code', 'Read & write work items'],
  ],
  [['vso.code', 'vso.code_write'], ['Read & write code']],
  [
    ['vso.tomorrow', 'vso.wiki'],
    ['Read wikis', 'vso.tomorrow'],
  ],
  [['vso.environment_manage', 'vso.agentpools_manage'], ['Read & manage environments and agent pools']],
  [['app_token', 'vso.code'], ['Do everything that you can do']],
  [[], []],
])('a token with %j will be able to: %j', (scopes, parts) => {
  expect(canDo(scopes)).toEqual(parts);
});

test('no scope stands in two areas, and none does the same as another', () => {
  const levels = [...AREAS, ...UNLISTED_AREAS].flatMap((area) => area.levels);
  expect(new Set(levels.map(({ scope }) => scope)).size).toBe(levels.length);
  const offered = AREAS.flatMap((area) => area.levels).map(({ does }) => does);
  expect(new Set(offered).size).toBe(offered.length);
});

test.each([
  ['tfs2017', 'Release', undefined],
  ['tfs2018', 'Release', 3],
  ['tfs2017', 'Code', 3],
  ['ads2019', 'Code', 4],
  ['ads2019', 'Auditing', undefined],
  ['services', 'Auditing', 2],
] as const)('%s has, of %s, %s levels', (product, name, levels) => {
  expect(areasFor(product).find((area) => area.name === name)?.levels.length).toBe(levels);
});

test('the newest product knows the whole catalogue', () => {
  expect(areasFor('services')).toEqual([...AREAS]);
});
