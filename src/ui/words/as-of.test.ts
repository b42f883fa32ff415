import { expect, test } from 'vitest';
import { HOUR, SECOND } from '../../core/duration';
import { message as m } from '../../platform/message';
import { asOfInWords } from './as-of';

const now = Date.UTC(2026, 10, 25, 12);

test.each([
  ['of before', now - 3 * HOUR, '3 hours ago'],
  ['that was read since the clock was looked at', now + 5 * SECOND, 'just now'],
  ['of before the clock was set back', now + 3 * HOUR, 'just now'],
])('a list %s is of no time to come', (_, readAt, when) => {
  expect(asOfInWords(readAt, now)).toBe(m('list_as_of', when));
});
