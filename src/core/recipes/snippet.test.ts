import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Place } from './place';
import { RECIPES, render, shellsOf } from './recipes';
import { hasSecret, withSecret } from './snippet';

const places: Place[] = [
  { kind: 'services', organization: 'fabrikam', domain: 'dev.azure.com' },
  { kind: 'server', base: 'http://tfs.corp.example:8080/tfs', collection: 'DefaultCollection' },
];
const fields = { feed: 'tools', package: 'probe' };

const snippets = places.flatMap((place) =>
  RECIPES.flatMap((recipe) => shellsOf(recipe).map((shell) => render(recipe, { place, fields, shell }))),
);
const withPlaces = snippets.flatMap((snippet) => (snippet.ok && hasSecret(snippet.parts) ? [snippet.parts] : []));

test('there are files in which a secret stands', () => {
  expect(withPlaces.length).toBeGreaterThan(8);
});

const good = 'sesame.-'.repeat(7);
const hostile = fc.constantFrom(
  '\n',
  '\r',
  '\0',
  '"',
  "'",
  '`',
  '%PATH%',
  `\${env.HOME}`,
  '$(id)',
  '</password>',
  ' ',
  '\u2028',
  '',
);

test('a text that is no token is written into none of them, wherever the odd sign stands', () => {
  fc.assert(
    fc.property(fc.nat(good.length), hostile, (at, sign) => {
      const text = good.slice(0, at) + sign + good.slice(at);
      const written = withPlaces.map((parts) => withSecret(parts, text));
      expect(written.every((each) => (each === null) === (sign !== ''))).toBe(true);
    }),
  );
});

test('a snippet without a place for one is copied as it is', () => {
  expect(withSecret([{ text: 'git status' }], '')).toBe('git status');
});
