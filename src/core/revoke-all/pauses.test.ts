import { expect, test } from 'vitest';
import { DAY, HOUR } from '../duration';
import type { RevokeAll } from './journal';
import { withoutOldPauses } from './pauses';

const now = Date.UTC(2026, 10, 25, 12);
const paused = (...untils: number[]) =>
  ({
    entries: [],
    journal: { phase: 'running', hosts: untils.map((pausedUntil) => ({ tries: 1, trouble: null, pausedUntil })) },
  }) as unknown as RevokeAll;

test('a pause of before the clock was set back is over, and those of other hosts stay', () => {
  expect(withoutOldPauses(paused(now + 5, now + DAY + 1), now)).toEqual(paused(now + 5, 0));
});

test('no wait of our own is longer than an hour', () => {
  const waiting = (trouble: object, pausedUntil: number) =>
    ({ entries: [], journal: { hosts: [{ tries: 40, trouble, pausedUntil }] } }) as unknown as RevokeAll;
  const old = waiting({ kind: 'offline' }, now + HOUR + 1);
  expect(withoutOldPauses(old, now)).toEqual(waiting({ kind: 'offline' }, 0));
  for (const own of [
    waiting({ kind: 'permission' }, now + HOUR),
    waiting({ kind: 'throttled', until: now + DAY }, now + DAY),
  ])
    expect(withoutOldPauses(own, now)).toBe(own);
  const absurd = waiting({ kind: 'throttled', until: now + DAY + 1 }, now + DAY + 1);
  expect(withoutOldPauses(absurd, now).journal.hosts[0]?.pausedUntil).toBe(0);
});

test('a pause that a server may ask for stays', () => {
  const revokeAll = paused(now + DAY, 0);
  expect(withoutOldPauses(revokeAll, now)).toBe(revokeAll);
});
