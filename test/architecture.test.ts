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
  guard: ['core', 'contract', 'platform'],
  popup: ['core', 'contract', 'platform', 'ui'],
  page: ['core', 'contract', 'platform', 'ui'],
};

/**
 * The rooms of a layer, and which rooms of the same layer each may import from, beside itself. Every room may use what
 * stands at the top of its layer (`ui/words`: what is at the top of ui). The top of background may use all its rooms.
 */
const rooms: Record<string, Record<string, string[]>> = {
  core: {
    scopes: [],
    /** By which ways a host is asked, which of them were found open, and what can be done to its tokens for that. */
    doors: [],
    /** What tokens are known and shown by. */
    names: ['scopes'],
    purposes: ['names', 'scopes'],
    recipes: ['scopes'],
    minting: ['names', 'purposes', 'scopes'],
    rotation: ['minting', 'names'],
    'revoke-all': ['names'],
    reminders: ['names'],
    strangers: ['minting', 'names', 'reminders', 'scopes'],
    checks: [],
    diagnostics: ['checks', 'doors', 'hosts', 'minting', 'names', 'overview', 'policy', 'recipes', 'reminders'],
    commands: ['names'],
    overview: ['narrower', 'purposes', 'scopes'],
    exports: ['overview', 'scopes'],
    hosts: [],
    doctor: ['names', 'scopes'],
    /** What the popup shows first, of everything that a list is made of. */
    front: ['doors', 'names', 'overview', 'purposes', 'rotation'],
    guard: ['hosts'],
    narrower: ['names', 'purposes', 'scopes'],
    cleanup: ['minting', 'names', 'narrower', 'overview', 'scopes'],
    policy: ['hosts', 'minting', 'purposes', 'recipes', 'scopes'],
    roaming: ['purposes', 'scopes'],
  },
  azure: { services: [], server: ['services'] },
  background: {
    front: [],
    /** What an administrator of the browser has decided. */
    policy: [],
    connection: ['policy'],
    reminders: [],
    ledgers: ['connection'],
    reading: ['connection', 'ledgers', 'reminders'],
    minting: ['connection', 'ledgers', 'policy', 'reading', 'reminders'],
    revoking: ['connection', 'ledgers', 'minting', 'reading'],
    rotation: ['connection', 'ledgers', 'minting', 'reading', 'revoking'],
    'revoke-all': ['connection', 'reading'],
    doctor: ['connection'],
  },
  ui: {
    words: [],
    exports: ['words'],
    stores: ['words'],
    keys: ['stores'],
    deeds: ['exports', 'stores', 'words'],
    components: ['words'],
    views: ['components', 'deeds', 'keys', 'stores', 'words'],
    connected: ['components', 'deeds', 'stores', 'views', 'words'],
  },
};

/** Which screens may use parts of which others. */
const screens: Record<string, string[]> = { home: ['cards'], settings: ['purposes', 'records'] };

/** The rooms of what screens share, and which may use parts of which others. */
const kit: Record<string, string[]> = { fields: [], frames: [], scopes: ['fields'] };

/** Packages, and where alone they may be imported. */
const packages: Record<string, RegExp> = {
  'zod/mini': /^(core|azure|contract|platform)\//,
  '@noble/hashes/sha2.js': /^(core\/recipes\/source-name|platform\/digest)\.ts$/,
  '@noble/hashes/utils.js': /^(core\/recipes\/source-name|platform\/digest)\.ts$/,
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
  // The second is the script that a page of Azure DevOps is given for one request, the third reads what is in the package.
  { deed: /\bfetch\(/, where: /^(azure\/http|platform\/tabs\/errand|platform\/language\/package-texts)\.ts$/ },
  { deed: /Date\.now\(\)|new Date\(\)/, where: /^(?!core\/)/ },
  { deed: /alarms\.(create|clear|get)\(/, where: /^platform\/alarm\.ts$/ },
  { deed: /\bconsole\./, where: /^platform\/log\.ts$/ },
  { deed: /dangerouslySetInnerHTML|innerHTML/, where: /^$/ },
  { deed: /onMessageExternal|onConnectExternal/, where: /^$/ },
  { deed: /from '[./]+contract\/call'/, where: /^ui\/deeds\/[a-z-]+\.ts$/ },
  // What a press of the popup sends before any code is loaded.
  { deed: /from '[./]+(?:contract\/)?send'/, where: /^(contract\/call|popup\/asking)\.ts$/ },
  {
    // hand-over.ts keeps pieces of a secret out of what is remembered, so it has to know the secret; prints.ts keeps a digest
    // of one, and doctor.ts sends what somebody has pasted to the worker.
    deed: /\.reveal\(\)/,
    where:
      /^(core\/secret\.ts|background\/ledgers\/prints\.ts|ui\/deeds\/doctor\.ts|core\/recipes\/hand-over\.ts|azure\/http\.ts|ui\/deeds\/copying\.ts|ui\/views\/created\/secret-field\.tsx)$/,
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

const inLayer = files
  .flatMap(({ path, text }) =>
    [...text.matchAll(/(?:from|import|import\()\s*'(\.[^']+)'/g)].map(([, name = '']) => ({
      path,
      to: normalize(`${dirname(path)}/${name}`)
        .split(sep)
        .join('/'),
    })),
  )
  .map(({ path, to }) => ({ path, from: path.split('/'), to: to.split('/') }))
  .filter(({ from, to }) => from[0] === to[0] && from.length > 2 && to.length > 2);

/** Imports of another room than these tables say; `depth`: 1 for the rooms of a layer, 2 for the screens of the views. */
function straysAt(depth: number, allowed: (from: string[]) => Record<string, string[]> | undefined) {
  return inLayer
    .filter(({ from, to }) => from.length > depth + 1 && to.length > depth + 1 && from[depth - 1] === to[depth - 1])
    .filter(({ from, to }) => from[depth] !== to[depth])
    .filter(({ from, to }) => {
      const table = allowed(from);
      return table !== undefined && !table[from[depth] ?? '']?.includes(to[depth] ?? '');
    })
    .map(({ path, to }) => `${path} → ${to.join('/')}`);
}

test('each room is in the table, and each of the table is there', () => {
  const there = Object.keys(rooms).map((layer) => [
    layer,
    new Set(
      files.map(({ path }) => path.split('/')).flatMap(([top, room, file]) => (top === layer && file ? [room] : [])),
    ),
  ]);
  expect(there).toEqual(Object.entries(rooms).map(([layer, table]) => [layer, new Set(Object.keys(table))]));
});

const guide = readFileSync('CONTRIBUTING.md', 'utf8');

/** The rooms, and of ui the screens too, that stand behind a layer's name in the map; a line that is indented goes on with the one above. */
function drawnFor(layer: string): string[] {
  const map = /## The map\s+```\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const lines = map.replaceAll(/\n +/g, ' ').split('\n');
  const line = lines.findLast((each) => each.startsWith(`${layer} `)) ?? '';
  return line.slice(layer.length).match(/[a-z-]+/g) ?? [];
}

test.each(Object.entries(rooms))('the map of CONTRIBUTING.md names each room of %s', (layer, table) => {
  const roomsIn = (folder: string) =>
    readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? each.name : []));
  const inner = layer === 'ui' ? [...roomsIn('src/ui/views'), ...roomsIn('src/ui/components')] : [];
  expect(drawnFor(layer).sort()).toEqual([...Object.keys(table), ...inner].sort());
});

test('CONTRIBUTING.md names each command, and none that is not there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = [...guide.matchAll(/\bnpm (?:run )?([a-z0-9:]+)/g)].map(([, name = '']) => name);
  expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort());
});

test('each command first installs what a clone misses, or begins with one that does', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const begins = (name = ''): boolean => {
    const [, other] = /^npm run (?:--silent )?(\S+) /.exec(scripts[name] ?? '') ?? [];
    return other ? begins(other) : /^node scripts\/ready\.mjs (--built )?&& /.test(scripts[name] ?? '');
  };
  expect(Object.keys(scripts).filter((name) => !begins(name))).toEqual([]);
});

test('what npm test draws the same each time is drawn anew by unit:thorough', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const filters = scripts['unit:thorough']?.split(' --mode thorough ')[1]?.split(' ') ?? [];
  const drawing = ['src', 'test']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(
        (path) => `${folder}/${path.split(sep).join('/')}`,
      ),
    )
    .filter((path) => /\.test\.tsx?$/.test(path) && /^import .+ from 'fast-check'/m.test(readFileSync(path, 'utf8')));
  expect(drawing.length).toBeGreaterThan(30);
  expect(drawing.filter((path) => !filters.some((filter) => path.includes(filter)))).toEqual([]);
});

test('what CONTRIBUTING.md leads to is there', () => {
  const folders = ['dev-server', 'docs', 'gallery', 'public', 'scripts', 'src', 'test'];
  const under = (folder: string) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) => `/${folder}/${path.split(sep).join('/')}`);
  const paths = [...readdirSync('.'), ...folders].map((name) => `/${name}`).concat(folders.flatMap(under));
  const named = [...guide.matchAll(/`([\w./-]+(?:\/|\.(?:tsx?|md|css|txt|json)))`|\]\(([^)]+)\)/g)].map(
    ([, code = '', link = '']) => code || link,
  );
  // The collected knowledge is not in the repository, and what is built is not there before.
  const elsewhere = ['services.md', 'server.md', 'out/gallery/', 'dist/firefox/manifest.json', 'dist/packages/'];
  const isThere = (name: string) => paths.some((path) => path.endsWith(`/${name.replace(/\/$/, '')}`));
  expect(named.filter((name) => !elsewhere.includes(name) && !/^X\./.test(name) && !isThere(name))).toEqual([]);
  expect(named.length).toBeGreaterThan(50);
  const decisions = [...guide.matchAll(/docs\/decisions\/(\d{3})/g)].map(([, number = '']) => number);
  const written = readdirSync('docs/decisions').map((name) => name.slice(0, 3));
  expect(written).toEqual(expect.arrayContaining(decisions));
});

test('imports between the rooms of a layer point where the map says', () => {
  expect(inLayer.length).toBeGreaterThan(100);
  expect(straysAt(1, ([layer = '']) => rooms[layer])).toEqual([]);
});

test('no rooms import each other in a circle', () => {
  const leadsTo = (table: Record<string, string[]>, room: string, seen: string[] = []): string[] =>
    seen.includes(room) ? [room] : (table[room] ?? []).flatMap((next) => leadsTo(table, next, [...seen, room]));
  for (const table of Object.values(rooms)) {
    for (const room of Object.keys(table)) expect(leadsTo(table, room)).not.toContain(room);
  }
});

test('a screen uses its own parts, the kit, and what the map says; so does a room of the kit', () => {
  expect(straysAt(2, ([layer, room]) => (layer === 'ui' && room === 'views' ? screens : undefined))).toEqual([]);
  expect(straysAt(2, ([layer, room]) => (layer === 'ui' && room === 'components' ? kit : undefined))).toEqual([]);
});

test('views and components know stores and deeds by their types alone', () => {
  const strays = files
    .filter(({ path }) => /^ui\/(views|components)\//.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(/^import (?!type )[^;]*? from '([^']*\/(?:stores|deeds)\/[^']*)'/gm)].map(
        ([, name]) => `${path} → ${name}`,
      ),
    );
  expect(strays).toEqual([]);
});

test('a room holds what one can look over', () => {
  const sheets = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  const counts = new Map<string, number>();
  for (const path of [...files.map((file) => file.path), ...sheets.map((sheet) => sheet.split(sep).join('/'))]) {
    counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > 28)).toEqual([]);
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

/** All that the popup's first frame is made of: what its entry imports, and what that imports, without what it loads later. */
function firstFrame(): { path: string; text: string }[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const found = new Set<string>();
  const waiting = ['popup/main.tsx'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    found.add(path);
    const text = byPath.get(path)?.text ?? '';
    const names = [...text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)].map(
      ([, name = '']) => name,
    );
    for (const name of names) {
      const to = normalize(`${dirname(path)}/${name}`)
        .split(sep)
        .join('/');
      waiting.push(...[`${to}.ts`, `${to}.tsx`].filter((each) => byPath.has(each)));
    }
  }
  return [...found].flatMap((path) => byPath.get(path) ?? []);
}

/** What costs the first frame milliseconds: all of it comes later. `PluralRules` alone is quickly made. */
const costs: { cost: string; by: RegExp }[] = [
  { cost: 'a schema', by: /^import (?!type )[^;]*? from 'zod\/mini'/m },
  { cost: 'every stored value', by: /^import (?!type )[^;]*? from '[^']*\/stored'/m },
  { cost: 'the catalogue of scopes', by: /^import (?!type )[^;]*? from '[^']*scopes\/catalogue'/m },
  { cost: 'the calendar or the collation', by: /\bIntl\.(?!PluralRules)|\.toLocale|localeCompare/ },
  { cost: 'signals', by: /^import (?!type )[^;]*? from '@preact\/signals'/m },
];

test.each(costs)('$cost is in no file of the first frame', ({ by }) => {
  const there = firstFrame().filter(({ text }) => by.test(text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')));
  expect(there.map(({ path }) => path)).toEqual([]);
});

test('the first frame is the popup with its list', () => {
  const paths = firstFrame().map(({ path }) => path);
  expect(paths).toEqual(expect.arrayContaining(['popup/first.tsx', 'ui/views/home/token-row.tsx']));
});
