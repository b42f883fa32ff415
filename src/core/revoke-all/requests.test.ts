import { describe, expect, test } from 'vitest';
import { HostId } from '../host';
import type { Failure, Result } from '../result';
import { TokenId } from '../token';
import { retried, settled } from './end';
import { interrupted } from './hosts';
import type { RevokeAll } from './journal';
import { answered, next, plan, sent, unsent } from './requests';

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
    ['that refuses in words', failed({ kind: 'forbidden', explained: true }), 1, 'failed', 'forbidden'],
    ['that refuses without a word', failed({ kind: 'forbidden', explained: false }), 1, 'planned', 'forbidden'],
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

  test('is waited for at the host that may be asked first', () => {
    const two = plan([target(ids(2)), target([id(2), id(3)], 'contoso')], 0);
    const one = answered(sent(two, 0), 0, { result: ok, now: 0, pausedUntil: 9_000 });
    const both = answered(sent(one, 2), 2, { result: ok, now: 0, pausedUntil: 5_000 });
    expect(next(both, NONE, 0)).toEqual({ do: 'wait', until: 5_000 });
  });

  test('that is good changes nothing at its host', () => {
    const before = sent(plan([target(ids(2))], 0), 0);
    expect(answered(before, 0, { result: ok, now: 7, pausedUntil: 0 }).journal).toBe(before.journal);
  });
});

test('what was sent when a worker was ended may have been done, and nothing else', () => {
  const begun = answered(sent(plan([target(ids(3))], 0), 0), 0, { result: ok, now: 0, pausedUntil: 0 });
  const { entries } = interrupted(sent(begun, 1));
  expect(entries.map(({ state, reason }) => [state, reason])).toEqual([
    ['revoked', null],
    ['unknown', 'interrupted'],
    ['planned', null],
  ]);
});

test('a request that did not go out does not count', () => {
  const planned = plan([target(ids(1))], 0);
  expect(unsent(sent(sent(planned, 0), 0), 0).entries[0]).toMatchObject({ state: 'planned', attempts: 1 });
  expect(unsent(planned, 0)).toEqual(planned);
  expect([sent(planned, 1), unsent(planned, 1)]).toEqual([planned, planned]);
});

test('only what failed is tried once more, as often as at first, and only after the end', () => {
  const refused = failed({ kind: 'policy', policy: 'x' });
  const one = answered(sent(plan([target(ids(2))], 0), 0), 0, { result: ok, now: 0, pausedUntil: 0 });
  const both = answered(sent(one, 1), 1, { result: refused, now: 0, pausedUntil: 0 });
  expect(retried(both)).toEqual(both);
  const done = settled(both, { active: [new Set([id(1)])], madeThere: [null], works: at([id(1)]), kept: NONE, now: 9 });
  const again = retried(done);
  expect(again.journal).toMatchObject({ phase: 'running', summary: null });
  expect(again.entries).toEqual([done.entries[0], { id: id(1), host: 0, state: 'planned', attempts: 0, reason: null }]);
});

describe('the list says', () => {
  const lists = (active: TokenId[], kept: TokenId[] = []) => ({
    active: [new Set(active), new Set(active)],
    madeThere: [null, null],
    works: at(active),
    kept: new Set(kept),
    now: 9,
  });

  test.each<[string, RevokeAll, boolean, string, string | null]>([
    ['that it is revoked', oneAnswered(ok), false, 'revoked', null],
    ['that one of unknown fate is revoked', oneAnswered(failed({ kind: 'offline' })), false, 'revoked', null],
    ['that one is gone', oneAnswered(failed({ kind: 'not-found' })), false, 'gone', null],
    ['that one is revoked whose answer is not known yet', sent(plan([target(ids(1))], 0), 0), false, 'revoked', null],
    ['that such a request did nothing', sent(plan([target(ids(1))], 0), 0), true, 'planned', 'interrupted'],
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

  test.each<[string, RevokeAll, string, string | null]>([
    ['was revoked by its word alone', oneAnswered(ok), 'unknown', null],
    ['it does not know', oneAnswered(failed({ kind: 'not-found' })), 'planned', 'not-found'],
    ['it does not know twice', oneAnswered(failed({ kind: 'not-found' }), 2), 'failed', 'not-found'],
    ['is of unknown fate', oneAnswered(failed({ kind: 'offline' })), 'planned', 'offline'],
    ['was not asked for yet', plan([target(ids(1))], 0), 'planned', null],
  ])('nothing of one that only a list of those made there lacks: the server %s', (_, revokeAll, state, reason) => {
    const { entries, journal } = settled(revokeAll, { ...lists([]), madeThere: [NONE, null] });
    expect(entries[0]).toMatchObject({ state, reason });
    expect(journal.phase).toBe(state === 'planned' ? 'running' : 'done');
    if (journal.summary) expect(journal.summary).toMatchObject({ revoked: 0, onlyMadeHere: true });
  });

  test('nothing new of one that the server called revoked before another one was tried once more', () => {
    const unseen = { madeThere: [new Set([id(1)]), null] };
    const refused = failed({ kind: 'policy', policy: 'x' });
    const one = answered(sent(plan([target(ids(2))], 0), 0), 0, { result: ok, now: 0, pausedUntil: 0 });
    const both = answered(sent(one, 1), 1, { result: refused, now: 0, pausedUntil: 0 });
    const end = settled(both, { ...lists([id(1)]), ...unseen });
    expect(end.entries).toMatchObject([{ state: 'unknown', reason: null }, { state: 'failed' }]);
    const again = answered(sent(retried(end), 1), 1, { result: ok, now: 0, pausedUntil: 0 });
    const last = settled(again, { ...lists([]), ...unseen });
    expect(last.entries).toEqual([end.entries[0], { ...end.entries[1], state: 'revoked', attempts: 1, reason: null }]);
    expect(last.journal).toMatchObject({ phase: 'done', summary: { revoked: 1, failed: 0 } });
    // But a list that has it does.
    const active = settled(again, lists([id(0)]));
    expect(active.entries[0]).toMatchObject({ state: 'planned', reason: 'still-active' });
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

  test.each([
    [1, 500],
    [3, 500],
    [4, 2_000],
    [7, 2_000],
    [8, 5_000],
  ])('is left alone after answer %s for %s ms, and for nothing of it after a good one', (count, pause) => {
    const revokeAll = missed(count);
    expect(next(revokeAll, NONE, 0)).toEqual({ do: 'wait', until: pause });
    const good = answered(sent(revokeAll, count), count, { result: ok, now: pause, pausedUntil: 0 });
    expect(good.journal.hosts[0]).toMatchObject({ misses: 0, pausedUntil: pause });
  });

  test('is sent no more before its list was looked at', () => {
    expect(next(missed(11), NONE, 60_000)).toEqual({ do: 'send', index: 11 });
    expect(next(missed(12), NONE, 60_000)).toEqual({ do: 'settle' });
  });

  test('is given up where nothing came of it', () => {
    const { entries, journal } = settled(missed(12), {
      active: [new Set(ids(15))],
      madeThere: [null],
      works: at(ids(15)),
      kept: NONE,
      now: 1,
    });
    expect(journal.summary).toMatchObject({ revoked: 0, failed: 15, left: 15 });
    expect(entries.at(-1)?.reason).toBe('given-up');
  });

  test('is given up also where something came of what it had answered, or of what another one was sent', () => {
    const two = plan([target(ids(15)), target([id(20)], 'contoso')], 0);
    const began = answered(sent(two, 0), 0, { result: ok, now: 0, pausedUntil: 0 });
    const refused = answered(sent(began, 1), 1, {
      result: failed({ kind: 'policy', policy: 'x' }),
      now: 0,
      pausedUntil: 0,
    });
    const lost = { result: failed({ kind: 'misfit' }), now: 0, pausedUntil: 0 };
    const all = [15, ...Array.from({ length: 12 }, (_, index) => index + 2)];
    const missed = all.reduce((revokeAll, index) => answered(sent(revokeAll, index), index, lost), refused);
    const active = [new Set(ids(15).slice(1)), new Set<TokenId>()];
    const { entries, journal } = settled(missed, {
      active,
      madeThere: [null, null],
      works: at(ids(15).slice(1)),
      kept: new Set([id(14)]),
      now: 1,
    });
    expect(journal).toMatchObject({ phase: 'done', summary: { revoked: 2, failed: 13, kept: 1 } });
    expect([0, 1, 2, 14, 15].map((index) => [entries[index]?.state, entries[index]?.reason])).toEqual([
      ['revoked', null],
      ['failed', 'policy'],
      ['failed', 'misfit'],
      ['planned', null],
      ['revoked', null],
    ]);
  });

  test('is sent the rest where something did', () => {
    const after = settled(missed(12), {
      active: [new Set(ids(15).slice(4))],
      madeThere: [null],
      works: at(ids(15).slice(4)),
      kept: NONE,
      now: 1,
    });
    expect(after.journal.phase).toBe('running');
    expect(next(after, NONE, 60_000)).toEqual({ do: 'send', index: 4 });
    expect(after.entries.at(-1)).toMatchObject({ state: 'planned', reason: null });
  });
});
