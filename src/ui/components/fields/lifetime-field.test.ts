import { expect, test } from 'vitest';
import { DAY } from '../../../core/duration';
import { localDay } from '../../words/days';
import { choiceFor, choiceOf, lifetimeOf } from './lifetime-field';

test.each([
  [45, 365, 60],
  [45, 45, 45],
  [90, 30, 30],
  [7, 30, 7],
])('a token of %i days, where %i are the most, is to live %i', (days, longest, chosen) => {
  expect(choiceFor(days, longest)).toEqual(choiceOf(chosen));
});

test('until the last day that is decided, a token lives as long as it may', () => {
  const until = (days: number) => lifetimeOf({ choice: 'custom', day: localDay(Date.now() + days * DAY) }, 30);
  expect([28, 30, 32].map((days) => 'days' in until(days))).toEqual([false, true, false]);
  expect(until(30)).toEqual({ days: 30 });
});
