import { expect, test } from 'vitest';
import { clearBy } from './clear-clipboard';

test('a clipboard that could not be emptied is told as that, also where nobody may look', async () => {
  expect(await clearBy({ read: async () => undefined, empty: async () => false }, null)).toBe('failed');
});
