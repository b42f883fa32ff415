import { describe, expect, test } from 'vitest';
import { AREAS } from '../scopes/catalogue';
import { FIELDS, type FieldId } from './fields';
import { RECIPE_IDS } from './ids';
import type { Place } from './place';
import { asksForToken, missingScopes, RECIPES, recipesFor, render, shellsOf, warningsOf } from './recipes';
import type { Recipe } from './shape';
import { withSecret } from './snippet';

const fabrikam: Place = { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' };
const older: Place = { ...fabrikam, domain: 'visualstudio.com' };
const server: Place = { kind: 'server', base: 'https://tfs.corp.example:8080/tfs', collection: 'DefaultCollection' };
const insecure: Place = { ...server, base: 'http://tfs.corp.example:8080/tfs' };

const plain: Record<FieldId, string> = {
  agent: 'agent-1',
  api: '_apis/projects?api-version=7.1',
  deploymentGroup: 'web',
  environment: 'staging',
  feed: 'tools',
  feedProject: 'website',
  image: 'azp-agent:linux',
  npmScope: '',
  package: 'probe',
  pool: 'Default',
  project: 'website',
  repository: 'demo',
};

const odd: Record<FieldId, string> = {
  agent: `O'Brien's "best" $HOME`,
  api: `_apis/wit/wiql?x='a b'&$top=1[0]`,
  deploymentGroup: 'a & b %PATH%',
  environment: '--replace',
  feed: '1st feed.é',
  feedProject: `R&D \\ 100% 'x'`,
  image: 'registry.example/agent:1',
  npmScope: '@fabrikam',
  package: 'probe[extra]>=1.0; $(id)',
  pool: `‘curly’ \`tick\` <xml> "q"`,
  project: `Größe & 日本語 100%`,
  repository: `it's $5 "cheap" \`now\``,
};

function find(id: string): Recipe {
  const recipe = RECIPES.find((one) => one.id === id);
  if (!recipe) throw new Error(`No recipe ${id}`);
  return recipe;
}

/** Every text that there is for a place, as a person would review them. `<secret>` marks where a secret goes. */
function book(place: Place, fields: Record<FieldId, string>): string {
  const texts = recipesFor([], place)
    .toSorted((one, other) => RECIPES.indexOf(one) - RECIPES.indexOf(other))
    .flatMap((recipe) =>
      shellsOf(recipe).map((shell) => {
        const snippet = render(recipe, { place, fields, shell });
        const parts = snippet.ok ? snippet.parts : [];
        const text = parts.map((part) => ('text' in part ? part.text : `<secret: ${part.secret}>`)).join('');
        return `=== ${recipe.id}, ${shell}\n${text.trimEnd()}\n`;
      }),
    );
  return texts.join('\n');
}

test.each([
  ['services', fabrikam, plain],
  ['older-address', older, plain],
  ['server', server, plain],
  ['server-http', insecure, plain],
  ['odd-names', { ...server, collection: `Über's Collection` }, odd],
] as const)('golden texts: %s', async (name, place, fields) => {
  await expect(book(place, fields)).toMatchFileSnapshot(`golden/${name}.txt`);
});

/** What is said of a recipe, by the ids of its words: what it needs, where the token ends up, and what is to be known. */
function said({ id, scopes, needs, takes = [], where, path, ...recipe }: Recipe): string {
  const also = [recipe.servicesOnly && 'on Services alone', recipe.atRoot && 'at the root of a server'];
  const known = [recipe.warning, recipe.warningOnServer && `on a server ${recipe.warningOnServer}`];
  return [
    `=== ${[id, ...also].filter(Boolean).join(', ')}`,
    `may: ${scopes.join(' ') || 'anything'}`,
    `told: ${[...needs, ...takes.map((id) => `perhaps ${id}`)].join(', ') || 'nothing'}`,
    `ends up: ${where}${path === undefined ? '' : `, in ${path}`}`,
    `known: ${[...known, recipe.warningOnHttp && `by http ${recipe.warningOnHttp}`].filter(Boolean).join(', ') || 'nothing'}\n`,
  ].join('\n');
}

test('golden texts: what is said of each', async () => {
  await expect(RECIPES.map(said).join('\n')).toMatchFileSnapshot('golden/said.txt');
});

describe('each recipe', () => {
  test('has an id of its own', () => {
    expect(new Set(RECIPES.map(({ id }) => id)).size).toBe(RECIPES.length);
  });

  test.each(RECIPES.map((recipe) => [recipe.id, recipe] as const))(
    '%s can be written, and says what it needs',
    (_, recipe) => {
      const shells = shellsOf(recipe);
      expect(shells.length).toBeGreaterThan(0);
      expect(recipe.path !== undefined).toBe(shells.includes('file'));
      const known = AREAS.flatMap(({ levels }) => levels.map(({ scope }) => scope));
      expect(known).toEqual(expect.arrayContaining([...recipe.scopes]));
      for (const shell of shells) {
        const empty = render(recipe, { place: fabrikam, fields: {}, shell });
        expect(empty.ok ? [] : empty.missing).toEqual(recipe.needs);
        const snippet = render(recipe, { place: fabrikam, fields: plain, shell });
        expect(snippet.ok && snippet.parts.length > 0).toBe(true);
        expect(shell === 'file' || (snippet.ok && snippet.parts.every((part) => 'text' in part))).toBe(true);
      }
    },
  );
});

test.each([
  ['only spaces', '  '],
  ['a line break', 'tools\n//evil.example/:_password=x'],
])('a field with %s counts as missing', (_, feed) => {
  const snippet = render(find('npm-user'), { place: fabrikam, fields: { feed }, shell: 'file' });
  expect(snippet).toEqual({ ok: false, missing: ['feed'] });
});

test('the secret is put in last, in the form that the file wants', () => {
  const snippet = render(find('npm-user'), { place: fabrikam, fields: { feed: 'tools' }, shell: 'file' });
  const text = withSecret(snippet.ok ? snippet.parts : [], 'sesame'.repeat(9));
  const password = 'c2VzYW1l'.repeat(9);
  expect(text).toContain(`//pkgs.dev.azure.com/fabrikam/_packaging/tools/npm/registry/:_password=${password}\n`);
  expect(text).not.toContain('sesame');
});

test.each([
  ['git-helper', ['vso.code'], []],
  ['git-helper', ['vso.code_full'], []],
  ['git-helper', ['vso.code_status'], ['vso.code']],
  ['git-helper', ['app_token'], []],
  ['twine', ['vso.packaging'], ['vso.packaging_write']],
  ['twine', ['vso.work', 'vso.packaging_manage'], []],
  ['tfx', ['vso.gallery_manage'], []],
  ['agent', ['vso.agentpools', 'vso.code'], ['vso.agentpools_manage']],
  ['agent-deployment-group', ['vso.agentpools_manage'], ['vso.machinegroup_manage']],
  ['curl', [], []],
])('%s with %j lacks %j', (id, scopes, missing) => {
  expect(missingScopes(find(id), scopes)).toEqual(missing);
});

test('what the token is made for comes first, then what any token does, then the rest', () => {
  const ids = recipesFor(['vso.packaging_write'], fabrikam).map(({ id }) => id);
  expect(ids.slice(0, 3)).toEqual(['npm', 'pnpm', 'npm-user']);
  expect(ids.indexOf('twine')).toBeLessThan(ids.indexOf('curl'));
  expect(ids.indexOf('curl')).toBeLessThan(ids.indexOf('git-helper'));
  expect(ids.length).toBe(RECIPES.length);
});

test('what exists on Services alone is not offered for a server', () => {
  const ids = recipesFor(['app_token'], server).map(({ id }) => id);
  expect(ids).not.toContain('az-devops');
  expect(ids[0]).toBe('git-helper');
});

test.each([
  ['nuget-source', fabrikam, 1],
  ['nuget-source', server, 1],
  ['nuget-source', insecure, 2],
  ['agent-deployment-group', fabrikam, 1],
  ['agent-deployment-group', server, 2],
  ['twine', insecure, 0],
])('%s: what is to be known on %o', (id, place, count) => {
  expect(warningsOf(find(id), place)).toHaveLength(count);
});

test.each([
  ['npm', 'other', ['file', 'bash', 'powershell']],
  ['npm', 'windows', ['file', 'powershell', 'bash']],
  ['git-helper', 'other', ['bash', 'powershell']],
  ['git-helper', 'windows', ['powershell', 'bash']],
  ['curl', 'windows', ['bash']],
  ['netrc', 'windows', ['file']],
] as const)('%s, system %s: %j', (id, system, shells) => {
  expect(shellsOf(find(id), system)).toEqual(shells);
});

test.each([
  ['git-helper', 'bash', true],
  ['git-helper', 'powershell', true],
  ['git-forget', 'bash', false],
  ['tfx', 'powershell', false],
  ['npm-user', 'file', false],
] as const)('%s, %s: whether it asks for the token is %s', (id, shell, asks) => {
  const snippet = render(find(id), { place: fabrikam, fields: plain, shell });
  expect(snippet.ok && asksForToken(snippet.parts)).toBe(asks);
});

test('every field is asked for by some recipe', () => {
  const asked = new Set(RECIPES.flatMap(({ needs, takes = [] }) => [...needs, ...takes]));
  expect([...asked].sort()).toEqual(FIELDS.toSorted());
});

test('the ids that an administrator may name are those of all recipes', () => {
  expect(RECIPE_IDS).toEqual(RECIPES.map(({ id }) => id));
});
