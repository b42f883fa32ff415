import { expect, test } from 'vitest';
import { isOfOneScript, looksLike } from './look-alike';

test.each([
  ['a Cyrillic letter', 'dеploy'],
  ['a blank of no width', 'deploy\u200b'],
  ['other case and width', 'ＤＥＰＬＯＹ'],
  ['blanks around', '  deploy '],
  ['a one for an l', 'dep1oy'],
  ['an override', '\u202edeploy'],
  ['a dot below a letter', 'deplo\u1ef5'],
  ['a stroke through a letter', 'd\u0335eploy'],
  ['a letter of the Lisu', 'ꓓeploy'],
  ['mathematical letters', '𝐝𝐞𝐩𝐥𝐨𝐲'],
])('%s can be taken for it', (_, name) => {
  expect(looksLike(name, 'deploy')).toBe(true);
});

test.each([
  ['a-b:1', 'a\u2212b\u22361'],
  ['Main', 'Μain'],
  ['NPM', 'ΝPM'],
  ['build 3', 'build З'],
  ["it's/1_2.3", 'it\u2019s\u22151\u02cd2\u00b73'],
])('%s can be taken for %s', (one, other) => {
  expect(looksLike(one, other)).toBe(true);
});

test.each(['deploy 2', 'deplay', 'déploy', ''])('%s looks different', (name) => {
  expect(looksLike(name, 'deploy')).toBe(false);
});

test.each(['Clone and fetch', 'Клонировать', 'ビルド deploy 令牌', 'Κλώνος', 'אסימון v', '🚀 ship it 2'])(
  '%s is of one script, or of some that go together',
  (name) => {
    expect(isOfOneScript(name)).toBe(true);
  },
);

test.each(['Clone and fetсh', 'Push сode', 'dеploy', 'αlpha'])('%s is of several', (name) => {
  expect(isOfOneScript(name)).toBe(false);
});
