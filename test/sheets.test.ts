import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' }).map(
  (path) => `src/${path.replaceAll('\\', '/')}`,
);
const textOf = (path: string) => readFileSync(path, 'utf8');
const sheets = paths.filter((path) => path.endsWith('.css')).map((path) => ({ path, text: textOf(path) }));
const code = paths.filter((path) => /\.(tsx?|html)$/.test(path)).map(textOf);
const all = code.join('\n');
const rules = sheets.map(({ text }) => text).join('\n');

const found = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];

test('nothing is dressed that is not there', () => {
  const classes = found(rules.replaceAll(/\/\*[\s\S]*?\*\//g, ''), /\.([a-z][a-z-]*)/g);
  expect(classes.length).toBeGreaterThan(50);
  expect(classes.filter((name) => !new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(all))).toEqual([]);
});

test('each sheet is loaded with the code beside it', () => {
  const loaded = (path: string) => all.includes(`/${path.split('/').at(-1)}`);
  expect(sheets.filter(({ path }) => !loaded(path)).map(({ path }) => path)).toEqual([]);
});

test('each measure that has a name is used, and no other is asked for', () => {
  expect(found(rules, /^ {2}(--[\w-]+): /gm).sort()).toEqual(found(rules, /var\((--[\w-]+)\)/g).sort());
});

test('sizes of type, radii and borders stand in one place', () => {
  const bare = /font-size: \d|border-radius: \d|1px solid var/;
  expect(sheets.filter(({ path, text }) => path !== 'src/ui/base.css' && bare.test(text))).toEqual([]);
});
