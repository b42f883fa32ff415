import { expect, test } from 'vitest';
import { PRESETS } from '../../core/purposes/built-in';
import { Purpose } from '../../core/purposes/purpose';
import { named } from '../../platform/in-words/purposes';
import { remarkOn, sourceOf } from './purposes';

const purposes = PRESETS.map(named);

test.each(purposes)('$name can stand on a button, and tells its gap and its source', (purpose) => {
  expect(Purpose.safeParse(purpose).success).toBe(true);
  expect(remarkOn(purpose)).toMatch(/^[A-Z].*\.$/);
  expect(sourceOf(purpose)).not.toBe('');
});

test('no two purposes have the same name', () => {
  expect(new Set(purposes.map(({ name }) => name.toLowerCase())).size).toBe(purposes.length);
});

test("of one of the user's own the note is shown, and no source", () => {
  const own: Purpose = { id: 'a', name: 'Wiki bot', scopes: ['vso.wiki'], days: 7, note: 'on the wall' };
  expect([named(own), remarkOn(own), sourceOf(own)]).toEqual([own, 'on the wall', undefined]);
});
