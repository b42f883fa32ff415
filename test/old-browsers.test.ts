import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, test as everywhere, expect } from 'vitest';

// Browsers that only say a version, on a PATH of their own, asked for as run.mjs and the browser tests ask. On Linux:
// elsewhere browsers are found in places of their own, too, which no PATH hides.

const test = everywhere.runIf(process.platform === 'linux');

const manifest = JSON.parse(readFileSync('manifest.json', 'utf8'));
const CHROMIUM = Number(manifest.minimum_chrome_version);
const FIREFOX = Number.parseFloat(manifest.browser_specific_settings.gecko.strict_min_version);

const chromium = (version: number) => `Chromium ${version}.0.8078.108 built on Debian GNU/Linux 12 (bookworm)`;
const firefox = (version: number) => `Mozilla Firefox ${version}.7.0esr`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'patina-old-browsers-'));
  symlinkSync('/usr/bin/env', at('env'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => path.join(folder, name);

function program(name: string, ...lines: string[]): void {
  writeFileSync(at(name), ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(at(name), 0o755);
}

/** Says it, and writes down that it was asked. */
const saying = (version: string) => [`echo asked >> '${at('asked')}'`, `echo '${version}'`];

const timesAsked = () => readFileSync(at('asked'), 'utf8').split('\n').length - 1;

/** An apt-get that brings these. */
function packages(brought: Record<string, string>): void {
  mkdirSync(at('later'));
  for (const [name, version] of Object.entries(brought)) program(`later/${name}`, ...saying(version));
  program('sudo', 'shift', 'exec "$@"');
  program('apt-get', `case "$*" in *install*) /bin/cp '${folder}'/later/* '${folder}' ;; esac`);
}

/** What Node says of it, and what went wrong, with nothing but these programs. */
function said(args: string[], env: Record<string, string> = {}): string {
  const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', env: { PATH: folder, ...env } });
  return `${stdout}${stderr}`.trim();
}

/** What is answered when it is asked twice, in one process and in another that this one starts. */
function found(question: 'ensureBrowser' | 'ensureFirefox' | 'findFirefox', env?: Record<string, string>): string {
  const from = pathToFileURL(path.resolve('scripts/find-browser.mjs'));
  const ask = `
    import { ${question} as ask } from '${from}';
    import { spawnSync } from 'node:child_process';
    const answer = () => { try { return ask(); } catch (error) { return error.message; } };
    const first = answer();
    if (answer() !== first) throw new Error('Asked again, it says something else.');
    if (!process.env.AGAIN) spawnSync(process.execPath, process.execArgv, { env: { ...process.env, AGAIN: '1' } });
    console.log(first);`;
  return said(['--input-type=module', '--eval', ask], env);
}

test.each([
  { there: { chromium: chromium(CHROMIUM) }, chosen: 'chromium' },
  {
    there: { chromium: chromium(CHROMIUM - 1), 'google-chrome': `Google Chrome ${CHROMIUM + 1}.0.1.2` },
    chosen: 'google-chrome',
  },
  {
    there: {
      'chromium-browser': 'Please install the package of it.',
      'microsoft-edge': `Microsoft Edge ${CHROMIUM}.0.1.2`,
    },
    chosen: 'microsoft-edge',
  },
])('the first that is new enough opens Patina: $chosen', ({ there, chosen }) => {
  for (const [name, version] of Object.entries(there)) program(name, ...saying(version ?? ''));
  expect(found('ensureBrowser')).toBe(at(chosen));
  expect(timesAsked()).toBe(Object.keys(there).length);
});

test('a Chromium that is too old is told with its place, its version and what to do', () => {
  program('chromium', ...saying(chromium(CHROMIUM - 8)));
  expect(found('ensureBrowser')).toBe(
    `${at('chromium')} is of version ${CHROMIUM - 8}, and Patina needs ${CHROMIUM}; please update it, or set CHROME_PATH to where a newer Chromium, Chrome or Edge is.`,
  );
});

test('one is brought up to date where the package manager has a newer one', () => {
  program('chromium', ...saying(chromium(CHROMIUM - 8)));
  packages({ chromium: chromium(CHROMIUM) });
  expect(found('ensureBrowser').split('\n').at(-1)).toBe(at('chromium'));
  expect(timesAsked()).toBe(2);
});

test.each([
  [
    'old',
    (place: string) => `CHROME_PATH is ${place}: it is of version ${CHROMIUM - 8}, and Patina needs ${CHROMIUM};`,
  ],
  ['silent', (place: string) => `CHROME_PATH is ${place}, but there is no browser at that path.`],
  ['missing', (place: string) => `CHROME_PATH is ${place}, but there is no browser at that path.`],
])('CHROME_PATH decides also where what is there is %s', (name, sentence) => {
  program('old', ...saying(chromium(CHROMIUM - 8)));
  program('silent');
  program('chromium', ...saying(chromium(CHROMIUM)));
  packages({ [name]: chromium(CHROMIUM) });
  expect(found('ensureBrowser', { CHROME_PATH: at(name) })).toContain(sentence(at(name)));
});

test('a newer Firefox beside one that is too old is the one', () => {
  program('firefox-esr', ...saying(firefox(FIREFOX - 8)));
  program('firefox', ...saying(firefox(FIREFOX)));
  expect(found('findFirefox')).toBe(at('firefox'));
  expect(timesAsked()).toBe(2);
});

test('no Firefox is told from one that is too old, and both from one that is there', () => {
  const tools = () => said(['scripts/find-tools.mjs']).split('\n').at(-1);
  expect(found('findFirefox')).toBe('undefined');
  expect(tools()).toBe('No Firefox was found (FIREFOX_PATH says where one is): its tests are skipped.');
  program('firefox-esr', ...saying(firefox(FIREFOX - 8)));
  expect(found('findFirefox')).toBe('undefined');
  expect(tools()).toBe(`Firefox ${FIREFOX - 8} is too old (Patina needs ${FIREFOX}): its tests are skipped.`);
  packages({ 'firefox-esr': firefox(FIREFOX) });
  expect(said(['scripts/find-tools.mjs'])).not.toContain('too old');
  expect(found('findFirefox')).toBe(at('firefox-esr'));
});

test('FIREFOX_PATH decides, and says where it is wrong', () => {
  mkdirSync(at('elsewhere'));
  program('elsewhere/firefox', ...saying(firefox(FIREFOX)));
  program('firefox-esr', ...saying(firefox(FIREFOX)));
  const FIREFOX_PATH = at('elsewhere/firefox');
  expect(found('findFirefox', { FIREFOX_PATH })).toBe(FIREFOX_PATH);
  expect(found('ensureFirefox', { FIREFOX_PATH: at('missing') })).toBe(
    `FIREFOX_PATH is ${at('missing')}, but there is no browser at that path.`,
  );
});

test('to start in Firefox asks for no Chromium, and gets Firefox where the package manager has it', () => {
  program('git', 'echo git version 2.50.0');
  const start = () => said(['scripts/run.mjs', 'start', '--firefox']).split('\n').at(-1);
  expect(start()).toBe('Please install Firefox, or set FIREFOX_PATH to where one is.');
  packages({ 'firefox-esr': firefox(FIREFOX) });
  expect(found('ensureFirefox').split('\n').at(-1)).toBe(at('firefox-esr'));
});
