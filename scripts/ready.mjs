// Every command of package.json begins with this. Plain JavaScript: it runs on a fresh clone, and installs what that misses.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { needsShell, npm } from './system.mjs';

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function packagesOf(file) {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')).packages;
}

/** npm leaves in node_modules a list of what it installed; optional packages of other platforms are not in it. */
function isInstalled() {
  const wanted = packagesOf(path.join(root, 'package-lock.json')) ?? {};
  const there = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!there) return false;
  const complete = Object.entries(wanted).every(([name, { optional }]) => name === '' || optional || name in there);
  const same = Object.entries(there).every(
    ([name, { version, integrity }]) => wanted[name]?.version === version && wanted[name]?.integrity === integrity,
  );
  return complete && same;
}

/** Is heard only when it fails. */
function install() {
  const started = performance.now();
  const [program = '', ...args] = [...npm(), 'ci'];
  const shell = needsShell(program);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: 'utf8', shell });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (status === 0) return console.log(`ok      Packages installed (${seconds} s)`);
  console.error(`${stdout}${stderr}FAILED  Packages installed (${seconds} s)`);
  process.exitCode = 1;
}

/** @param {string} sentence */
function refuse(sentence) {
  console.error(sentence);
  process.exitCode = 1;
}

const isBuilt = () => ['chrome', 'firefox'].every((name) => existsSync(path.join(root, 'dist', name, 'manifest.json')));

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  refuse(`Patina needs Node 20.19 or newer; this is ${process.versions.node}.`);
} else if (process.argv.includes('--built') && !isBuilt()) {
  refuse('Nothing is built here yet: "npm run build" comes first.');
} else if (!isInstalled()) install();
