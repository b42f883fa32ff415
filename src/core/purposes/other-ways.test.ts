import { expect, test } from 'vitest';
import { PRESETS } from './built-in';
import { OTHER_WAYS, otherWay } from './other-ways';

const ways = PRESETS.map(({ id }) => [id, otherWay(id, 'services'), otherWay(id, 'ads2019')] as const);

test('each way is the way of some purpose', () => {
  const told = new Set(ways.flatMap(([, ...both]) => both));
  expect(OTHER_WAYS.filter((way) => !told.has(way))).toEqual([]);
});

test('a way is told on the product that has it alone', () => {
  expect(otherWay('agent', 'services')).toBe('agent-sign-in');
  expect(otherWay('agent', 'tfs2018')).toBe('agent-windows');
  expect(otherWay('packages', 'ads2019')).toBeUndefined();
  const ways = (id: string) => [otherWay(id, 'services'), otherWay(id, 'ads2019')];
  for (const id of ['clone', 'push']) expect([id, ways(id)]).toEqual([id, ['git-sign-in', 'git-windows']]);
  for (const id of ['wiki', 'read-work-items']) expect([id, ways(id)]).toEqual([id, ['az-login', undefined]]);
  expect(otherWay('custom', 'services')).toBeUndefined();
});

test('only for publishing extensions nothing is said in the cloud: its purpose does so itself', () => {
  expect(ways.filter(([, cloud]) => cloud === undefined).map(([id]) => id)).toEqual(['publish-extensions']);
});
