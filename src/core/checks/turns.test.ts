import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../duration';
import { HostId } from '../host';
import type { Failure } from '../result';
import { withPause, withReading } from './next-turn';
import type { Turn } from './turn';
import { isSettled, restarted, take, withHosts } from './turns';

const NOW = Date.UTC(2026, 2, 8);
const ids = Array.from({ length: 10 }, (_, index) => HostId.parse(`services:${index}`));
const [first = HostId.parse('x'), second = HostId.parse('y')] = ids;
const plan = (chance = 0) => ({ period: 6 * HOUR, now: NOW, chance: () => chance });
const turn = (hostId: HostId, at: number, failures = 0): Turn => ({ hostId, at, failures });

const throttled = (until: number): Failure => ({ kind: 'throttled', until });

describe('after a reading the next turn is', () => {
  test.each<[string, Failure | null, number, number]>([
    ['a period later', null, 0, 6 * HOUR],
    ['a period later also where nobody is signed in', { kind: 'signed-out', signInUrl: '', by: 'page' }, 3, 6 * HOUR],
    ['later after a pause', throttled(NOW + MINUTE), 0, 12 * HOUR],
    ['still later after the next one', throttled(NOW + MINUTE), 1, 24 * HOUR],
    ['a day later at most', throttled(NOW + MINUTE), 5, 24 * HOUR],
    ['never before the pause is over', throttled(NOW + 3 * DAY), 0, 3 * DAY],
    ['sooner without a network', { kind: 'offline' }, 0, 15 * MINUTE],
    ['not so soon the third time', { kind: 'timeout' }, 2, HOUR],
    ['a period later at most', { kind: 'offline' }, 9, 6 * HOUR],
  ])('%s', (_, failure, failures, wait) => {
    const [next] = withReading([turn(first, NOW, failures)], { hostId: first, failure }, plan());
    expect(next?.at).toBe(NOW + wait);
  });

  test('spread over a tenth of it', () => {
    const [next] = withReading([], { hostId: first, failure: null }, plan(1));
    expect(next?.at).toBe(NOW + 6.6 * HOUR);
  });

  test('after the pause for all hosts of the server', () => {
    const turns = [turn(first, NOW), turn(second, NOW + DAY), turn(HostId.parse('server:x'), NOW)];
    const until = NOW + HOUR;
    expect(withPause(turns, [first, second], until).map(({ at }) => at)).toEqual([until, NOW + DAY, NOW]);
  });
});

test('each host has a turn, the first within the hour; one that is gone has none', () => {
  const turns = withHosts([turn(second, NOW + 5), turn(HostId.parse('gone'), NOW)], [first, second], plan(0.5));
  expect(turns).toEqual([turn(first, NOW + HOUR / 2), turn(second, NOW + 5)]);
  expect(isSettled(turns, [first, second], plan())).toBe(true);
  expect(isSettled(turns, [first], plan())).toBe(false);
});

test('a clock that was set back keeps no host away', () => {
  const turns = [turn(first, NOW + 10 * DAY)];
  expect(isSettled(turns, [first], plan())).toBe(false);
  expect(withHosts(turns, [first], plan())[0]?.at).toBe(NOW);
});

test('four are read at a time, the one that waits for longest first, and none twice', () => {
  const turns = ids.map((id, index) => turn(id, NOW - index));
  const taken = take(turns, plan());
  expect(taken.hosts).toEqual(ids.slice(6).toReversed());
  const waits = taken.turns.map(({ at }) => (at - NOW) / MINUTE).toSorted((a, b) => a - b);
  expect(waits).toEqual([1, 1, 1, 1, 2, 2, 360, 360, 360, 360]);
  expect(take(taken.turns, plan()).hosts).toEqual([]);
});

test('with another period each comes within the hour, but for one that its server has asked to wait', () => {
  const turns = restarted([turn(first, NOW + 5 * HOUR), turn(second, NOW + 5 * HOUR, 1)], plan(0.5));
  expect(turns.map(({ at }) => at - NOW)).toEqual([HOUR / 2, 5 * HOUR]);
});
