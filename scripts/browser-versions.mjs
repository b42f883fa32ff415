// Plain JavaScript, as run.mjs is that needs it: Node reads it by itself.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { isExecutable } from './system.mjs';

const manifest = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'));

/** The oldest of each browser that takes Patina. */
export const LEAST = {
  chromium: Number.parseInt(manifest.minimum_chrome_version, 10),
  firefox: Number.parseInt(manifest.browser_specific_settings.gecko.strict_min_version, 10),
};

/** What programs have said, in the environment: whatever this process starts need not ask them again. */
const SAID = 'PATINA_BROWSER_VERSIONS';

/**
 * The first number of a browser's version; 0 is said by what is no browser, as by a program that only tells how to get one.
 * @param {string} program
 * @returns {number}
 */
function versionOf(program) {
  const said = JSON.parse(process.env[SAID] ?? '{}');
  if (!(program in said)) {
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8', timeout: 30_000 });
    said[program] = Number(/(\d+)\.\d/.exec(stdout ?? '')?.[1] ?? 0);
    process.env[SAID] = JSON.stringify(said);
  }
  return said[program];
}

/** Once something was installed. */
export function forgetVersions() {
  delete process.env[SAID];
}

/**
 * The first of the programs that takes Patina; where none does, the first that is too old.
 * @param {ReadonlyArray<string | undefined>} programs
 * @param {number} least
 * @returns {{ program?: string | undefined, old?: { program: string, version: number } | undefined }}
 */
export function choose(programs, least) {
  const there = programs.flatMap((program) => (program !== undefined && isExecutable(program) ? [program] : []));
  // There, chrome.exe opens a window when it is asked.
  if (process.platform === 'win32') return { program: there[0] };
  const program = there.find((each) => versionOf(each) >= least);
  if (program) return { program };
  return { old: there.map((each) => ({ program: each, version: versionOf(each) })).find(({ version }) => version > 0) };
}
