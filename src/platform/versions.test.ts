import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { fittingList } from '../core/fitting';
import { type Kind, listOf, step, troubleOf, unwrap, wrap } from './versions';

const First = z.object({ days: z.number() });
const Second = z.object({ seconds: z.number() });
const Third = z.object({ seconds: z.number(), note: z.string() });

const kind: Kind<z.output<typeof Third>> = {
  schema: Third,
  fallback: { seconds: 0, note: 'none' },
  steps: [
    step(First, ({ days }) => ({ seconds: days * 86_400 })),
    step(Second, ({ seconds }) => ({ seconds, note: 'older' })),
  ],
};

/** What is read, and why that is not all. */
function readAs<T>(as: Kind<T>, stored: unknown) {
  const read = unwrap(as, stored);
  return [read.value, troubleOf(as, read)];
}

test('a value says which version it is, and is read as it was written', () => {
  const value = { seconds: 1, note: 'x' };
  expect(wrap(kind, value)).toEqual({ version: 3, value });
  expect(readAs(kind, wrap(kind, value))).toEqual([value, null]);
});

test('an older one is brought forward, step by step', () => {
  expect(readAs(kind, { version: 2, value: { seconds: 7 } })).toEqual([{ seconds: 7, note: 'older' }, null]);
  expect(readAs(kind, { version: 1, value: { days: 2 } })).toEqual([{ seconds: 172_800, note: 'older' }, null]);
});

test('one from before there were versions is of the first', () => {
  expect(readAs(kind, { days: 2 })).toEqual([{ seconds: 172_800, note: 'older' }, null]);
  expect(readAs(listOf(First), [{ days: 2 }])).toEqual([[{ days: 2 }], null]);
});

test('where there is none, there is nothing amiss', () => {
  expect(readAs(kind, undefined)).toEqual([kind.fallback, null]);
});

test.each([
  ['a newer one', { version: 4, value: { seconds: 1, note: 'x' } }, 'newer'],
  ['one that does not fit', { version: 3, value: { seconds: 'many' } }, 'unreadable'],
  ['an older one that does not fit its version', { version: 2, value: { days: 2 } }, 'unreadable'],
  ['one without a value', { version: 3 }, 'unreadable'],
  ['one of a version that there cannot be', { version: 0, value: { days: 2 } }, 'unreadable'],
  ['null', null, 'unreadable'],
])('%s is read as the default', (_, stored, why) => {
  expect(readAs(kind, stored)).toEqual([kind.fallback, why]);
});

test('of a list with an item that does not fit the others are read', () => {
  expect(readAs(listOf(First), [{ days: 2 }, 7])).toEqual([[{ days: 2 }], 'in-part']);
});

test('a choice that is none any more is the default, and that is not all that was stored', () => {
  const choices: Kind<{ days: number; ids: string[] }> = {
    schema: z.object({ days: z.catch(z.number(), 3), ids: z.catch(fittingList(z.string()), () => []) }),
    fallback: { days: 3, ids: [] },
  };
  expect(readAs(choices, { ids: ['a'] })).toEqual([{ days: 3, ids: ['a'] }, null]);
  expect(readAs(choices, { days: 'x', ids: ['a'] })).toEqual([{ days: 3, ids: ['a'] }, 'in-part']);
  expect(readAs(choices, { days: 1, ids: ['a', 1] })).toEqual([{ days: 1, ids: ['a'] }, 'in-part']);
});
