import { describe, expect, test } from 'vitest';
import { HostId } from '../host';
import type { Failure, Result } from '../result';
import { TokenId } from '../token';
import { settled } from './end';
import { interrupted, resumed, stopped, troubled, untroubled } from './hosts';
import type { RevokeAll } from './journal';
import { answered, next, plan, sent } from './requests';

const identity = { id: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', name: 'Normal Paulk' };
const id = (number: number) => TokenId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const ids = (count: number) => Array.from({ length: count }, (_, index) => id(index));
const target = (tokenIds: TokenId[], host = 'fabrikam') => ({
  hostId: HostId.parse(host),
  identity,
  tokens: tokenIds.map((id) => ({ id, key: id })),
});
const at = (all: TokenId[]) => all.map((id) => ({ id, host: 0 }));
const NONE = new Set<TokenId>();
const failed = (failure: Failure): Result<void> => ({ ok: false, failure });
const ok: Result<void> = { ok: true, value: undefined };

/** One token, sent `attempts` times, with that answer to the last. */
function oneAnswered(result: Result<void>, attempts = 1, now = 0): RevokeAll {
  let revokeAll = plan([target(ids(1))], 0);
  for (let attempt = 0; attempt < attempts; attempt++) revokeAll = sent(revokeAll, 0);
  return answered(revokeAll, 0, { result, now, pausedUntil: 0 });
}

test('a token that several hosts list is revoked once, on the first of them', () => {
  const { entries, journal } = plan([target(ids(2)), target(ids(3), 'contoso')], 5);
  expect(entries.map(({ id, host }) => [id, host])).toEqual([
    [id(0), 0],
    [id(1), 0],
    [id(2), 1],
  ]);
  expect(journal).toMatchObject({ createdAt: 5, phase: 'running', parts: 1 });
});

describe('an answer', () => {
  test.each<[string, Result<void>, number, string, string | null]>([
    ['that is good', ok, 1, 'revoked', null],
    ['that knows no such token', failed({ kind: 'not-found' }), 1, 'gone', 'not-found'],
    ['that asks for a pause', failed({ kind: 'throttled', until: 9 }), 1, 'planned', 'throttled'],
    ['that asks for the 20th pause', failed({ kind: 'throttled', until: 9 }), 20, 'failed', 'throttled'],
    ['that never comes', failed({ kind: 'offline' }), 1, 'unknown', 'offline'],
    ['that is a page', failed({ kind: 'signed-out', signInUrl: '', by: 'page' }), 1, 'unknown', 'signed-out'],
    ['that is nonsense', failed({ kind: 'misfit' }), 9, 'unknown', 'misfit'],
    ['that refuses', failed({ kind: 'refused' }), 1, 'planned', 'refused'],
    ['that refuses again', failed({ kind: 'refused' }), 2, 'failed', 'refused'],
    ['that names a rule', failed({ kind: 'policy', policy: 'x' }), 1, 'failed', 'policy'],
    ['of a kind of its own', failed({ kind: 'insecure' }), 1, 'failed', 'unexpected'],
  ])('%s', (_, result, attempts, state, reason) => {
    expect(oneAnswered(result, attempts).entries[0]).toEqual({ id: id(0), host: 0, state, attempts, reason });
  });

  test('is waited for as long as the server asks, also where it is good', () => {
    const throttled = oneAnswered(failed({ kind: 'throttled', until: 70_000 }));
    expect(next(throttled, NONE, 69_999)).toEqual({ do: 'wait', until: 70_000 });
    expect(next(throttled, NONE, 70_000)).toEqual({ do: 'send', index: 0 });
    const good = answered(sent(plan([target(ids(2))], 0), 0), 0, { result: ok, now: 0, pausedUntil: 5_000 });
    expect(next(good, NONE, 0)).toEqual({ do: 'wait', until: 5_000 });
  });
});

test('what was sent when a worker was ended may have been done', () => {
  const [entry] = interrupted(sent(plan([target(ids(1))], 0), 0)).entries;
  expect(entry).toMatchObject({ state: 'unknown', reason: 'interrupted' });
});

describe('the list says', () => {
  const lists = (active: TokenId[], kept: TokenId[] = []) => ({
    active: [new Set(active), new Set(active)],
    works: at(active),
    kept: new Set(kept),
    now: 9,
  });

  test.each<[string, RevokeAll, boolean, string, string | null]>([
    ['that it is revoked', oneAnswered(ok), false, 'revoked', null],
    ['that one of unknown fate is revoked', oneAnswered(failed({ kind: 'offline' })), false, 'revoked', null],
    ['that one is gone', oneAnswered(failed({ kind: 'not-found' })), false, 'gone', null],
    ['that somebody else has revoked it', plan([target(ids(1))], 0), false, 'gone', null],
    ['that the server has only said so', oneAnswered(ok), true, 'planned', 'still-active'],
    ['that it has said so twice', oneAnswered(ok, 2), true, 'failed', 'still-active'],
    ['that a lost request did nothing', oneAnswered(failed({ kind: 'offline' })), true, 'planned', 'offline'],
    ['that the last one did nothing either', oneAnswered(failed({ kind: 'offline' }), 5), true, 'failed', 'offline'],
    ['that a refusal was meant', oneAnswered(failed({ kind: 'policy', policy: 'x' })), true, 'failed', 'policy'],
  ])('%s', (_, revokeAll, isActive, state, reason) => {
    const { entries, journal } = settled(revokeAll, lists(isActive ? ids(1) : []));
    expect(entries[0]).toMatchObject({ state, reason });
    expect(journal.phase).toBe(state === 'planned' ? 'running' : 'done');
  });

  test('what is left beside what was kept, also what was made meanwhile', () => {
    const planned = answered(sent(plan([target(ids(2))], 0), 0), 0, { result: ok, now: 0, pausedUntil: 0 });
    const refused = answered(sent(planned, 1), 1, {
      result: failed({ kind: 'policy', policy: 'x' }),
      now: 0,
      pausedUntil: 0,
    });
    const { journal } = settled(refused, lists([id(1), id(2), id(3)], [id(2)]));
    expect(journal.summary).toEqual({ revoked: 1, kept: 1, failed: 1, left: 2, at: 9 });
  });

  test('of a token that was named to be kept meanwhile that it is kept', () => {
    const { journal } = settled(plan([target(ids(1))], 0), lists(ids(1), ids(1)));
    expect(journal).toMatchObject({ phase: 'done', summary: { revoked: 0, kept: 1, failed: 0, left: 0 } });
  });
});

describe('a server that gives no sensible answer', () => {
  function missed(count: number): RevokeAll {
    let revokeAll = plan([target(ids(count + 3))], 0);
    for (let index = 0; index < count; index++)
      revokeAll = answered(sent(revokeAll, index), index, {
        result: failed({ kind: 'unexpected', detail: '500' }),
        now: 0,
        pausedUntil: 0,
      });
    return revokeAll;
  }

  test('is sent no more before its list was looked at', () => {
    expect(next(missed(11), NONE, 60_000)).toEqual({ do: 'send', index: 11 });
    expect(next(missed(12), NONE, 60_000)).toEqual({ do: 'settle' });
  });

  test('is given up where nothing came of it', () => {
    const { entries, journal } = settled(missed(12), {
      active: [new Set(ids(15))],
      works: at(ids(15)),
      kept: NONE,
      now: 1,
    });
    expect(journal.summary).toMatchObject({ revoked: 0, failed: 15, left: 15 });
    expect(entries.at(-1)?.reason).toBe('given-up');
  });

  test('is sent the rest where something did', () => {
    const after = settled(missed(12), {
      active: [new Set(ids(15).slice(4))],
      works: at(ids(15).slice(4)),
      kept: NONE,
      now: 1,
    });
    expect(after.journal.phase).toBe('running');
    expect(next(after, NONE, 60_000)).toEqual({ do: 'send', index: 4 });
  });
});

describe('a host that cannot be asked who is signed in', () => {
  test('is asked again after a while, and another one goes on', () => {
    const two = plan([target([id(0)]), target([id(1)], 'contoso')], 0);
    const after = troubled(two, 0, { kind: 'offline' }, 0);
    expect(next(after, NONE, 0)).toEqual({ do: 'send', index: 1 });
    expect(next(after, NONE, 1_000)).toEqual({ do: 'send', index: 0 });
    expect(untroubled(after, 0, 0).journal.hosts[0]).toMatchObject({ trouble: null, tries: 0 });
  });

  test.each<[Failure, boolean]>([
    [{ kind: 'wrong-identity', expected: 'Normal Paulk', found: 'Raisa' }, true],
    [{ kind: 'forbidden', explained: true }, true],
    [{ kind: 'signed-out', signInUrl: '', by: 'refusal' }, false],
    [{ kind: 'offline' }, false],
  ])('for $kind: stops for good is $1', (failure, stops) => {
    const after = troubled(plan([target(ids(1))], 0), 0, failure, 0);
    expect(after.journal.phase).toBe(stops ? 'stopped' : 'running');
    expect(next(after, NONE, 60_000).do).toBe(stops ? 'rest' : 'send');
  });

  test('is not asked for ever what it cannot tell', () => {
    let revokeAll = plan([target(ids(1))], 0);
    for (let tried = 0; tried <= 20; tried++) revokeAll = troubled(revokeAll, 0, { kind: 'misfit' }, 0);
    expect(revokeAll.journal).toMatchObject({ phase: 'stopped', stoppedBy: { kind: 'misfit' } });
    expect(resumed(revokeAll).journal).toMatchObject({ phase: 'running', stoppedBy: null });
  });
});

test('nothing is sent while it is stopped', () => {
  expect(next(stopped(plan([target(ids(1))], 0), null), NONE, 0)).toEqual({ do: 'rest' });
});
