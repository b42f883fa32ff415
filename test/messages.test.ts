import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import messages from '../public/_locales/en/messages.json';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|stories)\./.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n');
const manifest = readFileSync('manifest.json', 'utf8');

const words = new Set([...source.matchAll(/\b\w+\b/g)].map(([word]) => word));
const quoted = new Set([...source.matchAll(/'(\w+)'/g)].map(([, word]) => word));
const inManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);

/** Keys that are made of parts: `recipes_${fit}`. What may stand in the gap is a word of the source, too. */
const made = [...source.matchAll(/(?:\bm\(|MessageKey = )`(\w*)\$\{\w+\}(\w*)`/g)].map(
  ([, before = '', after = '']) => ({
    before,
    after,
  }),
);

function isMade(key: string): boolean {
  return made.some(
    ({ before, after }) =>
      key.startsWith(before) && key.endsWith(after) && words.has(key.slice(before.length, key.length - after.length)),
  );
}

test('each message is used', () => {
  const isUsed = (key: string) => quoted.has(key) || inManifest.includes(key) || isMade(key);
  expect(made.length).toBeGreaterThan(0);
  expect(Object.keys(messages).filter((key) => !isUsed(key))).toEqual([]);
});

test('each message that is used is there', () => {
  const asked = [...source.matchAll(/\b(?:m|message)\('(\w+)'/g)].map(([, key = '']) => key);
  expect([...asked, ...inManifest].filter((key) => !(key in messages))).toEqual([]);
});
