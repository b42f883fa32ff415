import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../duration';
import { HostId } from '../host';
import { type Failure, ok } from '../result';
import { TokenId } from '../token';
import { settled } from './end';
import { resumed, stopped, troubled, untroubled, withoutWaits } from './hosts';
import type { RevokeAll } from './journal';
import { answered, next, plan, sent } from './requests';

const identity = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const [first, second] = ['8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10', '952858d3-7084-4635-964e-3c2a57645185'].map((id) =>
  TokenId.parse(id),
) as [TokenId, TokenId];
const target = (id: TokenId, host = 'fabrikam') => ({
  hostId: HostId.parse(host),
  identity,
  tokens: [{ id, key: id }],
});
const planned = plan([target(first)], 0);
const NONE = new Set<TokenId>();
const [HOST, OTHER] = [HostId.parse('fabrikam'), HostId.parse('contoso')];
const NOW = Date.UTC(2026, 10, 25, 12);
const pausedIn = ({ journal }: RevokeAll) => journal.hosts[0]?.pausedUntil ?? 0;

describe('a host that cannot be asked who is signed in', () => {
  test('is asked again after a while, and another one goes on', () => {
    const two = plan([target(first), target(second, 'contoso')], 0);
    const after = troubled(two, 0, { kind: 'offline' }, 0);
    expect(next(after, NONE, 0)).toEqual({ do: 'send', index: 1 });
    expect(after.journal.hosts[0]?.pausedUntil).toBe(1_000);
    expect(next(after, NONE, 1_000)).toEqual({ do: 'send', index: 0 });
    expect(untroubled(after, 0, 0).journal.hosts[0]).toMatchObject({ trouble: null, tries: 0, pausedUntil: 0 });
  });

  /** The waits of a host that is asked each time when its wait is over, in seconds. */
  function waitsOf(failure: (now: number) => Failure, tries: number): number[] {
    let [revokeAll, now] = [planned, NOW];
    return Array.from({ length: tries }, () => {
      revokeAll = troubled(revokeAll, 0, failure(now), now);
      const wait = pausedIn(revokeAll) - now;
      now += wait;
      return wait / SECOND;
    });
  }

  const OFFLINE: Failure = { kind: 'offline' };
  const OUT: Failure = { kind: 'signed-out', signInUrl: '', by: 'refusal' };
  const ODD: Failure = { kind: 'unexpected', detail: '502 Bad Gateway' };

  /** What it is after it has failed in these ways, each time when its wait was over. */
  function failing(...failures: Failure[]): { revokeAll: RevokeAll; wait: number } {
    return failures.reduce(
      ({ revokeAll }, failure) => {
        const now = Math.max(NOW, pausedIn(revokeAll));
        const then = troubled(revokeAll, 0, failure, now);
        return { revokeAll: then, wait: pausedIn(then) - now };
      },
      { revokeAll: planned, wait: 0 },
    );
  }

  test('after hours without a network, who is signed out is waited for as at the beginning', () => {
    const hours = Array.from({ length: 100 }, () => OFFLINE);
    expect(failing(...hours).wait).toBe(5 * MINUTE);
    expect(failing(...hours, OUT).wait).toBe(30 * SECOND);
  });

  test('nor does one odd answer after them end it: many of those in a row do', () => {
    const many = Array.from({ length: 30 }, () => OFFLINE);
    expect(failing(...many, ODD).revokeAll.journal.phase).toBe('running');
    const odd = Array.from({ length: 20 }, () => ODD);
    expect(failing(...many, ...odd).revokeAll.journal).toMatchObject({ phase: 'stopped', stoppedBy: ODD });
  });

  test('two ways that take turns hurry nothing', () => {
    const turns = Array.from({ length: 40 }, (_, each) => (each % 2 === 0 ? OFFLINE : OUT));
    expect(failing(...turns).wait).toBe(30 * SECOND);
    expect(failing(...turns.slice(0, 10)).wait).toBe(30 * SECOND);
  });

  test.each<[Failure['kind'], (now: number) => Failure, number, number]>([
    ['offline', () => ({ kind: 'offline' }), 300, 300],
    ['throttled', (now) => ({ kind: 'throttled', until: now + 30 * SECOND }), 300, 300],
    ['signed-out', () => ({ kind: 'signed-out', signInUrl: '', by: 'refusal' }), 300, 1_800],
  ])('%s: is asked each half minute for a quarter of an hour, and then more rarely', (_, failure, later, last) => {
    const waits = waitsOf(failure, 100);
    const total = (count: number) => waits.slice(0, count).reduce((sum, wait) => sum + wait, 0);
    expect(Math.max(...waits.slice(0, 34))).toBe(30);
    expect(total(34)).toBeGreaterThan(900);
    expect(total(34)).toBeLessThan(1_080);
    expect(waits.slice(34, 70)).toEqual(Array.from({ length: 36 }, () => later));
    expect(waits.slice(70)).toEqual(Array.from({ length: 30 }, () => last));
  });

  test('is first asked soon', () => {
    expect(waitsOf(() => ({ kind: 'offline' }), 7)).toEqual([1, 2, 5, 10, 20, 30, 30]);
  });

  test('of which the browser tells when it may be asked is looked at once an hour', () => {
    expect(waitsOf(() => ({ kind: 'permission', address: '' }), 3)).toEqual([3_600, 3_600, 3_600]);
  });

  const asksFor = (pause: number): Failure => ({ kind: 'throttled', until: NOW + pause });
  const often = Array.from({ length: 60 }).reduce<RevokeAll>(
    (revokeAll) => troubled(revokeAll, 0, { kind: 'offline' }, NOW),
    planned,
  );

  test('is asked when it says, however often it was before', () => {
    expect(pausedIn(troubled(planned, 0, asksFor(70_000), NOW))).toBe(NOW + 70_000);
    expect(pausedIn(troubled(often, 0, asksFor(HOUR), NOW))).toBe(NOW + HOUR);
    expect(pausedIn(troubled(planned, 0, asksFor(0), NOW))).toBe(NOW + SECOND);
  });

  test('asked late, as after a night of sleep, is as one that was never asked', () => {
    const at = pausedIn(often);
    const wait = (late: number) => pausedIn(troubled(often, 0, { kind: 'offline' }, at + late)) - at - late;
    expect([wait(0), wait(5 * MINUTE), wait(5 * MINUTE + 1)]).toEqual([5 * MINUTE, 5 * MINUTE, SECOND]);
    const waited = untroubled(planned, 0, NOW);
    expect(pausedIn(troubled(waited, 0, { kind: 'offline' }, NOW))).toBe(NOW + SECOND);
  });

  test('whose own pause lasts longer than what a look just met is asked after it', () => {
    const paused = untroubled(planned, 0, NOW + HOUR);
    expect(troubled(paused, 0, { kind: 'offline' }, NOW)).toBe(paused);
    expect(troubled(paused, 0, asksFor(MINUTE), NOW)).toBe(paused);
    expect(pausedIn(troubled(paused, 0, asksFor(2 * HOUR), NOW))).toBe(NOW + 2 * HOUR);
  });

  describe('where something was seen that may have mended it', () => {
    test('is asked at once, and as one that was never asked', () => {
      expect(withoutWaits(often).journal.hosts).toMatchObject([
        { tries: 0, pausedUntil: 0, trouble: { kind: 'offline' } },
      ]);
      expect(withoutWaits(often, HOST)).toEqual(withoutWaits(often));
      expect(withoutWaits(often, OTHER)).toBe(often);
      expect(resumed(stopped(often, null)).journal.hosts).toEqual(withoutWaits(often).journal.hosts);
    });

    test('is not asked before its own time', () => {
      for (const paused of [troubled(planned, 0, asksFor(HOUR), NOW), untroubled(planned, 0, NOW + HOUR)])
        expect(pausedIn(withoutWaits(paused))).toBe(NOW + HOUR);
      let throttled = planned;
      for (let tried = 0; tried < 60; tried++) throttled = troubled(throttled, 0, asksFor(SECOND), NOW);
      expect([pausedIn(throttled), pausedIn(withoutWaits(throttled))]).toEqual([NOW + 5 * MINUTE, NOW + SECOND]);
      const meanwhile = answered(sent(often, 0), 0, { result: ok(), now: NOW, pausedUntil: NOW + MINUTE });
      expect([pausedIn(meanwhile), pausedIn(withoutWaits(meanwhile))]).toEqual([pausedIn(often), NOW + MINUTE]);
    });

    test('is left as it is where nothing is waited for', () => {
      const waiting = stopped(often, null);
      expect([withoutWaits(planned), withoutWaits(waiting)]).toEqual([planned, waiting]);
    });
  });

  test('is left alone for as long as it asks with the answer to that', () => {
    expect(untroubled(planned, 0, 0)).toBe(planned);
    const asked = untroubled(planned, 0, 5_000);
    expect(next(asked, NONE, 0)).toEqual({ do: 'wait', until: 5_000 });
    expect(untroubled(asked, 0, 5_000)).toBe(asked);
    expect([untroubled(planned, 1, 5_000), troubled(planned, 1, { kind: 'offline' }, 0)]).toEqual([planned, planned]);
  });

  test.each<[Failure, boolean]>([
    [{ kind: 'wrong-identity', expected: 'Normal Paulk', found: 'Raisa' }, true],
    [{ kind: 'forbidden', explained: true }, true],
    [{ kind: 'signed-out', signInUrl: '', by: 'refusal' }, false],
    [{ kind: 'between' }, false],
    [{ kind: 'offline' }, false],
  ])('for $kind: stops for good is $1', (failure, stops) => {
    const after = troubled(planned, 0, failure, 0);
    expect(after.journal.phase).toBe(stops ? 'stopped' : 'running');
    expect(next(after, NONE, 60_000).do).toBe(stops ? 'rest' : 'send');
  });

  test('is not asked for ever what it cannot tell', () => {
    let revokeAll = planned;
    for (let tried = 0; tried < 20; tried++) revokeAll = troubled(revokeAll, 0, { kind: 'misfit' }, 0);
    expect(revokeAll.journal.phase).toBe('running');
    revokeAll = troubled(revokeAll, 0, { kind: 'misfit' }, 0);
    expect(revokeAll.journal).toMatchObject({ phase: 'stopped', stoppedBy: { kind: 'misfit' } });
    expect(resumed(revokeAll).journal).toMatchObject({ phase: 'running', stoppedBy: null });
  });
});

test('nothing is sent while it is stopped', () => {
  expect(next(stopped(planned, null), NONE, 0)).toEqual({ do: 'rest' });
});

test('what has come to its end is neither stopped nor goes on', () => {
  const done = settled(answered(sent(planned, 0), 0, { result: ok(), now: 0, pausedUntil: 0 }), {
    active: [NONE],
    madeThere: [null],
    works: [],
    kept: NONE,
    now: 9,
  });
  expect([stopped(done, null), resumed(done)]).toEqual([done, done]);
});
