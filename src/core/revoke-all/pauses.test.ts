import { expect, test } from 'vitest';
import { DAY } from '../duration';
import type { RevokeAll } from './journal';
import { withoutOldPauses } from './pauses';

const now = Date.UTC(2026, 10, 25, 12);
const paused = (...untils: number[]) =>
  ({
    entries: [],
    journal: { phase: 'running', hosts: untils.map((pausedUntil) => ({ tries: 1, pausedUntil })) },
  }) as unknown as RevokeAll;

test('a pause of before the clock was set back is over, and those of other hosts stay', () => {
  expect(withoutOldPauses(paused(now + 5, now + DAY + 1), now)).toEqual(paused(now + 5, 0));
});

test('a pause that a server may ask for stays', () => {
  const revokeAll = paused(now + DAY, 0);
  expect(withoutOldPauses(revokeAll, now)).toBe(revokeAll);
});
