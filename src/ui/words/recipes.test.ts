import { expect, test } from 'vitest';
import { RECIPES } from '../../core/recipes/recipes';
import { wordsFor } from '../../platform/message';

test('no two recipes have the same name', () => {
  expect(new Set(RECIPES.map(({ id }) => wordsFor('recipe_name', id))).size).toBe(RECIPES.length);
});

test.each([...new Set(RECIPES.map(({ where }) => where))])('where the secret ends up (%s) is a sentence', (where) => {
  expect(wordsFor('recipe_where', where)).toMatch(/^[A-Z.].*\.$/);
});
