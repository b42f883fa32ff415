// Plain JavaScript without dependencies: ready.mjs needs it before anything is installed.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * Where a command is, as the shell would find it.
 * @param {string} command
 */
export function which(command) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  return folders.flatMap((folder) => endings.map((ending) => path.join(folder, command + ending))).find(isExecutable);
}

/**
 * @param {string[]} command
 * @param {'inherit' | 'ignore'} output
 */
export function succeeds([program = '', ...args], output) {
  return spawnSync(program, args, { stdio: ['ignore', output, output] }).status === 0;
}

/**
 * What to put before a command to run it as root, or `undefined` when that would need a password.
 * @returns {string[] | undefined}
 */
export function asRoot() {
  if (process.getuid?.() === 0) return [];
  return which('sudo') && succeeds(['sudo', '-n', 'true'], 'ignore') ? ['sudo', '-n'] : undefined;
}

/** npm as this Node starts it: the one that started us, else the one on the PATH. */
export function npm() {
  const started = process.env.npm_execpath ?? '';
  return path.basename(started) === 'npm-cli.js' ? [process.execPath, started] : ['npm'];
}

/**
 * On Windows the npm of the PATH is a script, which only a shell can start.
 * @param {string} program
 */
export const needsShell = (program) => process.platform === 'win32' && program === 'npm';
