import { expect, test } from 'vitest';
import { SessionTokenPage } from './wire';

test.each([
  ['paged', { sessionTokens: [], nextRowNumber: 0 }],
  ['flat', { count: 0, value: [] }],
  ['bare', []],
  ['an empty collection on premises', { count: 0, value: null }],
])('no tokens, %s, are a list without rows', (_, body) => {
  expect(SessionTokenPage.parse(body).sessionTokens).toEqual([]);
});

test.each([
  ['an error in the form of a collection', { count: 1, value: { Message: 'The request is invalid.' } }],
  ['the same that counts nothing', { count: 0, value: { Message: 'The request is invalid.' } }],
  ['rows that are counted and left out', { count: 2, value: null }],
  ['nothing, without a count', { value: null }],
  ['nothing at all', null],
])('%s is no list', (_, body) => {
  expect(SessionTokenPage.safeParse(body).success).toBe(false);
});
