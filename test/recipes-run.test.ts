import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { RECIPES } from '../src/core/recipes/recipes';

const runs = readdirSync('test')
  .filter((name) => /^recipes-.*\.test\.ts$/.test(name) && name !== 'recipes-run.test.ts')
  .map((name) => readFileSync(`test/${name}`, 'utf8'))
  .join('\n');

/** No test runs their tools: the golden texts hold what is written for them, and `recipes-shell.test.ts` what a shell makes of it. */
const NOT_RUN = [
  ...['nuget-source', 'uv', 'poetry', 'agent-remove', 'az-devops', 'az-devops-login', 'terraform'],
  ...['tfx-install', 'tfx-tasks'],
];

test('each recipe is in a test that runs its tool, but for those that are known not to be', () => {
  const ids = RECIPES.map(({ id }) => id);
  expect(ids.filter((id) => !runs.includes(`'${id}'`))).toEqual(NOT_RUN);
});
