import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { obstacles, type State } from '../scripts/package/gate';
import { packagesOf } from '../scripts/package/packages';
import { noticesOf, shippedPackages } from '../scripts/package/shipped';
import { type Entry, zipOf } from '../scripts/package/zip';

const entry = (name: string, text = name): Entry => ({ name, content: new TextEncoder().encode(text) });

/** Names, dates and modes as a zip's directory has them. */
function directoryOf(zip: Uint8Array) {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const found = [];
  for (let at = 0; at + 46 <= zip.byteLength; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    found.push({ name, moment: view.getUint32(at + 12, true), mode: view.getUint32(at + 38, true) >>> 16 });
  }
  return found;
}

test('a zip is the same in whatever order its files come, with one date and one mode for all', () => {
  const files = ['b.js', 'a/ü.txt', 'Z.json', '10.png', '9.png'].map((name) => entry(name));
  const zip = zipOf(files);
  expect(zipOf([...files].reverse())).toEqual(zip);
  const directory = directoryOf(zip);
  expect(directory.map(({ name }) => name)).toEqual(['10.png', '9.png', 'Z.json', 'a/ü.txt', 'b.js']);
  // Noon of 1 January 1980, as a zip writes it.
  expect(new Set(directory.map(({ moment }) => moment))).toEqual(new Set([((1 << 5) | 1) * 2 ** 16 + (12 << 11)]));
  expect(new Set(directory.map(({ mode }) => mode.toString(8)))).toEqual(new Set(['100644']));
  expect(unzipSync(zip)['a/ü.txt']).toEqual(entry('a/ü.txt').content);
});

test('what is in the extension is named with its terms', () => {
  const shipped = shippedPackages('.');
  const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
  expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
  // What these terms ask of us is what the notices do.
  expect(shipped.filter(({ licence }) => !['MIT', 'ISC', 'BSD-3-Clause'].includes(licence))).toEqual([]);
  const notices = noticesOf(shipped);
  for (const { name, text } of shipped) expect(notices.includes(text), name).toBe(true);
});

describe('what a release consists of', () => {
  let room = '';
  beforeEach(() => {
    room = mkdtempSync(path.join(tmpdir(), 'patina-packages-'));
    const lay = (name: string, text: string) => {
      mkdirSync(path.dirname(path.join(room, name)), { recursive: true });
      writeFileSync(path.join(room, name), text);
    };
    lay('package.json', JSON.stringify({ name: 'small', version: '1.2.0' }));
    lay('package-lock.json', JSON.stringify({ packages: {} }));
    lay('LICENSE', 'the terms');
    lay('src/one.ts', 'the source');
    for (const browser of ['chrome', 'firefox']) {
      lay(`dist/${browser}/manifest.json`, `for ${browser}`);
      lay(`dist/${browser}/src/only-${browser}.js`, browser);
    }
  });
  afterEach(() => rmSync(room, { recursive: true }));

  const textsIn = (zip?: Entry) =>
    Object.fromEntries(
      Object.entries(unzipSync(zip?.content ?? new Uint8Array())).map(([name, content]) => [
        name,
        new TextDecoder().decode(content),
      ]),
    );

  test('has for each browser what was built for it, and beside that whose work it is', () => {
    const made = new Map(packagesOf(room, () => 'the bill').map((each) => [each.name, each]));
    const notices = new TextDecoder().decode(made.get('THIRD-PARTY-NOTICES.txt')?.content);
    for (const browser of ['chrome', 'firefox'])
      expect(textsIn(made.get(`small-${browser}-1.2.0.zip`))).toEqual({
        LICENSE: 'the terms',
        'THIRD-PARTY-NOTICES.txt': notices,
        'manifest.json': `for ${browser}`,
        [`src/only-${browser}.js`]: browser,
      });
    const source = ['LICENSE', 'package-lock.json', 'package.json', 'src/one.ts'];
    expect(Object.keys(textsIn(made.get('small-source-1.2.0.zip'))).sort()).toEqual(source);
  });

  test('has a sum for each of its files, and of it alone', () => {
    const made = packagesOf(room, () => 'the bill');
    const sums = new TextDecoder().decode(made.find(({ name }) => name === 'SHA256SUMS')?.content);
    const sumOf = ({ content }: Entry) => createHash('sha256').update(content).digest('hex');
    const others = made.filter(({ name }) => name !== 'SHA256SUMS');
    expect(sums).toBe(others.map((each) => `${sumOf(each)}  ${each.name}\n`).join(''));
    expect(others).toHaveLength(5);
  });
});

test('no browser gets the background of the other', () => {
  const keysFor = (browser: string) => Object.keys(read(`test/manifests/${browser}.json`).background);
  expect({ chrome: keysFor('chrome'), firefox: keysFor('firefox') }).toEqual({
    chrome: ['service_worker', 'type'],
    firefox: ['scripts', 'type'],
  });
});

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const good: State = {
  changes: '',
  versions: ['1.2.0', '1.2.0'],
  changelog: '# Changelog\n\n## 1.2.0\n',
  tags: ['v1.1.0'],
};

test.each<[string, Partial<State>, number]>([
  ['what is whole', {}, 0],
  ['a changed file', { changes: ' M README.md' }, 1],
  ['two versions', { versions: ['1.2.0', '1.1.0'] }, 1],
  ['a version that nobody wrote about', { changelog: '# Changelog\n\n## 1.1.0\n\n- 1.2.0 is better.' }, 1],
  ['a version that is out', { tags: ['v1.1.0', 'v1.2.0'] }, 1],
  ['all at once', { changes: '?? a', versions: ['1', '2'], changelog: '', tags: ['v1'] }, 4],
])('a release of %s', (_, differently, sentences) => {
  expect(obstacles({ ...good, ...differently })).toHaveLength(sentences);
});

test('the version of now could be released', () => {
  const versions: [string, string] = [read('package.json').version, read('manifest.json').version];
  expect(obstacles({ changes: '', versions, changelog: readFileSync('CHANGELOG.md', 'utf8'), tags: [] })).toEqual([]);
});
