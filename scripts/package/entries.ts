import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Entry } from './zip';

/** What is made, and so is no source; the same as in .gitignore. */
const MADE = /^(\.git|node_modules|dist|out|test-results)(\/|$)|\.(log|tsbuildinfo)$/;

function namesUnder(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return found.map((each) => path.relative(folder, path.join(each.parentPath, each.name)).split(path.sep).join('/'));
}

const read = (folder: string, names: string[]): Entry[] =>
  names.map((name) => ({ name, content: new Uint8Array(readFileSync(path.join(folder, name))) }));

/** All files of a folder. */
export const entriesUnder = (folder: string): Entry[] => read(folder, namesUnder(folder));

/** What git knows; where the source was unpacked from a package there is no git, and nothing but source and what was made of it. */
function sourceNames(folder: string): string[] {
  if (!existsSync(path.join(folder, '.git'))) return namesUnder(folder).filter((name) => !MADE.test(name));
  return execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' }).split('\0').filter(Boolean);
}

export const sourceEntries = (folder: string): Entry[] => read(folder, sourceNames(folder));
