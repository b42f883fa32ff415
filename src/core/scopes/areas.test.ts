import { expect, test } from 'vitest';
import { areasFor, inCatalogueOrder, knownScope, searchAreas } from './areas';
import { AREAS, UNLISTED_AREAS } from './catalogue';

test('no scope stands in two areas', () => {
  const levels = [...AREAS, ...UNLISTED_AREAS].flatMap((area) => area.levels);
  expect(new Set(levels.map(({ scope }) => scope)).size).toBe(levels.length);
});

test.each([
  ['tfs2017', 'release', undefined],
  ['tfs2018', 'release', 3],
  ['tfs2017', 'code', 3],
  ['ads2019', 'code', 4],
  ['ads2019', 'auditing', undefined],
  ['services', 'auditing', 2],
] as const)('%s has, of %s, %s levels', (product, id, levels) => {
  expect(areasFor(product).find((area) => area.id === id)?.levels.length).toBe(levels);
});

test('the newest product knows the whole catalogue', () => {
  expect(areasFor('services')).toEqual([...AREAS]);
});

test('a scope is known by its area and level', () => {
  expect(knownScope('vso.agentpools_manage')).toEqual({ area: 'agent-pools', level: 'read-manage' });
  expect(knownScope('vso.tomorrow')).toBeUndefined();
});

test.each([
  [
    ['vso.tomorrow', 'vso.work_write', 'vso.code'],
    ['vso.code', 'vso.work_write', 'vso.tomorrow'],
  ],
  [['vso.code', 'vso.code_write'], ['vso.code_write']],
  [['app_token', 'vso.code'], ['app_token']],
])('%j, in the order of the catalogue and folded, are %j', (scopes, ordered) => {
  expect(inCatalogueOrder(scopes)).toEqual(ordered);
});

test('areas are found where each word stands in their words or in a scope id', () => {
  const found = (text: string) => searchAreas(text, AREAS, ({ id }) => [`The ${id}`]).map(({ id }) => id);
  expect(found('the WIKI')).toEqual(['wiki']);
  expect(found(' vso.agentpools ')).toEqual(['agent-pools']);
  expect(found('wiki of nobody')).toEqual([]);
  expect(found(' ')).toHaveLength(AREAS.length);
});
