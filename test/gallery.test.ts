import { readdirSync, readFileSync } from 'node:fs';
import { dirname, sep } from 'node:path';
import { expect, test, vi } from 'vitest';
import { RECIPES, shellsOf } from '../src/core/recipes/recipes';
import { Failure } from '../src/core/result';

// What views ask the browser while they are loaded.
vi.stubGlobal('location', new URL('https://gallery.example/'));
vi.stubGlobal('navigator', { userAgent: 'Linux' });
const { STORIES } = await import('../gallery/stories');

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => path.endsWith('.tsx'))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));
const isStory = ({ path }: { path: string }) => path.endsWith('.stories.tsx');

test('no two stories have one address', () => {
  const ids = STORIES.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test('the product knows neither the gallery nor a story', () => {
  const knowing = files.filter((file) => !isStory(file) && /gallery|\.stories'/.test(file.text));
  expect(knowing.map(({ path }) => path)).toEqual([]);
});

test('each view and each component is in a story beside it, or part of one that is', () => {
  const beside = (folder: string) => files.filter(({ path }) => dirname(path) === folder);
  const uses = (name: string) => (file: { text: string }) => new RegExp(`<${name}\\b`).test(file.text);
  const inStory = (name: string, folder: string) => beside(folder).filter(isStory).some(uses(name));
  const viewsOf = (file: { text: string }) =>
    [...file.text.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name = '']) => name);
  const isTold = (name: string, folder: string) =>
    inStory(name, folder) ||
    beside(folder).some((file) => uses(name)(file) && viewsOf(file).some((view) => inStory(view, folder)));
  const untold = files
    .filter((file) => /^ui\/(views|components)\//.test(file.path) && !isStory(file))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^export function ([A-Z]\w+)/gm)].map(([, name = '']) => ({ name, folder: dirname(path) })),
    )
    // It stands in what is beside Quick mint's buttons, and is given to it there.
    .filter(({ name, folder }) => name !== 'PlainDetail' && !isTold(name, folder));
  expect(untold).toEqual([]);
});

const namesIn = (room: string) => STORIES.filter((story) => story.room === room).map(({ name }) => name);

test.each(Failure.def.options.map(({ shape }) => shape.kind.def.values[0] ?? ''))(
  'the failure %s has a story',
  (kind) => {
    for (const room of ['trouble', 'home/home']) {
      expect(namesIn(room).map((name) => name.replace('failure: ', '').split(':')[0])).toContain(kind);
    }
  },
);

test('each recipe has a story for each shell', () => {
  const wanted = RECIPES.flatMap((recipe) => shellsOf(recipe).map((shell) => `${recipe.id} ${shell}`));
  expect(namesIn('created/recipes')).toEqual(expect.arrayContaining(wanted));
});
