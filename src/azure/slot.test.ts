import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SECOND } from '../core/duration';
import { Slot } from './slot';

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

test.each([
  ['right after the answer that says who is signed in', 0, true],
  ['two seconds after it', 2 * SECOND, true],
  ['later: somebody else may have signed in', 2 * SECOND + 1, false],
  ['by a clock that was set back', -1, false],
])('a change goes out %s: %j ms, %j', (_, later, goes) => {
  const slot = new Slot();
  slot.answered();
  vi.setSystemTime(Date.now() + later);
  expect(slot.take()).toBe(goes);
});

test('nothing goes out before it was asked who is signed in, and one change after it', () => {
  const slot = new Slot();
  expect(slot.take()).toBe(false);
  slot.answered();
  expect([slot.take(), slot.take()]).toEqual([true, false]);
});
