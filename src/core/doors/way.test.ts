import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { type Aim, type FoundWays, type Way, waysAt, waysFor } from './way';

const now = Date.UTC(2026, 10, 25, 12);
const found = (read: Way | null, change: Way | null = null, since = now): FoundWays => ({
  read,
  change,
  after: 'refused',
  since,
});

test.each<[string, FoundWays, Aim, Way[]]>([
  ['a read, where nothing is known', found(null), 'read', ['worker', 'tab', 'own-tab']],
  ['a change, where nothing is known', found(null), 'change', ['worker', 'page-origin', 'tab', 'own-tab']],
  ['a read, where a tab was let in', found('tab'), 'read', ['tab', 'worker', 'own-tab']],
  ['a change, where a tab was let in to read', found('tab'), 'change', ['tab', 'worker', 'page-origin', 'own-tab']],
  [
    'a change, where the worker was let in to read',
    found('worker'),
    'change',
    ['worker', 'page-origin', 'tab', 'own-tab'],
  ],
  [
    'a change, by what worked for one',
    found('tab', 'page-origin'),
    'change',
    ['page-origin', 'worker', 'tab', 'own-tab'],
  ],
])('the way that worked comes first, then the plainest: %s', (_, ways, aim, order) => {
  expect(waysFor(aim, ways)).toEqual(order);
});

test('a way that was found is believed for a day, and not by a clock that was set back', () => {
  const nothing = { read: null, change: null, after: '', since: now };
  for (const since of [now - DAY + 1, now + DAY - 1]) {
    expect(waysAt(found('tab', null, since), now)).toEqual(found('tab', null, since));
  }
  for (const since of [now - DAY, now + DAY]) expect(waysAt(found('tab', null, since), now)).toEqual(nothing);
  expect(waysAt(null, now)).toEqual(nothing);
});
