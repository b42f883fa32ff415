import { expect, test } from 'vitest';
import { preview } from './preview';
import { RECIPES, render, shellsOf } from './recipes';

const place = { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' } as const;
const each = RECIPES.flatMap((recipe) => shellsOf(recipe).map((shell) => ({ recipe, shell, id: recipe.id })));

test.each(each)('$id for $shell shows where each missing field goes', ({ recipe, shell }) => {
  const { parts, missing } = preview(recipe, { place, fields: {}, shell });
  expect(missing).toEqual(recipe.needs);
  const blanks = new Set(parts.flatMap((part) => ('blank' in part ? [part.blank] : [])));
  // A step of two can need less than both together.
  expect([...blanks].filter((id) => !recipe.needs.includes(id))).toEqual([]);
  if (shellsOf(recipe)[0] !== 'file') expect(blanks).toEqual(new Set(recipe.needs));
  expect(parts.map((part) => ('text' in part ? part.text : '')).join('')).not.toMatch(/patinablank/i);
});

test('what is filled in is shown as it is copied', () => {
  const [recipe] = RECIPES.filter(({ needs }) => needs.length > 0);
  if (!recipe) throw new Error('no recipe');
  const [shell = 'bash'] = shellsOf(recipe);
  const fields = Object.fromEntries(recipe.needs.map((id) => [id, `my ${id}`]));
  const asked = { place, fields, shell };
  const made = render(recipe, asked);
  expect(preview(recipe, asked)).toEqual({ parts: made.ok && made.parts, missing: [] });
});
