import { expect, test } from 'vitest';
import { isoDate } from './iso';

test.each([
  [0, '1970-01-01T00:00:00.000Z'],
  [Date.UTC(9999, 11, 31, 23, 59, 59, 999), '9999-12-31T23:59:59.999Z'],
  [Date.UTC(9999, 11, 31, 23, 59, 59, 999) + 1, ''],
  [Date.parse('0000-01-01T00:00:00Z'), '0000-01-01T00:00:00.000Z'],
  [Date.parse('0000-01-01T00:00:00Z') - 1, ''],
  [null, ''],
])('%s as a date that every reader knows is "%s"', (instant, date) => {
  expect(isoDate(instant)).toBe(date);
});
