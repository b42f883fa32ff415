// Plain JavaScript without dependencies: run.mjs needs it before anything is installed.
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { asRoot, isExecutable, succeeds, which } from './system.mjs';

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
 * How each package manager installs Chromium without asking; the first that exists is used.
 * @type {ReadonlyArray<{ tool: string, steps: string[][] }>}
 */
const LINUX_INSTALLS = [
  { tool: 'apt-get', steps: [['update'], ['install', '-y', '--no-install-recommends', 'chromium']] },
  { tool: 'dnf', steps: [['install', '-y', 'chromium']] },
  { tool: 'pacman', steps: [['-Sy', '--noconfirm', 'chromium']] },
  { tool: 'zypper', steps: [['--non-interactive', 'install', 'chromium']] },
  { tool: 'apk', steps: [['add', 'chromium']] },
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
 * @returns {string | undefined}
 */
export function findBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) return isExecutable(asked) ? asked : undefined;
  for (const command of COMMANDS) {
    const found = which(command);
    if (found) return found;
  }
  return usualPlaces().find(isExecutable);
}

function installOnLinux() {
  const manager = LINUX_INSTALLS.find(({ tool }) => which(tool));
  const root = asRoot();
  if (!manager || !root) return;
  console.log(`No Chromium, Chrome or Edge here: installing Chromium with ${manager.tool}.`);
  // `env` hands the variable through sudo, which drops the caller's environment.
  for (const step of manager.steps) {
    if (!succeeds([...root, 'env', 'DEBIAN_FRONTEND=noninteractive', manager.tool, ...step], 'inherit')) return;
  }
}

/**
 * A browser to use, installed with the system's package manager if there was none and this user may.
 * @returns {string} its path
 * @throws {Error} with one sentence to the user
 */
export function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  const asked = process.env.CHROME_PATH;
  if (asked) throw new Error(`CHROME_PATH is ${asked}, but there is no program at that path.`);
  if (process.platform === 'linux') installOnLinux();
  if (process.platform === 'darwin' && which('brew')) succeeds(['brew', 'install', '--cask', 'chromium'], 'inherit');
  const installed = findBrowser();
  if (installed) return installed;
  throw new Error('Please install Chromium, Chrome or Edge, or set CHROME_PATH to where one of them is.');
}
