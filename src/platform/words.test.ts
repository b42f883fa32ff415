import { expect, test } from 'vitest';
import { inSequence, listInWords } from './in-words/sequence';
import { plural } from './words';

test.each([
  [1, '1 day'],
  [0, '0 days'],
  [21, '21 days'],
])('%i is "%s"', (days, words) => {
  expect(plural('days', days)).toBe(words);
});

test('a number chooses the form, whatever stands beside it', () => {
  expect(plural('reminder', 2, 'fabrikam', 'within 3 days')).toBe('2 tokens in fabrikam expire within 3 days');
  expect(plural('reminder', 1, 'fabrikam', 'within 3 days')).toBe('1 token in fabrikam expires within 3 days');
});

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b', 'c'], 'a, b, c'],
])('%j in a list: "%s"', (items, list) => {
  expect(listInWords(items)).toBe(list);
});

test('sentences follow one another, and what is empty is left out', () => {
  expect(inSequence('One.', '', 'Two.', 'Three.')).toBe('One. Two. Three.');
  expect(inSequence('')).toBe('');
});
