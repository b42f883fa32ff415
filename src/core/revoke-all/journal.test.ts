import { expect, test } from 'vitest';
import { partsOf, type RevokeAllEntry } from './journal';

test.each([
  [0, []],
  [50, [50]],
  [120, [50, 50, 20]],
])('%s entries are stored in parts of %j, each once', (count, lengths) => {
  const entries = Array.from({ length: count }, (_, attempts) => ({ attempts }) as RevokeAllEntry);
  const parts = partsOf(entries);
  expect(parts.map(({ length }) => length)).toEqual(lengths);
  expect(parts.flat()).toEqual(entries);
});
