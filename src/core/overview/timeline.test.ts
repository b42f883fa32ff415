import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { Token } from '../token';
import { timelineOf } from './timeline';

const now = Date.UTC(2026, 10, 25, 12);

const ending = (name: string, days: number) => ({
  now,
  host: { name: 'fabrikam' },
  token: Token.parse({
    id: '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11',
    name,
    scopes: [],
    createdAt: null,
    expiresAt: now + days * DAY,
    organizationIds: [],
    revoked: false,
  }),
});
const dayOf = (instant: number) => Math.floor((instant - now) / DAY);

test('ends of three days share a column, and stand in it in their order', () => {
  const rows = [ending('third', 2.9), ending('first', 0.1), ending('second', 1), ending('next', 3), ending('last', 90)];
  const columns = timelineOf(rows, dayOf).map(({ day, marks }) => [day, marks.map(({ row }) => row.token.name)]);
  expect(columns).toEqual([
    [1, ['first', 'second', 'third']],
    [4, ['next']],
    [90, ['last']],
  ]);
});

test.each([
  [-0.1, []],
  [14, [true]],
  [14.1, [false]],
  [90.9, [false]],
  [91, []],
])('a token that ends in %s days is on it: %j', (days, soon) => {
  const marks = timelineOf([ending('a', days)], dayOf).flatMap((column) => column.marks);
  expect(marks.map((mark) => mark.soon)).toEqual(soon);
});
