import { expect, test } from 'vitest';
import { isNotHere, isSilent, mayHaveBeenDone, meaningOf, pauseAskedBy } from './failure-meaning';
import type { Failure } from './result';

const page: Failure = { kind: 'signed-out', signInUrl: '', by: 'page' };
const refusal: Failure = { kind: 'signed-out', signInUrl: '', by: 'refusal' };

/** Of the first, nobody sends a create again; the last two say that nothing was done. */
test.each<[Failure, 'maybe done' | 'silent' | 'not here' | 'neither']>([
  [page, 'maybe done'],
  [refusal, 'silent'],
  [{ kind: 'between' }, 'silent'],
  [{ kind: 'forbidden', explained: false }, 'silent'],
  [{ kind: 'forbidden', explained: true }, 'neither'],
  [{ kind: 'not-found' }, 'not here'],
  [{ kind: 'unsupported' }, 'not here'],
  [{ kind: 'refused' }, 'neither'],
  [{ kind: 'policy', policy: 'x' }, 'neither'],
  [{ kind: 'throttled', until: 5 }, 'neither'],
  [{ kind: 'invalid', field: 'name', reason: '' }, 'neither'],
  [{ kind: 'offline' }, 'maybe done'],
  [{ kind: 'timeout' }, 'maybe done'],
  [{ kind: 'misfit' }, 'maybe done'],
  [{ kind: 'interrupted' }, 'maybe done'],
  [{ kind: 'full' }, 'maybe done'],
  [{ kind: 'unexpected', detail: '' }, 'maybe done'],
])('%j is %s', (failure, is) => {
  expect([mayHaveBeenDone(failure), isSilent(failure), isNotHere(failure)]).toEqual([
    is === 'maybe done',
    is === 'silent',
    is === 'not here',
  ]);
});

test('only a server that asks for a pause gets one', () => {
  expect([
    pauseAskedBy({ kind: 'throttled', until: 5 }),
    pauseAskedBy({ kind: 'offline' }),
    pauseAskedBy(null),
  ]).toEqual([5, 0, 0]);
});

const explained: Failure = { kind: 'forbidden', explained: true };
const elsewhere: Failure = { kind: 'wrong-identity', expected: 'Normal Paulk', found: 'Raisa' };

/** By the first a revoke-all waits or stops for good, and by the second it is told that nobody is signed in, or a list read again. */
test.each<[Failure, 'time' | 'user' | 'never' | 'unknown', 'nobody' | 'same' | 'another' | 'doubtful' | 'unsaid']>([
  [page, 'user', 'nobody'],
  [refusal, 'user', 'nobody'],
  [elsewhere, 'user', 'another'],
  [{ kind: 'permission', address: '' }, 'user', 'unsaid'],
  [{ kind: 'between' }, 'user', 'unsaid'],
  [{ kind: 'full' }, 'user', 'unsaid'],
  [explained, 'never', 'same'],
  [{ kind: 'not-found' }, 'never', 'same'],
  [{ kind: 'unsupported' }, 'never', 'same'],
  [{ kind: 'policy', policy: 'x' }, 'never', 'same'],
  [{ kind: 'throttled', until: 5 }, 'time', 'unsaid'],
  [{ kind: 'offline' }, 'time', 'unsaid'],
  [{ kind: 'timeout' }, 'time', 'unsaid'],
  [{ kind: 'interrupted' }, 'time', 'unsaid'],
  [{ kind: 'refused' }, 'unknown', 'doubtful'],
  [{ kind: 'invalid', field: 'name', reason: '' }, 'unknown', 'same'],
  [{ kind: 'misfit' }, 'unknown', 'unsaid'],
  [{ kind: 'unexpected', detail: '' }, 'unknown', 'unsaid'],
])('%j is mended by %s, and who is signed in is %s', (failure, mends, session) => {
  expect(meaningOf(failure)).toMatchObject({ mends, session });
});
