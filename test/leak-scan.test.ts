import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mintSecret } from '../dev-server/secret';
import { findSecret, waysIn } from './leak-scan';

const secret = mintSecret(Date.now());
const other = mintSecret(Date.now());
const bytesOf = (encode: (letter: string) => string) => Buffer.from([...secret].map(encode).join(''));
const codeOf = (letter: string) => letter.charCodeAt(0).toString(16);

/** Each written here by other means than the scan's own. */
const WRITTEN: [encoding: string, bytes: Buffer][] = [
  ['plain', Buffer.from(`{"token":"${secret}"}`)],
  ['UTF-16 little endian', bytesOf((letter) => `${letter}\0`)],
  ['UTF-16 big endian', bytesOf((letter) => `\0${letter}`)],
  ['base64', Buffer.from(btoa(`:${secret}`))],
  ['base64', Buffer.from(btoa(`{"token":"${secret}","more":1}`))],
  ['base64 for addresses', Buffer.from(Buffer.from(`ab${secret}`).toString('base64url'))],
  ['hexadecimal', bytesOf(codeOf)],
  ['hexadecimal, upper case', bytesOf((letter) => codeOf(letter).toUpperCase())],
  ['percent-encoded', bytesOf((letter) => `%${codeOf(letter).toUpperCase()}`)],
  ['percent-encoded, lower case', bytesOf((letter) => `%${codeOf(letter)}`)],
  ['escaped as in JSON', bytesOf((letter) => `\\u00${codeOf(letter)}`)],
  ['escaped as in JSON, within JSON', bytesOf((letter) => `\\\\u00${codeOf(letter)}`)],
  ['reversed', Buffer.from([...secret].toReversed().join(''))],
  ['a piece of 12 letters', Buffer.from(secret.slice(20, 32))],
  ['plain in gzip', Buffer.concat([Buffer.from('before'), gzipSync(`{"token":"${secret}"}`), Buffer.from('behind')])],
  ['plain in zlib', deflateSync(Buffer.from(`${'x'.repeat(500)}${secret}`))],
  ['plain in zip', Buffer.from(zipSync({ 'tokens.csv': Buffer.from(`ci-build,${secret}`) }))],
];

test.each(WRITTEN)('the scan for leaks finds what is written %s', (encoding, bytes) => {
  expect(waysIn(bytes, secret)).toContain(encoding);
  expect(waysIn(bytes, other)).toEqual([]);
});

test('it says in which file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'patina-scan-'));
  try {
    for (const [index, [, bytes]] of WRITTEN.entries()) writeFileSync(path.join(folder, `${index}`), bytes);
    const files = new Set(findSecret(folder, secret).map((each) => each.split(':')[0]));
    expect(files.size).toBe(WRITTEN.length);
    expect(findSecret(folder, other)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
