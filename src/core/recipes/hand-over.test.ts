import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Secret } from '../secret';
import { HandOver, withoutSecrets } from './hand-over';

test.each([
  ['today’s secret', `${'a1B2'.repeat(19)}AZDOxyz1`],
  ['a secret of 52 letters', 'q7'.repeat(26)],
  ['one inside other words', `token ${'z9'.repeat(30)} here`],
  ['one in base64', Buffer.from('q7'.repeat(26)).toString('base64')],
])('%s in a field is left out, and nothing else', (_, feed) => {
  const kept = withoutSecrets(
    { recipe: 'npm', shell: 'bash', fields: { feed, feedProject: 'Größe & 日本語 100%' } },
    [],
  );
  expect(kept).toEqual({ recipe: 'npm', shell: 'bash', fields: { feedProject: 'Größe & 日本語 100%' } });
});

test.each([
  ['no fields', { recipe: 'npm' }],
  ['a shell that there is not', { recipe: 'npm', shell: 'fish', fields: {} }],
  ['a field without an end', { recipe: 'npm', fields: { feed: 'x'.repeat(401) } }],
])('%s is not read', (_, stored) => {
  expect(HandOver.safeParse(stored).success).toBe(false);
});

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const secret = Array.from({ length: 84 }, (_, at) => letters.charAt((at * 37 + 11) % letters.length)).join('');
const escaped = (text: string, write: (code: string) => string) =>
  Array.from(text, (letter) => write(letter.charCodeAt(0).toString(16))).join('');
const keptOf = (feed: string, secrets = [new Secret(secret)]) =>
  withoutSecrets({ recipe: 'npm', fields: { feed } }, secrets).fields;

test.each([
  ['its first 39 letters', secret.slice(0, 39)],
  ['20 letters of its middle', secret.slice(30, 50)],
  ['a blank in it', `${secret.slice(0, 19)} ${secret.slice(19, 38)}`],
  ['a hyphen in it', `${secret.slice(0, 10)}-${secret.slice(10, 29)}`],
  ['a sign in it that is not seen', `${secret.slice(0, 10)}\u200b${secret.slice(10, 29)}`],
  ['broken in many places', secret.slice(0, 30).replace(/.{5}/g, '$& ')],
  ['percent-encoded', escaped(secret.slice(0, 25), (code) => `%${code}`)],
  ['percent-encoded twice', escaped(secret.slice(0, 25), (code) => `%25${code}`)],
  ['escaped as in JavaScript', escaped(secret.slice(0, 25), (code) => `\\u00${code}`)],
  ['escaped as in HTML', escaped(secret.slice(0, 25), (code) => `&#x${code};`)],
  ['in hexadecimal', escaped(secret.slice(0, 12), (code) => code)],
  ['in base64', Buffer.from(secret).toString('base64').slice(5, 30)],
  ['in base64 behind a user', Buffer.from(`pat:${secret}`).toString('base64').slice(8, 35)],
  ['in full width', secret.slice(0, 25).replace(/./g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
  ['in capitals', secret.slice(3, 28).toUpperCase()],
  ['in an address', `https://me:${secret.slice(0, 22)}@tfs.corp.example`],
])('a piece of the secret on the screen, %s, is left out', (_, feed) => {
  expect(keptOf(feed)).toEqual({});
});

test.each([
  ['with a blank', `${'q7'.repeat(13)} ${'q7'.repeat(13)}`],
  ['with a hyphen', `${'q7'.repeat(13)}-${'q7'.repeat(13)}`],
  ['percent-encoded', escaped('q7'.repeat(26), (code) => `%${code}`)],
  ['escaped as in newer JavaScript', escaped('q7'.repeat(26), (code) => `\\u{${code}}`)],
  ['escaped as in older pages', escaped('q7'.repeat(26), (code) => `%u00${code}`)],
  ['with a mark after every letter', 'q7'.repeat(26).replace(/./g, '$&*')],
  ['with tags of a page in it', 'q7'.repeat(26).replace(/.{19}/g, '$&<br>')],
  ['with a picture in it', 'q7'.repeat(26).replace(/.{9}/g, '$&😀')],
])('another secret %s is left out, too', (_, feed) => {
  expect(keptOf(feed, [])).toEqual({});
});

test.each([
  'The quick brown fox jumps over the lazy dog every day',
  'fabrikam-fiber-web-platform-packages',
  '_apis/projects?api-version=7.1&$top=100',
  'Größe & 日本語 100%',
  '%PATH% %41 +plus',
  '',
])('%j is kept', (feed) => {
  expect(keptOf(feed)).toEqual({ feed });
});

test('wherever a piece of it stands, and whatever breaks it', () => {
  const breaks = fc.array(fc.tuple(fc.nat(20), fc.constantFrom(' ', '-', '\t', '\u00ad', '\u2060', '"', '.')), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(fc.nat(secret.length - 20), breaks, (start, signs) => {
      const piece = signs.reduce(
        (text, [at, sign]) => text.slice(0, at) + sign + text.slice(at),
        secret.slice(start, start + 20),
      );
      expect(keptOf(`feed ${piece}`)).toEqual({});
    }),
  );
});
