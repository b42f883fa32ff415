import { expect, test } from 'vitest';
import { Snapshot } from '../snapshot';
import { reservationsOn } from './reservation';

const since = Date.UTC(2026, 10, 25, 12);

const read = (readAt: number, complete = true) =>
  Snapshot.parse({
    identity: { id: '5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11', name: 'Normal Paulk' },
    tokens: [],
    readAt,
    clockSkew: 0,
    complete,
  });

test.each([
  ['that was never read', null, ['unread']],
  ['of now', read(since), []],
  ['of before', read(since - 1), ['old']],
  ['that lacks a part', read(since, false), ['incomplete']],
  ['of those made there', { ...read(since), onlyMadeHere: true }, ['only_made_here']],
  ['of before that lacks a part', read(since - 1, false), ['incomplete', 'old']],
] as const)('of a list %s is said: %s', (_, snapshot, expected) => {
  expect(reservationsOn(snapshot, since)).toEqual(expected);
});
