import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AT_START, askedAgain, cameBack, decide, leave, settled, stillOpen, takenBack, type Walk } from './walk';

const queue = ['a', 'b', 'c', 'd'];
const begun = settled(AT_START, queue);

test('a decision goes on at once, and takes its place in the count', () => {
  const walk = decide(begun, 'keep', queue);
  expect([walk.at, walk.decided.length, stillOpen(walk, queue)]).toEqual(['b', 1, ['b', 'c', 'd']]);
});

test('the one in view stays in view, whatever comes before it or becomes of it', () => {
  expect(stillOpen(begun, ['z', 'a', 'b'])).toEqual(['a', 'z', 'b']);
  expect(settled(begun, ['b'])).toEqual(begun);
  expect(leave(begun, ['b']).at).toBe('b');
  expect(leave(begun, queue)).toEqual({ ...begun, at: 'b' });
});

test('what failed comes after all others; what was taken back is in view', () => {
  const walk = cameBack(decide(begun, 'revoke', queue), 'a');
  expect(stillOpen(walk, queue)).toEqual(['b', 'c', 'd', 'a']);
  const back = takenBack(decide(walk, 'later', queue), 'b');
  expect([back.at, stillOpen(back, queue)]).toEqual(['b', ['b', 'c', 'd', 'a']]);
});

test('what came back comes back once, after what came back before it, until it is decided', () => {
  const two = decide(decide(begun, 'revoke', queue), 'rotate', queue);
  const both = cameBack(cameBack(cameBack(two, 'a'), 'b'), 'a');
  expect([both.back, both.decided, stillOpen(both, queue)]).toEqual([['b', 'a'], [], ['c', 'd', 'b', 'a']]);
  const again = decide({ ...both, at: 'b' }, 'keep', queue);
  expect(again.back).toEqual(['a']);
});

test('whoever takes one decision back, or wants to be asked again, keeps the others', () => {
  const all = (['revoke', 'keep', 'later', 'rotate'] as const).reduce((walk, how) => decide(walk, how, queue), begun);
  expect(takenBack(all, 'b').decided.map(({ key }) => key)).toEqual(['a', 'c', 'd']);
  expect(cameBack(all, 'a').decided.map(({ key }) => key)).toEqual(['b', 'c', 'd']);
  expect(askedAgain(all).decided).toEqual([
    { key: 'a', how: 'revoke' },
    { key: 'd', how: 'rotate' },
  ]);
});

const keys = ['a', 'b', 'c', 'd', 'e', 'f'];
const steps = {
  decide: (walk: Walk, now: string[]) => decide(walk, 'revoke', now),
  leave: (walk: Walk, now: string[]) => leave(walk, now),
  back: (walk: Walk) => (walk.decided[0] ? cameBack(walk, walk.decided[0].key) : walk),
  undo: (walk: Walk) => (walk.decided.at(-1) ? takenBack(walk, walk.decided.at(-1)?.key ?? '') : walk),
  settle: (walk: Walk, now: string[]) => settled(walk, now),
};

test('whatever is pressed, fails and changes: nothing is lost, nothing is asked twice at once', () => {
  const step = fc.record({ does: fc.constantFrom(...Object.values(steps)), queue: fc.shuffledSubarray(keys) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (all) => {
      let walk = AT_START;
      for (const { does, queue: now } of all) {
        walk = does(walk, now);
        const open = stillOpen(walk, now);
        const decided = walk.decided.map(({ key }) => key);
        expect(new Set([...open, ...decided]).size).toBe(open.length + decided.length);
        expect([...open, ...decided]).toEqual(expect.arrayContaining(now));
        if (walk.at !== null) expect(open[0]).toBe(walk.at);
      }
    }),
    { numRuns: 500 },
  );
});
