import { FABRIKAM, SERVER } from '../../../../gallery/fixtures/hosts';
import { nothing, parts } from '../../../../gallery/story';
import type { KnownHost } from '../../../core/host';
import { FIELDS } from '../../../core/recipes/fields';
import { NOTHING_HANDED_OVER } from '../../../core/recipes/hand-over';
import { placeOf } from '../../../core/recipes/place';
import { RECIPES, shellsOf } from '../../../core/recipes/recipes';
import type { Recipe, Shell } from '../../../core/recipes/shape';
import { Snippet } from './snippet';
import { TestToken } from './test-token';
import { UseWith } from './use-with';

const filled = Object.fromEntries(FIELDS.map((id) => [id, `Fabrikam's ${id}`]));

type Told = { recipe: Recipe; shell: Shell; host?: KnownHost; fields?: Record<string, string>; lacking?: string[] };

const snippet = ({ recipe, shell, host = FABRIKAM, fields = filled, lacking = [] }: Told) => (
  <section class="use-with">
    <Snippet
      recipe={recipe}
      place={placeOf(host)}
      lacking={lacking}
      shell={shell}
      fields={fields}
      copied={false}
      onField={nothing}
      onCopy={nothing}
    />
  </section>
);

const eachShell = RECIPES.flatMap((recipe) => shellsOf(recipe).map((shell) => ({ recipe, shell })));
const firsts = RECIPES.flatMap((recipe) =>
  shellsOf(recipe)
    .slice(0, 1)
    .map((shell) => ({ recipe, shell })),
);
const onServer = firsts.filter(({ recipe }) => !recipe.servicesOnly);
const withFields = firsts.filter(({ recipe }) => recipe.needs.length > 1).slice(0, 1);

const choosing = {
  onRecipe: nothing,
  host: FABRIKAM,
  scopes: ['vso.code'],
  isLast: true,
  onCopySnippet: async () => true,
  onRecall: async () => NOTHING_HANDED_OVER,
  onRemember: async () => undefined,
};

export const stories = parts('popup', {
  ...Object.fromEntries(eachShell.map((each) => [`${each.recipe.id} ${each.shell}`, () => snippet(each)])),
  ...Object.fromEntries(
    onServer.map((each) => [`${each.recipe.id} on plain http`, () => snippet({ ...each, host: SERVER })]),
  ),
  ...Object.fromEntries(
    withFields.map((each) => [
      'nothing filled in',
      () => snippet({ ...each, fields: {}, lacking: ['vso.code', 'vso.build'] }),
    ]),
  ),
  'all recipes to choose from': () => <UseWith {...choosing} />,
  'those that an administrator has chosen': () => <UseWith {...choosing} shown={['npm', 'git-gcm']} />,
  'an administrator has chosen none for this place': () => <UseWith {...choosing} shown={[]} />,
  'a test of the token': () => <TestToken atRoot={false} onTest={async () => ({ good: true, text: '' })} />,
});
