// Plain JavaScript, as run.mjs is that needs it: Node reads it by itself.
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { choose, forgetVersions, LEAST } from './browser-versions.mjs';
import { asRoot, succeeds, which } from './system.mjs';

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const MAC_APPS = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const WINDOWS_PROGRAMS = [
  'Chromium\\Application\\chrome.exe',
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * How each package manager installs Chromium without asking, or a newer one; the first that exists is used.
 * @type {ReadonlyArray<{ tool: string, steps: string[][] }>}
 */
const LINUX_INSTALLS = [
  { tool: 'apt-get', steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']] },
  { tool: 'dnf', steps: [['install', '-y', 'chromium']] },
  { tool: 'pacman', steps: [['-Sy', '--noconfirm', 'chromium']] },
  { tool: 'zypper', steps: [['--non-interactive', 'install', 'chromium']] },
  { tool: 'apk', steps: [['add', '--update-cache', '--upgrade', 'chromium']] },
];

/** The usual places of systems whose browsers are not on the PATH. */
function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) =>
      MAC_APPS.map((app) => `${folder}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (process.platform !== 'win32') return [];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  return WINDOWS_PROGRAMS.flatMap((program) => roots.map((root) => path.join(root, program)));
}

/**
 * A Chromium, Chrome or Edge of this machine. `CHROME_PATH` decides when it is set, even when it is wrong: a browser
 * other than the one asked for would be a surprise.
 */
function lookForBrowser() {
  const asked = process.env.CHROME_PATH;
  return choose(asked ? [asked] : [...COMMANDS.map(which), ...usualPlaces()], LEAST.chromium);
}

function installOnLinux() {
  const manager = LINUX_INSTALLS.find(({ tool }) => which(tool));
  const root = asRoot();
  if (!manager || !root) return;
  console.log(`No Chromium, Chrome or Edge here that is new enough: installing Chromium with ${manager.tool}.`);
  // `env` hands the variable through sudo, which drops the caller's environment.
  for (const step of manager.steps) {
    if (!succeeds([...root, 'env', 'DEBIAN_FRONTEND=noninteractive', manager.tool, ...step], 'inherit')) return;
  }
}

function install() {
  if (process.platform === 'linux') installOnLinux();
  if (process.platform === 'darwin' && which('brew')) succeeds(['brew', 'install', '--cask', 'chromium'], 'inherit');
}

/** @param {{ program: string, version: number }} old */
function sentenceOfOld({ program, version }) {
  const found = process.env.CHROME_PATH ? `CHROME_PATH is ${program}: it` : program;
  const advice = 'please update it, or set CHROME_PATH to where a newer Chromium, Chrome or Edge is';
  return `${found} is of version ${version}, and Patina needs ${LEAST.chromium}; ${advice}.`;
}

/**
 * A browser to use, installed with the system's package manager if there was none that is new enough and this user may.
 * @returns {string} its path
 * @throws {Error} with one sentence to the user
 */
export function ensureBrowser() {
  const asked = process.env.CHROME_PATH;
  let { program, old } = lookForBrowser();
  if (!program && !asked) {
    install();
    forgetVersions();
    ({ program, old } = lookForBrowser());
  }
  if (program) return program;
  if (old) throw new Error(sentenceOfOld(old));
  if (asked) throw new Error(`CHROME_PATH is ${asked}, but there is no browser at that path.`);
  throw new Error('Please install Chromium, Chrome or Edge, or set CHROME_PATH to where one of them is.');
}

const lookForFirefox = () => choose([which('firefox-esr'), which('firefox')], LEAST.firefox);

/**
 * A Firefox of this machine, if there is one that takes Patina.
 * @returns {string | undefined}
 */
export const findFirefox = () => lookForFirefox().program;

/** What there is instead of one. */
export function whyNoFirefox() {
  const { old } = lookForFirefox();
  if (!old) return 'There is no Firefox on this machine';
  return `Firefox ${old.version} is too old (Patina needs ${LEAST.firefox})`;
}
