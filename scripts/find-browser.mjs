// Plain JavaScript, as run.mjs is that needs it: Node reads it by itself.
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { choose, forgetVersions, LEAST } from './browser-versions.mjs';
import { asRoot, succeeds, which } from './system.mjs';

/**
 * @typedef {object} Kind
 * @property {string} wanted what is asked for, in words
 * @property {string} installed what the package manager brings
 * @property {string} variable of the environment: decides when it is set
 * @property {number} least the oldest version that takes Patina
 * @property {string[]} commands
 * @property {string[]} macPrograms
 * @property {string[]} windowsPrograms
 * @property {(tool: string) => string} packageFor
 */

/** @param {string} app */
const macProgram = (app) => `${app}.app/Contents/MacOS/${app}`;

/** @type {Kind} */
const CHROMIUM = {
  wanted: 'Chromium, Chrome or Edge',
  installed: 'Chromium',
  variable: 'CHROME_PATH',
  least: LEAST.chromium,
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  macPrograms: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(macProgram),
  windowsPrograms: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ],
  packageFor: () => 'chromium',
};

/** @type {Kind} */
const FIREFOX = {
  wanted: 'Firefox',
  installed: 'Firefox',
  variable: 'FIREFOX_PATH',
  least: LEAST.firefox,
  commands: ['firefox-esr', 'firefox'],
  macPrograms: ['Firefox.app/Contents/MacOS/firefox'],
  windowsPrograms: ['Mozilla Firefox\\firefox.exe'],
  packageFor: (tool) => (tool === 'apt-get' ? 'firefox-esr' : 'firefox'),
};

/**
 * How each package manager installs a package without asking, or a newer one; the first that exists is used.
 * @type {ReadonlyArray<{ tool: string, steps: string[][] }>}
 */
const LINUX_INSTALLS = [
  { tool: 'apt-get', steps: [['update'], ['install', '-y', '--no-install-recommends']] },
  { tool: 'dnf', steps: [['install', '-y']] },
  { tool: 'pacman', steps: [['-Sy', '--noconfirm']] },
  { tool: 'zypper', steps: [['--non-interactive', 'install']] },
  { tool: 'apk', steps: [['add', '--update-cache', '--upgrade']] },
];

/**
 * The usual places of systems whose browsers are not on the PATH.
 * @param {Kind} kind
 */
function usualPlaces({ macPrograms, windowsPrograms }) {
  if (process.platform === 'darwin') {
    return ['/Applications', path.join(homedir(), 'Applications')].flatMap((folder) =>
      macPrograms.map((program) => `${folder}/${program}`),
    );
  }
  if (process.platform !== 'win32') return [];
  const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => process.env[name] ?? []);
  return windowsPrograms.flatMap((program) => roots.map((root) => path.join(root, program)));
}

/**
 * A browser of this machine. The variable decides when it is set, even when it is wrong: a browser other than the one
 * asked for would be a surprise.
 * @param {Kind} kind
 */
function lookFor(kind) {
  const asked = process.env[kind.variable];
  return choose(asked ? [asked] : [...kind.commands.map(which), ...usualPlaces(kind)], kind.least);
}

/** @param {Kind} kind */
function installOnLinux({ wanted, installed, packageFor }) {
  const manager = LINUX_INSTALLS.find(({ tool }) => which(tool));
  const root = asRoot();
  if (!manager || !root) return;
  const { tool, steps } = manager;
  console.log(`No ${wanted} here that is new enough: installing ${installed} with ${tool}.`);
  // `env` hands the variable through sudo, which drops the caller's environment.
  for (const [index, step] of steps.entries()) {
    const names = index === steps.length - 1 ? [packageFor(tool)] : [];
    if (!succeeds([...root, 'env', 'DEBIAN_FRONTEND=noninteractive', tool, ...step, ...names], 'inherit')) return;
  }
}

/** @param {Kind} kind */
function install(kind) {
  if (process.platform === 'linux') installOnLinux(kind);
  if (process.platform === 'darwin' && which('brew')) {
    succeeds(['brew', 'install', '--cask', kind.packageFor('brew')], 'inherit');
  }
}

/**
 * @param {Kind} kind
 * @param {{ program: string, version: number }} old
 */
function sentenceOfOld({ variable, wanted, least }, { program, version }) {
  const found = process.env[variable] ? `${variable} is ${program}: it` : program;
  const advice = `please update it, or set ${variable} to where a newer ${wanted} is`;
  return `${found} is of version ${version}, and Patina needs ${least}; ${advice}.`;
}

/**
 * A browser to use, installed with the system's package manager if there was none that is new enough and this user may.
 * @param {Kind} kind
 * @returns {string} its path
 * @throws {Error} with one sentence to the user
 */
function ensure(kind) {
  const { variable, wanted } = kind;
  const asked = process.env[variable];
  let { program, old } = lookFor(kind);
  if (!program && !asked) {
    install(kind);
    forgetVersions();
    ({ program, old } = lookFor(kind));
  }
  if (program) return program;
  if (old) throw new Error(sentenceOfOld(kind, old));
  if (asked) throw new Error(`${variable} is ${asked}, but there is no browser at that path.`);
  throw new Error(`Please install ${wanted}, or set ${variable} to where one is.`);
}

/** Chromium, Chrome or Edge. */
export const ensureBrowser = () => ensure(CHROMIUM);

export const ensureFirefox = () => ensure(FIREFOX);

/**
 * A Firefox of this machine, if there is one that takes Patina.
 * @returns {string | undefined}
 */
export const findFirefox = () => lookFor(FIREFOX).program;

/** What there is instead of one. */
export function whyNoFirefox() {
  const { old } = lookFor(FIREFOX);
  if (!old) return 'No Firefox was found (FIREFOX_PATH says where one is)';
  return `Firefox ${old.version} is too old (Patina needs ${LEAST.firefox})`;
}
