import { expect, test } from 'vitest';
import { isOfOneScript, looksLike } from './look-alike';

test.each([
  ['a Cyrillic letter', 'dеploy'],
  ['a blank of no width', 'deploy\u200b'],
  ['other case and width', 'ＤＥＰＬＯＹ'],
  ['blanks around', '  deploy '],
  ['a one for an l', 'dep1oy'],
  ['an override', '\u202edeploy'],
  ['mathematical letters', '𝐝𝐞𝐩𝐥𝐨𝐲'],
])('%s can be taken for it', (_, name) => {
  expect(looksLike(name, 'deploy')).toBe(true);
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
