import { beforeEach, expect, test } from 'vitest';
import { hush, notices, say, sayToo, warn, warnToo } from './notice';

const texts = () => notices.value.map(({ text }) => text);

beforeEach(hush);

test('of what went on by itself the newest three are there, each once', () => {
  for (const text of ['first', 'second', 'first', 'third', 'fourth']) warnToo(text);
  expect(texts()).toEqual(['first', 'third', 'fourth']);
});

test('what a deed has come to takes the place of what was said before; what went on by itself takes none', () => {
  warn('not revoked');
  sayToo('another one is');
  expect(notices.value.map(({ role }) => role)).toEqual(['alert', 'status']);
  say('revoked');
  expect(texts()).toEqual(['revoked']);
});
