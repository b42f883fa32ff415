import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DAY, HOUR, MINUTE, SECOND } from '../core/duration';
import { fail, ok, type Result } from '../core/result';

// The pause is the module's memory: each test has a module of its own.
let pace: typeof import('./pace');

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  pace = await import('./pace');
});
afterEach(() => void vi.useRealTimers());

test('no more than four are under way at once', async () => {
  let underWay = 0;
  let most = 0;
  const send = async () => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, SECOND));
    underWay--;
    return ok();
  };
  const all = Promise.all(Array.from({ length: 10 }, () => pace.paced('services', send)));
  await vi.runAllTimersAsync();
  expect(await all).toHaveLength(10);
  expect(most).toBe(4);
});

test('a short pause is waited for, and nothing goes out before it is over', async () => {
  const end = Date.now() + 5 * SECOND;
  pace.pause('services', end);
  const sentAt = pace.paced('services', async () => ok(Date.now()));
  await vi.runAllTimersAsync();
  const sent = await sentAt;
  expect(sent.ok && sent.value).toBeGreaterThanOrEqual(end);
});

test('of a long pause the user is told, and nothing goes out', async () => {
  const until = Date.now() + 2 * MINUTE;
  pace.pause('services', until);
  const send = vi.fn(async () => ok());
  expect(await pace.paced('services', send)).toEqual({ ok: false, failure: { kind: 'throttled', until } });
  expect(send).not.toHaveBeenCalled();
});

test('a pause of hours is kept to its end', async () => {
  const until = Date.now() + 5 * HOUR;
  pace.pause('services', until);
  vi.setSystemTime(until - MINUTE);
  expect(await pace.paced('services', async () => ok())).toEqual({ ok: false, failure: { kind: 'throttled', until } });
});

test('a shorter pause does not end a longer one', async () => {
  pace.pause('services', Date.now() + 2 * MINUTE);
  pace.pause('services', Date.now() + SECOND);
  expect((await pace.paced('services', async () => ok())).ok).toBe(false);
});

test('a read in trouble is tried twice in all, and once when it is fine', async () => {
  const inTrouble = (result: Result<void>) => !result.ok;
  const failing = vi.fn(async () => fail({ kind: 'unexpected', detail: '500' }));
  const tried = pace.withRetries(failing, inTrouble);
  await vi.runAllTimersAsync();
  expect((await tried).ok).toBe(false);
  expect(failing).toHaveBeenCalledTimes(2);
  const fine = vi.fn(async () => ok());
  await pace.withRetries(fine, inTrouble);
  expect(fine).toHaveBeenCalledTimes(1);
});

test('a pause that one server asks for leaves the others alone', async () => {
  pace.pause('https://tfs.corp.example', Date.now() + 2 * MINUTE);
  expect(await pace.paced('services', async () => ok('sent'))).toEqual({ ok: true, value: 'sent' });
});

test('a server that does not answer holds up nobody else', async () => {
  for (let each = 0; each < 10; each++) void pace.paced('https://slow.example', () => new Promise(() => undefined));
  await vi.runAllTimersAsync();
  expect(await pace.paced('services', async () => ok('sent'))).toEqual({ ok: true, value: 'sent' });
});

test('a pause is waited for outside of the four', async () => {
  const end = Date.now() + 5 * SECOND;
  const pausing = () => {
    pace.pause('services', end);
    return Promise.resolve(ok(0));
  };
  await pace.paced('services', pausing);
  const waiting = Array.from({ length: 8 }, () => pace.paced('services', async () => ok(Date.now())));
  await vi.advanceTimersByTimeAsync(SECOND);
  vi.setSystemTime(end); // as if it was over: what waits holds no place
  expect((await pace.paced('services', async () => ok('sent'))).ok).toBe(true);
  await vi.runAllTimersAsync();
  expect(await Promise.all(waiting)).toHaveLength(8);
});

test.each([-10 * 365 * DAY, -DAY])(
  'a clock that is set by %i ms ends a pause, and does not make it longer',
  async (by) => {
    pace.pause('services', Date.now() + 5 * MINUTE);
    vi.setSystemTime(Date.now() + by);
    expect((await pace.paced('services', async () => ok('sent'))).ok).toBe(true);
  },
);
