import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { dayName, daysFrom, localDay, monthsAhead } from './days';

// A zone in which the clocks are set back on 25 October 2026 and forward on 29 March 2026.
beforeEach(() => void vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => void vi.unstubAllEnvs());

test.each([
  ['2026-11-25T22:59:00Z', '2026-11-25T23:01:00Z', 1],
  ['2026-11-25T12:00:00Z', '2026-11-25T22:59:00Z', 0],
  ['2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 2],
  ['2026-03-28T23:30:00Z', '2026-03-29T22:30:00Z', 1],
  ['2026-11-25T12:00:00Z', '2027-02-23T12:00:00Z', 90],
])('from %s, %s is %i days away on the calendar', (now, instant, days) => {
  expect(daysFrom(Date.parse(now), Date.parse(instant))).toBe(days);
});

test('a day is that of the user, not of Greenwich', () => {
  const late = Date.parse('2026-11-25T23:30:00Z');
  expect(localDay(late)).toBe('2026-11-26');
});

test('the days of the past have their names', () => {
  const now = Date.parse('2026-11-26T23:30:00Z'); // past midnight in Berlin
  const names = ['2026-11-26T23:00:00Z', '2026-11-26T12:00:00Z', '2026-11-24T12:00:00Z'].map((at) =>
    dayName(Date.parse(at), now),
  );
  expect(names).toEqual(['Today', 'Yesterday', 'Tuesday, November 24, 2026']);
});

test('the months of the next 90 days begin where they do on the calendar', () => {
  expect(monthsAhead(Date.parse('2026-11-26T10:30:00Z'), 90)).toEqual([
    { name: 'Nov', from: 0, to: 4 },
    { name: 'Dec', from: 5, to: 35 },
    { name: 'Jan', from: 36, to: 66 },
    { name: 'Feb', from: 67, to: 90 },
  ]);
});
