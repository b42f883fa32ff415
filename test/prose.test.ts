import { readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { expect, test } from 'vitest';

/** Texts of several words that no user of the screen reads, by the files that they stand in. */
const allowed: Record<string, RegExp> = {
  // What is copied by Copy diagnostics is written for who gets it, in one language.
  'azure/trace.ts': /./,
  'background/diagnostics.ts': /./,
  'core/diagnostics/event.ts': /./,
  'core/diagnostics/host.ts': /./,
  'core/diagnostics/text.ts': /./,
  // The words that make a name of a token vague, or say that it was for a test, and the names of products, which are the same in every language.
  'core/overview/vague-name.ts': /^access ado api /,
  'core/cleanup/test-name.ts': /^test tests testing /,
  'azure/server/versions.ts': /^Azure DevOps Server/,
  // A quotation, which is shown as one, in its own language.
  'core/scopes/in-microsofts-words.ts': /^(Grants|Provides) /,
  // Said to the browser.
  'platform/clear-clipboard.ts': /^Takes a copied token off /,
  // Never sent, and hashed: no sentence.
  'core/change.ts': /^as it is$/,
  'ui/exports/events.ts': /^patina calendar event $/,
  // A sheet.
  'guard/look.ts': /^\n:host /,
  // Selectors of CSS.
  'ui/keys/typing.ts': /^input:not/,
  'ui/keys/keep-focus.ts': /^(a\[href\], |ul, section, )/,
};

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;
/** What is not shown: classes, references between elements, imports, what a bug says, and where a warning is from. */
const UNSEEN =
  /\bclass=(?:"[^"]*"|\{[^}]*\})|\baria-labelledby="[^"]*"|from '[^']*'|\b(?:inBackground|doAfter|deed|new Error)\(\s*(?:'[^']*'|`[^`]*`)|\blog\.warn\(.*\)/g;
const LITERAL = /'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)"|`((?:[^`\\]|\\.)*)`/g;
/** Text between two tags. */
const TEXT = />([^<>{}=;()]*[A-Za-z]{2}[^<>{}=;()]*)<\//g;

const several = /[A-Za-z]{2,}[,.:;]? [A-Za-z]/;
/** Commands have words side by side too; what stands beside them is a sentence, or begins as one. */
const sentence = /^[A-Z][a-z]+(?: [a-z]+){2}|[a-z]{2} [a-z]{2,}\.$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|stories)\./.test(path));

/** What stands in a file that reads as English. What is put into a template is none of the text's. */
function proseIn(path: string): string[] {
  const code = readFileSync(`src/${path}`, 'utf8').replace(COMMENT, '').replace(UNSEEN, '');
  const literals = [...code.matchAll(LITERAL)].map(([, one, two, template]) => one ?? two ?? template ?? '');
  const texts = path.endsWith('x') ? [...code.matchAll(TEXT)].map(([, text = '']) => text.trim()) : [];
  const isProse = path.startsWith('core/recipes/') ? sentence : several;
  const plain = literals.map((text) => text.replace(/\$\{[^}]*\}/g, '')).filter((text) => isProse.test(text));
  return [...plain, ...texts].filter((text) => !allowed[path]?.test(text));
}

test('no English stands in the source that a user reads: it is in the messages', () => {
  expect(files.flatMap((path) => proseIn(path).map((text) => `${path}: ${text}`))).toEqual([]);
});

test('nothing is allowed that is not there', () => {
  const isThere = (path: string) => files.includes(path) && several.test(readFileSync(`src/${path}`, 'utf8'));
  expect(Object.keys(allowed).filter((path) => !isThere(path))).toEqual([]);
});
