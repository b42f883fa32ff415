import { expect, test } from 'vitest';
import { doGlobalTokensWork } from './global-token';

test.each([
  ['2026-11-30T23:59:59Z', true],
  ['2026-12-01T00:00:00Z', false],
])('at %s tokens for all organizations work: %s', (instant, works) => {
  expect(doGlobalTokensWork(Date.parse(instant))).toBe(works);
});
