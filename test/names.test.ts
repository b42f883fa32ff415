import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { nameOf } from '../src/platform/in-words/people';
import { listInWords } from '../src/platform/in-words/sequence';
import { message as m } from '../src/platform/message';
import { plural } from '../src/platform/words';

/** What turns the words behind it, or is not seen; the isolates that we set are no such thing. */
const TURNS_OR_HIDES = /[\u200b\u202a-\u202e\u2060\u2066\u2067\ufeff]/;

test.each(['\u202eyolped', 'deploy\u200b', 'a\u2067b', 'de\ufeffploy'])(
  '%j turns and hides nothing in a sentence',
  (name) => {
    const sentences = [m('revoke_ask', name), listInWords([name, 'b']), plural('stranger', 2, name), nameOf({ name })];
    for (const sentence of sentences) expect(sentence).not.toMatch(TURNS_OR_HIDES);
  },
);

test('a name from right to left leaves the words around it in their places', () => {
  expect(m('revoke_ask', 'אסימון')).toBe('Revoke \u2068אסימון\u2069?');
});

test('a question is found by the letters of an ordinary name', () => {
  expect(m('revoke_ask', nameOf({ name: 'ci-build' }))).toBe('Revoke ci-build?');
  expect(m('revoke_ask', nameOf({ name: '\u202eyolped' }))).toBe('Revoke \\u{202E}yolped?');
});

test('no view puts a name on the screen as it is', () => {
  const views = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.tsx') && !path.includes('.stories.'),
  );
  const raw = views.flatMap((path) =>
    [...readFileSync(`src/${path}`, 'utf8').matchAll(/>\s*\{[\w.?]*\b(?:name|product)\}\s*<\/(?!dt>)/g)].map(
      ([text]) => `${path} ${text}`,
    ),
  );
  expect(raw).toEqual([]);
});
