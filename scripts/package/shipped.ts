import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A package whose code is in the extension. */
export type Shipped = { name: string; version: string; licence: string; text: string };

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean };

const UNDER = 'node_modules/';

function licenceIn(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e(\.|$)/i.test(name));
  if (file === undefined) throw new Error(`${folder} has no licence to name.`);
  return readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
}

/** By the lock file: what is not for building and testing alone. */
export function shippedPackages(root: string): Shipped[] {
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const packages: [string, Locked][] = Object.entries(lock.packages);
  return packages
    .filter(([at, { dev, devOptional }]) => at.startsWith(UNDER) && !dev && !devOptional)
    .map(([at, { version = '', license = '' }]) => ({
      name: at.slice(at.lastIndexOf(UNDER) + UNDER.length),
      version,
      licence: license,
      text: licenceIn(path.join(root, at)),
    }));
}

const RULE = '-'.repeat(80);

/** The text that goes with the extension: whose work is in it, and under which terms. */
export function noticesOf(packages: Shipped[]): string {
  const each = packages.map(({ name, version, licence, text }) =>
    [RULE, `${name} ${version} (${licence})`, '', text, ''].join('\n'),
  );
  return ['Patina has the work of others in it. Their names and terms:', '', ...each].join('\n');
}
