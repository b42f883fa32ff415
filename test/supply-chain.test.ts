import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = {
  version?: string;
  integrity?: string;
  resolved?: string;
  license?: string;
  link?: true;
  dev?: true;
  /** For building and testing, and beside that something that a package of ours could use if it were there. */
  devOptional?: true;
  hasInstallScript?: true;
};

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const { dependencies, devDependencies } = read('package.json') as Record<string, Record<string, string>>;
const locked = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(([at]) => at !== '');
const isShipped = ([, { dev, devOptional }]: [string, Locked]) => !dev && !devOptional;
const nameOf = (at: string) => at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length);

test('what is in the extension is the list that was allowed, with what others bring', () => {
  const allowed = readFileSync('docs/decisions/042-allowed-packages.md', 'utf8').matchAll(
    /^\| `([^`]+)` \| .{20,} \|$/gm,
  );
  const shipped = locked.filter(isShipped).map(([at]) => nameOf(at));
  expect([...new Set(shipped)].sort()).toEqual([...allowed].map(([, name]) => name).sort());
  expect(shipped).toEqual(expect.arrayContaining(Object.keys(dependencies ?? {})));
});

test('every version is exact, and locked with its digest', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Object.fromEntries(locked)[`node_modules/${name}`]?.version, name).toBe(version);
  }
  const loose = locked.filter(
    ([, { version, integrity, resolved, link }]) =>
      !version || !integrity?.startsWith('sha512-') || (resolved ?? '') !== '' || link,
  );
  expect(loose.map(([at]) => at)).toEqual([]);
});

test('no script runs where packages are installed, and no package has one but those that are explained', () => {
  expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m);
  const withScript = locked.filter(([, { hasInstallScript }]) => hasInstallScript);
  expect(withScript.map(([at, { dev }]) => [nameOf(at), dev])).toEqual([
    ['esbuild', true],
    ['tree-sitter-powershell', true],
    ['yarn', true],
  ]);
});

test('every package has a licence that allows its use here', () => {
  const fine = /^(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|MPL-2\.0|MIT OR Apache-2\.0)$/;
  expect(
    locked
      .filter(([, { license }]) => !fine.test(license ?? ''))
      .map(([at, { dev, license }]) => [nameOf(at), dev, license]),
  ).toEqual([
    // A table of which browser knows what, read by what Stryker reads sources with; nothing of it goes anywhere.
    ['caniuse-lite', true, 'CC-BY-4.0'],
  ]);
  const shipped = locked.filter(isShipped);
  expect(shipped.filter(([, { license }]) => license !== 'MIT').map(([at]) => at)).toEqual([]);
});

test('continuous integration makes the packages twice and compares them', () => {
  expect(readFileSync('.ci/run', 'utf8')).toMatch(/^npm test\nnpm run package:twice$/m);
});
