import { expect, test } from 'vitest';
import { DAY } from '../duration';
import { serverNow } from './server-clock';

const now = Date.UTC(2026, 10, 25, 12);

test.each([
  ['what it said', now - DAY, now - DAY],
  ['what it said', now + DAY, now + DAY],
  ['our own, where it is further off', now + DAY + 1, now],
  ['our own, where it is further off', now - DAY - 1, now],
  ['our own, where it said nothing', null, now],
])("a server's time is %s (%s)", (_, servedAt, time) => {
  expect(serverNow({ servedAt }, now)).toBe(time);
});
