import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS, type FieldId } from './fields';
import type { Place } from './place';
import { RECIPES, recipesFor, render, shellsOf } from './recipes';

/** What some language that a snippet is written in reads as its own. */
const PIECES = [
  '%AZURE_DEVOPS_EXT_PAT%',
  '%DEPLOY_TOKEN%',
  `\${env.AWS_SECRET_ACCESS_KEY}`,
  `\${HOME}`,
  '$(id)',
  '`id`',
  '$env:PATH',
  '!x',
  "'",
  '"',
  ...'‘’‚‛“”„«»',
  '\\',
  '<a>',
  '&',
  ';',
  '#',
  '[x]',
  '--flag',
  '\u00adO_PAT ',
  ' íO_PAT é',
  'x',
];
const name = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(''));

const written = (place: Place, fields: Partial<Record<FieldId, string>>) =>
  recipesFor([], place).flatMap((recipe) =>
    shellsOf(recipe).map((shell) => {
      const snippet = render(recipe, { place, fields, shell });
      const text = snippet.ok ? snippet.parts.map((part) => ('text' in part ? part.text : 'sesame')).join('') : '';
      return { id: recipe.id, shell, text };
    }),
  );

const everyField = (value: string) => Object.fromEntries(FIELDS.map((id) => [id, value]));
const placeFrom = ([base, collection]: [string, string]): Place => ({
  kind: 'server',
  base: `https://tfs.corp.example/${base.replace(/[\s?#]/g, '')}`,
  collection,
});

describe('names that a server or a colleague chose', () => {
  /** Expanded by cmd, and by NuGet in its file; `%AZDO_PAT%` is meant. */
  const EXPANDED = /(?<!%[0-9A-F]?)%(?!AZDO_PAT%)(?=([A-Za-z_][^%\s/]*)%)/g;
  const isBatch = (text: string) => /^\s*(az|tfx|nuget|dotnet) /m.test(text);
  const variables = (text: string) =>
    [...text.matchAll(EXPANDED)].map(([, found = '']) => found).filter((found) => !/^[A-F][0-9A-F]$/i.test(found));

  test('no variable is named where cmd or NuGet would read one', () => {
    fc.assert(
      fc.property(fc.tuple(name, name), name, (place, field) => {
        for (const { id, shell, text } of written(placeFrom(place), everyField(field))) {
          const isRead = id === 'nuget-config' || (shell === 'powershell' && isBatch(text));
          const url = /https:[^'"<\s]*/g;
          if (isRead) expect([id, (text.match(url) ?? []).flatMap(variables)]).toEqual([id, []]);
        }
      }),
    );
  });

  test('nothing that Maven, npm, Yarn, pip, Gradle or a .env would look up is in a file but what is meant', () => {
    const meant = [`\${env.AZDO_PAT}`, `\${AZDO_PAT}`, `\${AZDO_NPM_B64}`];
    fc.assert(
      fc.property(fc.tuple(name, name), name, (place, field) => {
        for (const { id, shell, text } of written(placeFrom(place), everyField(field))) {
          const found = shell === 'file' ? (text.match(/\$\{[^}]*\}|\$\(|`/g) ?? []) : [];
          expect([id, found.filter((each) => !meant.includes(each))]).toEqual([id, []]);
        }
      }),
    );
  });

  test('no name begins a line of its own, whatever the line ends are called', () => {
    const plain = everyField('x');
    const at = (collection: string): Place => ({ kind: 'server', base: 'https://tfs.corp.example', collection });
    const counts = (place: Place) =>
      written(place, plain).map(({ text }) => text.split(/[\n\r\v\f\0\u0085\u2028\u2029]/).length);
    for (const end of ['\n', '\r', '\r\n', '\0', '\u0085', '\u2028', '\u2029', '\v', '\f']) {
      const hostile = `x${end}INJECTED=1`;
      expect(counts(at(hostile))).toEqual(counts(at('x')));
      for (const field of FIELDS)
        for (const { id, text } of written(at('x'), { ...plain, [field]: hostile }))
          expect([id, text.includes('INJECTED')]).toEqual([id, false]);
    }
  });
});

test('a per cent sign of a root that begins no escape is one', () => {
  const place: Place = { kind: 'server', base: 'https://evil.example/%AZURE_DEVOPS_EXT_PAT%', collection: 'C' };
  const texts = written(place, everyField('x')).map(({ text }) => text);
  expect(texts.filter((text) => text.includes('%AZURE_DEVOPS_EXT_PAT%'))).toEqual([]);
  const hex: Place = { ...place, base: 'https://evil.example/%DEPLOY_TOKEN%' };
  expect(written(hex, everyField('x')).filter(({ text }) => text.includes('%DEPLOY_TOKEN%'))).toEqual([]);
});

test('every recipe is asked', () => {
  expect(written(placeFrom(['tfs', 'C']), everyField('x')).length).toBeGreaterThan(RECIPES.length);
});
