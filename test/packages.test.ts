import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
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

const WHO = { GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@b', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@b' };

/** A release of a repository that has nothing but what a release looks at; each step is a command that ends so. */
function releaseOf(steps: Record<string, string>) {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'patina-release-'));
  const env = { ...process.env, ...WHO, NODE_OPTIONS: '' };
  const run = (command: string, ...args: string[]) => spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  const write = (file: string, text: string) => writeFileSync(path.join(cwd, file), text);
  write('package.json', JSON.stringify({ version: '1.2.0', scripts: steps }));
  write('manifest.json', JSON.stringify({ version: '1.2.0' }));
  write('CHANGELOG.md', '# Changelog\n\n## 1.2.0\n');
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
    ['commit', '-qm', 'all'],
  ])
    run('git', ...args);
  const tsx = path.resolve('node_modules/tsx/dist/cli.mjs');
  const { status, stdout, stderr } = run(process.execPath, tsx, path.resolve('scripts/package/release.ts'));
  const tags = run('git', 'tag', '--list').stdout.trim();
  rmSync(cwd, { recursive: true });
  return { status, said: stdout + stderr, tags };
}

const passing = { test: 'true', package: 'true', 'package:lint': 'true', 'package:twice': 'true' };

test('a release ends with a tag, and one of which a test fails with none', () => {
  expect(releaseOf(passing)).toEqual({
    status: 0,
    said: 'Patina 1.2.0 is in dist/packages, and tagged v1.2.0.\n',
    tags: 'v1.2.0',
  });
  const failed = releaseOf({ ...passing, test: 'exit 3', package: 'echo packed' });
  expect(failed).toEqual({ status: 1, said: '"npm run test" failed.\n', tags: '' });
});
