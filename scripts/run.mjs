// `npm start`, `npm run dev` and `npm test`. Plain JavaScript: Node reads it by itself.
import { spawn, spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { ensureBrowser, ensureFirefox } from './find-browser.mjs';
import { needsShell, npm } from './system.mjs';

/** @typedef {{ title: string, command: string[], quiet?: boolean, yields?: boolean }} Step */

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command to its end; a quiet one is heard only when it fails. Resolves to its exit code.
 * @param {string[]} command
 * @param {boolean} quiet
 * @param {boolean} [yields] whether it leaves the processor to what runs beside it
 * @returns {Promise<number>}
 */
function run([program = '', ...args], quiet, yields = false) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', output, output], shell: needsShell(program) });
  if (yields && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL);
  /** @type {Buffer[]} */
  const heard = [];
  child.stdout?.on('data', (chunk) => heard.push(chunk));
  child.stderr?.on('data', (chunk) => heard.push(chunk));
  // Ctrl-C reaches the child by itself, and it may have to clean up; a signal to this process alone does not.
  const ignore = () => undefined;
  const forward = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore).on('SIGTERM', forward);
  return new Promise((resolve) => {
    child.on('error', () => resolve(127));
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore).off('SIGTERM', forward);
      if (code !== 0) process.stderr.write(Buffer.concat(heard));
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/** @param {Step} step */
async function runStep({ title, command, quiet = false, yields = false }) {
  const started = performance.now();
  const code = await run(command, quiet, yields);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(code === 0 ? `ok      ${title} (${seconds} s)` : `FAILED  ${title} (${seconds} s)`);
  return code;
}

/**
 * The steps of a test, stage by stage. The browser mostly waits, and the unit tests take what it leaves of
 * the processor, so both go on together.
 * @returns {Step[][]}
 */
function testStages() {
  const script = (/** @type {string} */ name) => [...npm(), 'run', '--silent', name];
  return [
    [
      { title: 'Types', command: script('check:types') },
      { title: 'Lint, format', command: script('check:lint') },
      {
        title: 'Firefox, and tools that recipes are for',
        command: [process.execPath, path.join('scripts', 'find-tools.mjs')],
      },
      { title: 'Build for Chrome and Firefox', command: script('build'), quiet: true },
    ],
    [
      { title: 'Unit tests', command: script('unit'), quiet: true, yields: true },
      { title: 'Tests in the browser', command: script('e2e') },
      { title: 'Stories of the gallery', command: [...script('gallery:check'), '--', 'light', 'dark'], yields: true },
    ],
  ];
}

/**
 * @param {'chrome' | 'firefox'} mode
 * @returns {Step}
 */
function buildStep(mode) {
  const vite = path.join('node_modules', 'vite', 'bin', 'vite.js');
  return { title: 'Build', command: [process.execPath, vite, 'build', '--mode', mode], quiet: true };
}

/**
 * @param {string} deed
 * @param {string[]} args
 */
function stagesOf(deed, args) {
  if (deed === 'test') return testStages();
  // Whoever watches builds as well.
  return deed === 'start' ? [[buildStep(opensFirefox(deed, args) ? 'firefox' : 'chrome')]] : [];
}

/**
 * @param {string} deed
 * @param {string[]} args
 */
const opensFirefox = (deed, args) => deed === 'start' && args.includes('--firefox');

/** 2.37 brought http.curloptResolve, which leads a clone to the dev-server. */
function hasGit() {
  const said = spawnSync('git', ['--version'], { encoding: 'utf8' }).stdout ?? '';
  const [, major = 0, minor = 0] = (/(\d+)\.(\d+)/.exec(said) ?? []).map(Number);
  return major > 2 || (major === 2 && minor >= 37);
}

/** @param {string[]} args */
async function main([deed = '', ...args]) {
  if (!['start', 'dev', 'test'].includes(deed)) throw new Error('Say "npm start", "npm run dev" or "npm test".');
  if (!hasGit()) throw new Error('Patina needs Git 2.37 or newer; please install it.');
  // The scripts that follow look for a browser too: what was found here decides.
  if (opensFirefox(deed, args)) process.env.FIREFOX_PATH = ensureFirefox();
  else process.env.CHROME_PATH = ensureBrowser();
  for (const stage of stagesOf(deed, args)) {
    const codes = await Promise.all(stage.map(runStep));
    const failed = codes.find((code) => code !== 0);
    if (failed !== undefined) return failed;
  }
  if (deed === 'test') return 0;
  const watch = deed === 'dev' ? ['--watch'] : [];
  return run([process.execPath, '--import', 'tsx', 'scripts/start.ts', ...watch, ...args], false);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
