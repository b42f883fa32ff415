// Installs tools of which the tests run what Patina lets people copy, and Firefox. Where one cannot be had, its tests are skipped by name.
import process from 'node:process';
import { forgetVersions } from './browser-versions.mjs';
import { findFirefox, whyNoFirefox } from './find-browser.mjs';
import { asRoot, succeeds, which } from './system.mjs';

/** Debian's nuget is of 2015 and knows no feed of today, but brings most parts of Mono that the newer one, which npm brings, needs. */
const MONO = [
  'nuget',
  'libmono-system-net-http4.0-cil',
  'libmono-system-io-compression4.0-cil',
  'libmono-system-io-compression-filesystem4.0-cil',
];

/**
 * As Debian calls them; twine brings keyring.
 * @type {ReadonlyArray<{ name: string, packages: string[], isThere: () => boolean }>}
 */
const TOOLS = [
  { name: 'twine', packages: ['twine'], isThere: () => which('twine') !== undefined },
  { name: 'zsh', packages: ['zsh'], isThere: () => which('zsh') !== undefined },
  { name: 'Firefox', packages: ['firefox-esr'], isThere: () => findFirefox() !== undefined },
  { name: 'nuget', packages: MONO, isThere: () => succeeds(['dpkg', '--status', ...MONO], 'ignore') },
];

/** Nobody is asked, and nothing is waited for where there is no network. */
const APT = [
  'env',
  'DEBIAN_FRONTEND=noninteractive',
  'apt-get',
  '-o',
  'Acquire::Retries=0',
  '-o',
  'Acquire::http::Timeout=10',
];

function installMissing() {
  const root = which('apt-get') ? asRoot() : undefined;
  if (!root) return;
  const missing = TOOLS.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  console.log(`Installing ${missing.map(({ name }) => name).join(', ')} with apt-get.`);
  succeeds([...root, ...APT, 'update'], 'ignore');
  // One by one, so that what a system does not have costs nothing of the rest.
  for (const { name, packages } of missing) {
    const done = succeeds([...root, ...APT, 'install', '-y', '--no-install-recommends', ...packages], 'ignore');
    if (!done) console.log(`${name} could not be installed: its tests are skipped.`);
  }
  forgetVersions();
}

if (process.platform === 'linux') installMissing();
if (findFirefox() === undefined) console.log(`${whyNoFirefox()}: its tests are skipped.`);
