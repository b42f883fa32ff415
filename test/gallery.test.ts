import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { STORIES } from '../gallery/stories';

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
