import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync('src/ui/base.css', 'utf8');

/** What has a colour of its own for each theme, by name: light, dark. */
const colours = new Map(
  [...sheet.matchAll(/^ {2}--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/gm)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

type Theme = 'light' | 'dark';

/** Source: WCAG 2.2, "relative luminance". */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string, theme: Theme): number {
  const [a, b] = [one, other].map((name) => luminance(colours.get(name)?.[theme] ?? '')).sort((x, y) => y - x);
  return ((a ?? 0) + 0.05) / ((b ?? 0) + 0.05);
}

const GROUNDS = ['ground', 'subtle', 'raised'];

/** What is read, and on what: at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const READ: Readonly<Record<string, readonly string[]>> = {
  text: [...GROUNDS, 'tint', 'warning-tint', 'danger-tint'],
  'text-2': [...GROUNDS, 'tint'],
  'text-3': GROUNDS,
  accent: [...GROUNDS, 'tint'],
  'on-accent': ['accent', 'accent-hover'],
  'on-tint': ['tint', 'tint-hover'],
  warning: [...GROUNDS, 'warning-tint'],
  danger: [...GROUNDS, 'danger-tint'],
  'on-danger': ['danger-fill', 'danger-fill-hover'],
  global: [...GROUNDS, 'global-tint'],
};

/** What is seen as a shape: the edges of what is pressed or filled in, and the focus. At least 3 to 1 (1.4.11). */
const SEEN: Readonly<Record<string, readonly string[]>> = {
  control: GROUNDS,
  accent: [...GROUNDS, 'tint', 'danger-tint', 'warning-tint'],
  danger: GROUNDS,
  'danger-edge': GROUNDS,
};

/** Nobody has to see it to understand or press anything. */
const DECORATIVE = ['divider'];

const pairs = (table: Readonly<Record<string, readonly string[]>>, least: number) =>
  Object.entries(table).flatMap(([name, grounds]) =>
    grounds.flatMap((ground) => (['light', 'dark'] as const).map((theme) => ({ name, ground, theme, least }))),
  );

test.each([...pairs(READ, 4.5), ...pairs(SEEN, 3)])('$name on $ground, $theme: at least $least', (pair) => {
  expect(contrast(pair.name, pair.ground, pair.theme)).toBeGreaterThanOrEqual(pair.least);
});

test('each colour of the sheet is measured', () => {
  const measured = [READ, SEEN].flatMap((table) => [...Object.keys(table), ...Object.values(table).flat()]);
  expect([...colours.keys()].sort()).toEqual([...new Set([...measured, ...DECORATIVE])].sort());
});

test('no other sheet has a colour of its own', () => {
  const bare = /#[0-9a-f]{3,8}\b|rgb\(|hsl\(|oklch\(/i;
  const sheets = import.meta.glob<string>('../src/**/*.css', { query: '?raw', import: 'default', eager: true });
  const strays = Object.entries(sheets).filter(([path, text]) => !path.endsWith('base.css') && bare.test(text));
  expect(strays.map(([path]) => path)).toEqual([]);
});
