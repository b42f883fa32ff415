import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { REMEMBERS_NOTHING } from './bundle';

/** A place at the top of a module in which something could be kept from one worker to the next. */
const KEEPS =
  /^(?:export )?(?:let |(?:const \w+(?:: (?!Readonly)[^=]+)? = (?:new (?:Map|Set|WeakMap|WeakSet)\b|\[\]|\{\}|\w+Once|once\w*\(|queue\(|pLimit\()))/m;

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `/src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'));
const keeping = paths.filter((path) => KEEPS.test(readFileSync(`.${path}`, 'utf8')));

test('what workers of the simulation share has no memory: a worker that was ended has forgotten all', () => {
  expect(keeping).toContain('/src/core/cleanup/facts.ts');
  expect(keeping).toContain('/src/azure/pace.ts');
  expect(keeping.filter((path) => REMEMBERS_NOTHING.test(path))).toEqual([]);
});
