import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../core/duration';
import { whenInWords } from './distance';
import { exactly, spanInWords } from './when';

const NOW = Date.UTC(2026, 5, 1);

test('a distance is said as the browser itself would say it', () => {
  const browser = new Intl.RelativeTimeFormat('en', { numeric: 'always' });
  for (const [unit, name] of [
    [DAY, 'day'],
    [HOUR, 'hour'],
    [MINUTE, 'minute'],
  ] as const)
    for (const count of [1, 2, 6, 21, 23])
      for (const way of [1, -1])
        expect(whenInWords(NOW + way * count * unit, NOW)).toBe(
          browser.format(way * count, count * unit < DAY || name === 'day' ? name : 'day'),
        );
});

test.each([
  [30_000, 'in less than a minute'],
  [-30_000, 'just now'],
  [-0.4 * DAY, '10 hours ago'],
  [1.5 * DAY, 'in 2 days'],
])('%d ms away is "%s"', (distance, words) => {
  expect(whenInWords(NOW + distance, NOW)).toBe(words);
});

test('an instant and a span are told in the language of the screen', () => {
  expect(exactly(NOW)).toMatch(/^(Sunday|Monday), (May 31|June 1), 2026 at /);
  expect([20_000, 119_999, 180_000].map(spanInWords)).toEqual(['20 seconds', '120 seconds', '3 minutes']);
});
