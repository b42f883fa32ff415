import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { obstacles, type State } from '../scripts/package/gate';
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
