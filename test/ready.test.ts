import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';

const LOCK = { packages: { '': {}, 'node_modules/zod': { version: '4.6.7', integrity: 'sha512-1' } } };

/** A clone with nothing but what every command begins with, and an npm that installs all that is locked. */
function freshClone() {
  const folder = mkdtempSync(path.join(tmpdir(), 'patina-ready-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => path.join(folder, name);
  const lock = (packages: object) => writeFileSync(at('package-lock.json'), JSON.stringify({ packages }));
  mkdirSync(at('scripts'));
  for (const name of ['ready.mjs', 'system.mjs']) cpSync(`scripts/${name}`, at(`scripts/${name}`));
  lock(LOCK.packages);
  const npm = (...lines: string[]) => writeFileSync(at('npm-cli.js'), lines.join('\n'));
  npm(
    `const { cpSync, mkdirSync } = require('node:fs');`,
    `mkdirSync('node_modules', { recursive: true });`,
    `cpSync('package-lock.json', 'node_modules/.package-lock.json');`,
    `console.log('npm', ...process.argv.slice(2));`,
  );
  const begin = (...args: string[]) => {
    const env = { ...process.env, npm_execpath: at('npm-cli.js') };
    const { status, stdout, stderr } = spawnSync(process.execPath, [at('scripts/ready.mjs'), ...args], {
      env,
      encoding: 'utf8',
    });
    return { status, said: stdout + stderr };
  };
  return { at, lock, npm, begin };
}

const INSTALLED = expect.stringMatching(/^ok {6}Packages installed \(\d+\.\d s\)\n$/);

test('a fresh clone gets its packages, and later only what was locked anew', () => {
  const { lock, begin } = freshClone();
  expect(begin()).toEqual({ status: 0, said: INSTALLED });
  expect(begin()).toEqual({ status: 0, said: '' });
  lock({ ...LOCK.packages, 'node_modules/zod': { version: '4.6.8', integrity: 'sha512-2' } });
  expect(begin()).toEqual({ status: 0, said: INSTALLED });
  lock({ ...LOCK.packages, 'node_modules/zod': { version: '4.6.8', integrity: 'sha512-2' }, 'node_modules/tsx': {} });
  expect(begin()).toEqual({ status: 0, said: INSTALLED });
  expect(begin()).toEqual({ status: 0, said: '' });
});

test('what npm says is heard where it fails, and the command ends there', () => {
  const { npm, begin } = freshClone();
  npm(`console.error('npm error code ENOTFOUND');`, 'process.exit(1);');
  expect(begin()).toEqual({ status: 1, said: expect.stringMatching(/^npm error code ENOTFOUND\nFAILED {2}Packages/) });
});

test('what works on a build asks for one before anything else', () => {
  const { at, begin } = freshClone();
  expect(begin('--built')).toEqual({ status: 1, said: 'Nothing is built here yet: "npm run build" comes first.\n' });
  for (const name of ['chrome', 'firefox']) {
    mkdirSync(at(`dist/${name}`), { recursive: true });
    writeFileSync(at(`dist/${name}/manifest.json`), '{}');
  }
  expect(begin('--built')).toEqual({ status: 0, said: INSTALLED });
});
