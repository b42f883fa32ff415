import { expect, test } from 'vitest';
import { type Aside, withAside } from './aside';

const aside = (key: string, at: number, size = 10): Aside => ({ key, at, why: 'newer', size, told: false });
const keep = (all: Aside[]) => all.reduce<Aside[]>(withAside, []);

test('three of a key are kept, the newest', () => {
  const kept = keep([aside('a', 1), aside('b', 2), aside('a', 3), aside('a', 4), aside('a', 5)]);
  expect(kept.map(({ key, at }) => `${key}${at}`)).toEqual(['a5', 'a4', 'a3', 'b2']);
});

test('all together they have an end', () => {
  expect(keep(Array.from({ length: 50 }, (_, at) => aside(`key${at}`, at)))).toHaveLength(20);
});

test('together they take a megabyte at most, but for one that is larger by itself', () => {
  const half = 500_000;
  expect(keep([aside('a', 1, half), aside('b', 2, half), aside('c', 3, half)]).map(({ key }) => key)).toEqual([
    'c',
    'b',
  ]);
  expect(keep([aside('a', 1, half), aside('b', 2, 3 * half)]).map(({ key }) => key)).toEqual(['b']);
});
