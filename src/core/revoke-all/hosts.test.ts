import { describe, expect, test } from 'vitest';
import { HostId } from '../host';
import { type Failure, ok } from '../result';
import { TokenId } from '../token';
import { settled } from './end';
import { resumed, stopped, troubled, untroubled } from './hosts';
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

describe('a host that cannot be asked who is signed in', () => {
  test('is asked again after a while, and another one goes on', () => {
    const two = plan([target(first), target(second, 'contoso')], 0);
    const after = troubled(two, 0, { kind: 'offline' }, 0);
    expect(next(after, NONE, 0)).toEqual({ do: 'send', index: 1 });
    expect(after.journal.hosts[0]?.pausedUntil).toBe(1_000);
    expect(next(after, NONE, 1_000)).toEqual({ do: 'send', index: 0 });
    expect(untroubled(after, 0, 0).journal.hosts[0]).toMatchObject({ trouble: null, tries: 0, pausedUntil: 1_000 });
  });

  test('is asked again for as long as time may mend it, each half minute at last, or when it says', () => {
    let revokeAll = planned;
    for (let tried = 0; tried < 30; tried++) revokeAll = troubled(revokeAll, 0, { kind: 'offline' }, 0);
    expect(revokeAll.journal).toMatchObject({ phase: 'running', hosts: [{ tries: 30, pausedUntil: 30_000 }] });
    expect(troubled(revokeAll, 0, { kind: 'offline' }, 30_000).journal.hosts[0]?.pausedUntil).toBe(60_000);
    const asked = troubled(revokeAll, 0, { kind: 'throttled', until: 70_000 }, 0);
    expect(asked.journal.hosts[0]?.pausedUntil).toBe(70_000);
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
    works: [],
    kept: NONE,
    now: 9,
  });
  expect([stopped(done, null), resumed(done)]).toEqual([done, done]);
});
