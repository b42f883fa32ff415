import { expect, test } from 'vitest';
import { DAY } from '../duration';
import type { Host } from '../host';
import { doorsAt, updateOn } from './doors-at';

const now = Date.UTC(2026, 10, 25, 12);
const found = (since: number) => ({ lifecycle: true, sessionTokens: false, pageProvider: null, since });

test('a door that was found is believed for a day, and not by a clock that was set back', () => {
  const nothing = { lifecycle: null, sessionTokens: null, pageProvider: null, since: now };
  for (const since of [now - DAY + 1, now + DAY - 1]) expect(doorsAt(found(since), now)).toEqual(found(since));
  for (const since of [now - DAY, now + DAY]) expect(doorsAt(found(since), now)).toEqual(nothing);
  expect(doorsAt(null, now)).toEqual(nothing);
});

test.each([
  ['server', true, 'no-such-call'],
  ['services', true, 'open'],
  ['services', false, 'closed'],
  ['services', null, 'unknown'],
] as const)('on %s, with its lifecycle door %s, a change is %s', (kind, lifecycle, update) => {
  expect(updateOn({ kind } as Host, { lifecycle })).toBe(update);
});
