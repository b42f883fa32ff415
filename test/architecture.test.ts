import { readdirSync, readFileSync } from 'node:fs';
import { dirname, normalize, sep } from 'node:path';
import { expect, test } from 'vitest';

/** Which folders of `src` each may import from, beside itself. Drawn in CONTRIBUTING.md. */
const arrows: Record<string, string[]> = {
  core: [],
  azure: ['core'],
  platform: ['core'],
  contract: ['core', 'platform'],
  background: ['core', 'azure', 'contract', 'platform'],
  ui: ['core', 'contract', 'platform'],
  offscreen: ['core', 'platform'],
  popup: ['core', 'contract', 'platform', 'ui'],
  page: ['core', 'contract', 'platform', 'ui'],
};

/** Packages, and where alone they may be imported. */
const packages: Record<string, RegExp> = {
  'zod/mini': /^(core|azure|contract|platform)\//,
  'webextension-polyfill': /^platform\/browser\.ts$/,
  'p-limit': /^azure\/pace\.ts$/,
  'csv-stringify/browser/esm/sync': /^ui\/exports\/csv\.ts$/,
  'ical-generator': /^ui\/exports\/calendar\.ts$/,
  preact: /^(ui|popup|page)\//,
  'preact/hooks': /^(ui|page)\//,
  '@preact/signals': /^(ui|popup|page)\//,
};

/** Deeds that have one place each. */
const deeds: { deed: RegExp; where: RegExp }[] = [
  { deed: /\bfetch\(/, where: /^azure\/http\.ts$/ },
  { deed: /Date\.now\(\)|new Date\(\)/, where: /^(?!core\/)/ },
  { deed: /alarms\.(create|clear|get)\(/, where: /^platform\/alarm\.ts$/ },
  { deed: /\bconsole\./, where: /^platform\/log\.ts$/ },
  { deed: /dangerouslySetInnerHTML|innerHTML/, where: /^$/ },
  { deed: /onMessageExternal|onConnectExternal/, where: /^$/ },
  { deed: /import \{ call \}/, where: /^ui\/(deeds|stores)\/[a-z-]+\.ts$/ },
  {
    deed: /\.reveal\(\)/,
    where: /^(core\/secret\.ts|azure\/http\.ts|ui\/deeds\/copying\.ts|ui\/views\/created\/created\.tsx)$/,
  },
];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.split(sep).join('/'))
  .filter((path) => /\.tsx?$/.test(path))
  .filter((path) => !/\.(test|stories)\./.test(path))
  .map((path) => ({ path, text: readFileSync(`src/${path}`, 'utf8') }));

const imports = files.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import) '([^']+)'/g)].map(([, name = '']) => ({ path, name })),
);

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(imports.length).toBeGreaterThan(100);
});

test('imports point where the map says', () => {
  const strays = imports
    .filter(({ name }) => name.startsWith('.') && !name.includes('_locales'))
    .map(({ path, name }) => ({ path, to: normalize(`${dirname(path)}/${name}`).split(sep)[0] ?? '' }))
    .filter(({ path, to }) => {
      const from = path.split('/')[0] ?? '';
      return to !== from && !arrows[from]?.includes(to);
    });
  expect(strays).toEqual([]);
});

test('packages are imported where the map says', () => {
  const strays = imports.filter(({ path, name }) => !name.startsWith('.') && !packages[name]?.test(path));
  expect(strays).toEqual([]);
});

test.each(deeds)('$deed stands in its place only', ({ deed, where }) => {
  expect(files.filter(({ path, text }) => deed.test(text) && !where.test(path)).map(({ path }) => path)).toEqual([]);
});

test('no file is longer than two ideas', () => {
  const long = files.filter(({ path, text }) => !path.includes('catalogue') && text.split('\n').length > 221);
  expect(long.map(({ path }) => path)).toEqual([]);
});
