import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packagesOf } from './packages';

const PACKAGES = path.join('dist', 'packages');

const made = packagesOf('.');
rmSync(PACKAGES, { recursive: true, force: true });
mkdirSync(PACKAGES, { recursive: true });
for (const { name, content } of made) {
  writeFileSync(path.join(PACKAGES, name), content);
  console.log(`${path.join(PACKAGES, name)} (${Math.ceil(content.byteLength / 1024)} kB)`);
}
