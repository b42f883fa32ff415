import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import messages from '../public/_locales/en/messages.json';
import { FAULTS } from '../src/core/doctor/form';
import { OTHERS } from '../src/core/doctor/others';
import { TOKEN_COLUMNS } from '../src/core/exports/tokens';
import { SITE_FAULTS } from '../src/core/guard/guard';
import { PRESETS } from '../src/core/purposes/built-in';
import { OTHER_WAYS } from '../src/core/purposes/other-ways';
import { FIELDS } from '../src/core/recipes/fields';
import { RECIPES } from '../src/core/recipes/recipes';
import { Failure, OWN_DETAILS } from '../src/core/result';
import { Reason } from '../src/core/revoke-all/journal';
import { How } from '../src/core/rotation/state';
import { AREAS, UNLISTED_AREAS } from '../src/core/scopes/catalogue';
import type { Family } from '../src/platform/message';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.(test|stories)\./.test(path))
  .map((path) => readFileSync(`src/${path}`, 'utf8'))
  .join('\n');
const manifest = readFileSync('manifest.json', 'utf8');
const keys = Object.keys(messages);

const words = new Set([...source.matchAll(/\b\w+\b/g)].map(([word]) => word));
const quoted = new Set([...source.matchAll(/'(\w+)'/g)].map(([, word]) => word));
const inManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, key = '']) => key);

/** Keys that are made of parts: `recipes_${fit}`. What may stand in the gap is a word of the source, too. */
const made = [...source.matchAll(/(?:\bm\(|MessageKey = )`(\w*)\$\{\w+\}(\w*)`/g)].map(
  ([, before = '', after = '']) => ({
    before,
    after,
  }),
);

function isMade(key: string): boolean {
  return made.some(
    ({ before, after }) =>
      key.startsWith(before) && key.endsWith(after) && words.has(key.slice(before.length, key.length - after.length)),
  );
}

const areas = [...AREAS, ...UNLISTED_AREAS];
const levels = areas.flatMap((area) => area.levels);

const purposes = PRESETS.map(({ id }) => id);

const kinds = Failure.def.options.flatMap((option) => option.def.shape.kind.def.values);
const isGiven = (id: string | undefined) => id !== undefined;

/** The ids that core's tables have for each family of messages. */
const families: Record<Family, readonly string[]> = {
  area: areas.map(({ id }) => id),
  synonyms: AREAS.map(({ id }) => id),
  level: levels.map(({ level }) => level),
  scope: levels.map(({ scope }) => scope),
  column: [...TOKEN_COLUMNS, 'at', 'deed', 'by', 'outcome', 'reason', 'id'],
  reason: [...new Set([...kinds, ...Reason.options, ...How.options.filter((how) => how !== 'replaced')])],
  detail: OWN_DETAILS,
  other_way: OTHER_WAYS,
  way_source: OTHER_WAYS,
  system: OTHERS.map(({ system }) => system),
  fault: FAULTS,
  site_fault: SITE_FAULTS,
  built_in_name: purposes,
  built_in_gap: purposes,
  built_in_source: purposes,
  recipe_name: RECIPES.map(({ id }) => id),
  recipe_field: FIELDS,
  recipe_where: RECIPES.map(({ where }) => where),
  recipe_warning: RECIPES.flatMap((each) => [each.warning, each.warningOnHttp, each.warningOnServer]).filter(isGiven),
  recipe_path: RECIPES.map(({ path }) => path).filter(isGiven),
};

/** Messages that a number chooses among: `days_one`, `days_other`, asked for as `days`. */
const plurals = keys.filter((key) => key.endsWith('_other')).map((key) => key.replace(/_other$/, ''));
const baseOf = (key: string) => plurals.find((base) => [`${base}_one`, `${base}_other`].includes(key));

const isOf = (family: string) => (key: string) => key.startsWith(`${family}_`);

test.each(Object.entries(families))(
  'the family %s has a message for each id of its table, and no other',
  (family, ids) => {
    const wanted = new Set(ids.map((id) => `${family}_${id.replace(/[.-]/g, '_')}`));
    expect(wanted.size).toBe(new Set(ids).size);
    expect(keys.filter(isOf(family)).sort()).toEqual([...wanted].sort());
  },
);

test('each message is used', () => {
  const isUsed = (key: string) => quoted.has(baseOf(key) ?? key) || inManifest.includes(key) || isMade(key);
  const ofNoFamily = keys.filter((key) => !Object.keys(families).some((family) => isOf(family)(key)));
  expect(made.length).toBeGreaterThan(0);
  expect(ofNoFamily.filter((key) => !isUsed(key))).toEqual([]);
});

test('each message with a number has both forms of English', () => {
  expect(plurals.filter((base) => !(`${base}_one` in messages))).toEqual([]);
});

test('each message that is used is there, and says something', () => {
  const asked = [...source.matchAll(/\b(?:m|message)\('(\w+)'/g)].map(([, key = '']) => key);
  expect([...asked, ...inManifest].filter((key) => !(key in messages))).toEqual([]);
  expect(Object.entries(messages).filter(([, { message }]) => message.trim() === '')).toEqual([]);
});

test('each message says to a translator where it stands, and what is filled in', () => {
  const lacks = (key: string, message: string, description = '') =>
    description === '' || (message.match(/\$\d/g) ?? []).some((gap) => !description.includes(gap)) ? [key] : [];
  const all: Record<string, { message: string; description?: string }> = messages;
  expect(Object.entries(all).flatMap(([key, { message, description }]) => lacks(key, message, description))).toEqual(
    [],
  );
});
