import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SECOND } from '../core/duration';
import { fail, ok, type Result } from '../core/result';
import type { Session } from '../core/token-host';
import { pause } from './pace';
import { endedBefore, Slot, slotsFor } from './slot';

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

describe('a deed', () => {
  const session: Session = { identity: { id: 'somebody', name: 'Somebody' }, organizationId: 'here', servedAt: null };
  let last = 0;
  /** A server of its own, which says who is signed in. */
  function place() {
    last += 1;
    const server = `https://tfs-${last}.example`;
    const identify = vi.fn(async (slot: Slot): Promise<Result<Session>> => {
      slot.answered();
      return ok(session);
    });
    return { server, identify };
  }
  const sent = () => vi.fn(async () => ok());

  test('asks anew who is signed in for each way, and believes who was seen before for the first alone', async () => {
    const at = place();
    const seen = vi.fn(() => session);
    const slots = slotsFor(at, { ask: ok, seen });
    await slots.take(sent());
    expect(at.identify).not.toHaveBeenCalled();
    await slots.take(sent());
    await slots.take(sent());
    expect([seen.mock.calls.length, at.identify.mock.calls.length]).toEqual([1, 2]);
  });

  test('goes out in no pause that was asked for by who said who is signed in', async () => {
    vi.useRealTimers();
    vi.useFakeTimers();
    const at = place();
    const until = Date.now() + 5 * SECOND;
    at.identify.mockImplementationOnce(async (slot) => {
      slot.answered();
      pause(at.server, until);
      return ok(session);
    });
    const sentAt: number[] = [];
    const done = slotsFor(at, { ask: ok }).take(async () => {
      sentAt.push(Date.now());
      return ok();
    });
    await vi.runAllTimersAsync();
    expect(await done).toEqual(ok());
    expect(sentAt).toEqual([until]);
    expect(at.identify).toHaveBeenCalledTimes(2);
  });

  test('is not sent where the server asks for minutes when it was waited for already', async () => {
    const at = place();
    const minute = 60 * SECOND;
    at.identify.mockImplementation(async (slot) => {
      slot.answered();
      if (at.identify.mock.calls.length === 2) pause(at.server, Date.now() + minute);
      else vi.setSystemTime(Date.now() + 3 * SECOND);
      return ok(session);
    });
    const send = sent();
    const taken = await slotsFor(at, { ask: ok }).take(send);
    expect(taken).toEqual(fail({ kind: 'throttled', until: Date.now() + minute }));
    expect(send).not.toHaveBeenCalled();
  });

  test.each([
    ['whoever is signed in may not', ok(session), fail({ kind: 'not-found' })],
    ['nobody is signed in', fail({ kind: 'signed-out', signInUrl: '', by: 'refusal' as const }), ok()],
  ])('is not sent where %s, and that is the end of it', async (_, who, may) => {
    const at = place();
    at.identify.mockImplementation(async (slot) => {
      slot.answered();
      return who;
    });
    const send = sent();
    const taken = await slotsFor(at, { ask: () => may }).take(send);
    expect(send).not.toHaveBeenCalled();
    expect(taken.ok || endedBefore(taken.failure)).toBe(true);
    expect(taken.ok).toBe(false);
  });

  test('is not sent where it is known too long ago who is signed in', async () => {
    const at = place();
    const send = sent();
    const late = (answer: Session) => {
      vi.setSystemTime(Date.now() + 3 * SECOND);
      return ok(answer);
    };
    expect(await slotsFor(at, { ask: late }).take(send)).toMatchObject({ failure: { kind: 'throttled' } });
    expect(send).not.toHaveBeenCalled();
  });
});
