import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { billOfMaterials } from './bill';
import { entriesUnder, sourceEntries } from './entries';
import { noticesOf, shippedPackages } from './shipped';
import { type Entry, zipOf } from './zip';

const textEntry = (name: string, text: string): Entry => ({ name, content: new TextEncoder().encode(text) });

/** What is built for a browser, with whose work is in it. Edge takes what is for Chrome. */
function extensionZip(root: string, browser: 'chrome' | 'firefox', notices: Entry): Uint8Array {
  const licence = textEntry('LICENSE', readFileSync(path.join(root, 'LICENSE'), 'utf8'));
  return zipOf([...entriesUnder(path.join(root, 'dist', browser)), licence, notices]);
}

/** As `sha256sum --check` reads it. */
function sums(entries: Entry[]): Entry {
  const sumOf = ({ content }: Entry) => createHash('sha256').update(content).digest('hex');
  return textEntry('SHA256SUMS', entries.map((entry) => `${sumOf(entry)}  ${entry.name}\n`).join(''));
}

/** Everything that a release consists of, of what is in a folder and was built there. */
export function packagesOf(root: string, billOf = billOfMaterials): Entry[] {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const notices = textEntry('THIRD-PARTY-NOTICES.txt', noticesOf(shippedPackages(root)));
  const packages = [
    { name: `${name}-chrome-${version}.zip`, content: extensionZip(root, 'chrome', notices) },
    { name: `${name}-firefox-${version}.zip`, content: extensionZip(root, 'firefox', notices) },
    { name: `${name}-source-${version}.zip`, content: zipOf(sourceEntries(root)) },
    textEntry(`${name}-${version}.cdx.json`, billOf(root, name)),
    notices,
  ];
  return [...packages, sums(packages)];
}
