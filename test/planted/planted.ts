import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bug } from './bug';
import { inRules } from './rules';
import { onScreens } from './screens';
import { inWorker } from './worker';

export const ROOT = path.resolve(import.meta.dirname, '../..');

export const planted = [...inWorker, ...inRules, ...onScreens];

/** What is wrong with a bug as it is written down, if anything is. */
export function misfit({ file, from, to }: Bug): string | undefined {
  const count = readFileSync(path.join(ROOT, file), 'utf8').split(from).length - 1;
  return count === 1 && from !== to ? undefined : `its text stands ${count} times in ${file}`;
}
