import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { misfit, planted, ROOT } from './planted/planted';

// Whether they are seen is shown by `npm run prove:mutants`, which takes long; here only that they can still be planted.

test.each(planted)('$bug: can still be planted', (bug) => {
  expect(misfit(bug)).toBeUndefined();
  expect(existsSync(path.join(ROOT, bug.test)), bug.test).toBe(true);
});
