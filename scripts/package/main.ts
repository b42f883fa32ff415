import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { billOfMaterials } from './bill';
import { entriesUnder, sourceEntries } from './entries';
import { noticesOf, shippedPackages } from './shipped';
import { type Entry, zipOf } from './zip';

const PACKAGES = path.join('dist', 'packages');

const textEntry = (name: string, text: string): Entry => ({ name, content: new TextEncoder().encode(text) });

/** What is built for a browser, with whose work is in it. Edge takes what is for Chrome. */
function extensionZip(browser: 'chrome' | 'firefox', notices: Entry): Uint8Array {
  const licence = textEntry('LICENSE', readFileSync('LICENSE', 'utf8'));
  return zipOf([...entriesUnder(path.join('dist', browser)), licence, notices]);
}

/** Everything that a release consists of. */
function packages(): Entry[] {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const notices = textEntry('THIRD-PARTY-NOTICES.txt', noticesOf(shippedPackages('.')));
  return [
    { name: `${name}-chrome-${version}.zip`, content: extensionZip('chrome', notices) },
    { name: `${name}-firefox-${version}.zip`, content: extensionZip('firefox', notices) },
    { name: `${name}-source-${version}.zip`, content: zipOf(sourceEntries('.')) },
    textEntry(`${name}-${version}.cdx.json`, billOfMaterials('.', name)),
    notices,
  ];
}

/** As `sha256sum --check` reads it. */
function sums(entries: Entry[]): Entry {
  const sumOf = ({ content }: Entry) => createHash('sha256').update(content).digest('hex');
  return textEntry('SHA256SUMS', entries.map((entry) => `${sumOf(entry)}  ${entry.name}\n`).join(''));
}

const made = packages();
rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES, { recursive: true });
for (const { name, content } of [...made, sums(made)]) {
  writeFileSync(path.join(PACKAGES, name), content);
  console.log(`${path.join(PACKAGES, name)} (${Math.ceil(content.byteLength / 1024)} kB)`);
}
