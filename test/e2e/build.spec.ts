import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { guardWordsIn } from '../../scripts/guard-words';
import { LANGUAGE_IDS } from '../../src/core/languages';

for (const target of ['chrome', 'firefox']) {
  test(`the manifest for ${target} is the one that was reviewed`, () => {
    const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
    expect(read(`dist/${target}/manifest.json`)).toEqual(read(`test/manifests/${target}.json`));
  });

  test(`nothing in the build for ${target} comes from elsewhere`, () => {
    const files = readdirSync(`dist/${target}`, { recursive: true, encoding: 'utf8' });
    const isScript = (name: string) => name.endsWith('.js');
    const scripts = files
      .filter(isScript)
      .map((name) => readFileSync(`dist/${target}/${name}`, 'utf8'))
      .join('\n');
    const hosts = new Set([...scripts.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host]) => host));
    // From the third on nobody asks for them: a name space of SVG, what stands in snippets for other tools, and where a
    // library's errors are explained.
    const snippets = [
      'pkgs.dev.azure.com',
      'dev.azure.com.useHttpPath',
      'maven.apache.org',
      'marketplace.visualstudio.com',
    ];
    const known = ['dev.azure.com', 'vssps.dev.azure.com', 'www.w3.org', ...snippets, 'sebbo2002.github.io'];
    expect([...hosts].filter((host) => !known.includes(host ?? ''))).toEqual([]);
    expect(scripts).not.toMatch(/\beval\(/);
  });
}

/** The files that the popup's page asks for, itself among them. */
function popupFiles(): string[] {
  const page = 'src/popup/index.html';
  const html = readFileSync(`dist/chrome/${page}`, 'utf8');
  return [page, ...[...html.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file = '']) => file)];
}

/** Each file costs a popup about a millisecond before it is read; a byte of script its parsing and evaluation. */
test('the popup opens from few files, with no more script than is budgeted', () => {
  const files = popupFiles();
  const scripts = files.filter((name) => name.endsWith('.js')).map((name) => readFileSync(`dist/chrome/${name}`));
  expect(files.length).toBeLessThanOrEqual(4);
  const bytes = scripts.reduce((sum, script) => sum + script.byteLength, 0);
  expect(bytes).toBeGreaterThan(5_000);
  expect(bytes).toBeLessThanOrEqual(40_000);
});

/** Read at each start of the worker, whatever it was started for: docs/decisions/039. */
test('the script of the worker is no larger than is budgeted, one byte for each sign, and what is not asked for is only read over', () => {
  const script = readFileSync('dist/chrome/worker.js', 'utf8');
  expect(script.length).toBeLessThan(266_000);
  expect(script).toMatch(/^[\0-\x7f]+$/);
  const [listeners = ''] = script.split('"./work.js"(');
  expect(listeners).not.toBe(script);
  expect(listeners.length).toBeLessThan(9_000);
});

/** It runs in pages of others, in each frame of theirs. */
test('the script of the paste guard is small, and can neither send nor keep anything', () => {
  const script = readFileSync('dist/chrome/guard.js', 'utf8');
  expect(script.length).toBeLessThan(15_000);
  expect(script).toBe(readFileSync('dist/firefox/guard.js', 'utf8'));
  expect(script).not.toMatch(
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import)\(|\bstorage\b|indexedDB|caches|cookie/,
  );
  expect(script.match(/sendMessage\([^)]*\)/g)).toHaveLength(1);
});

/** One of them runs behind that script, where a language was chosen. */
test('the words of the paste guard are a small script for each language, the same for both browsers', () => {
  const made = Object.fromEntries(LANGUAGE_IDS.map((id) => [`${id}.js`, guardWordsIn(id)]));
  for (const target of ['chrome', 'firefox']) {
    const folder = `dist/${target}/guard-words`;
    const read = (name: string) => [name, readFileSync(`${folder}/${name}`, 'utf8')];
    expect(Object.fromEntries(readdirSync(folder).map(read))).toEqual(made);
  }
  expect(Math.max(...Object.values(made).map(({ length }) => length))).toBeLessThan(600);
});
