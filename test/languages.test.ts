import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { digestOf, faultsOf, type Given, localePath, readMessages, TERMS, termsOf } from '../scripts/translations';
import { givenFor } from '../scripts/words';
import { LANGUAGE_IDS, LANGUAGES } from '../src/core/languages';
import { recentDayInWords } from '../src/platform/in-words/expected';
import { speak } from '../src/platform/message';

const there = LANGUAGE_IDS.filter((id) => id !== 'en' && existsSync(localePath(id)));

test('each language that is there is in the table', () => {
  expect(LANGUAGE_IDS).toEqual(expect.arrayContaining(readdirSync('public/_locales')));
});

test.each(there)('%s says all that English says, in the words of its glossary', (language) => {
  expect(faultsOf(language, givenFor(language))).toEqual([]);
});

test.each(['en', ...there] as const)('the file of %s says which language it is', (language) => {
  expect(readMessages(language).language).toBe(language.replace('_', '-'));
});

test.each(['en', ...there] as const)(
  'Chromium takes the file of %s: no two values stand without a sign between them',
  (language) => {
    // "$1$" is the name of a placeholder there, and one that is not declared keeps the whole extension from being loaded.
    const named = Object.entries(readMessages(language)).filter(([, message]) => /\$\w+\$/.test(message));
    expect(named).toEqual([]);
  },
);

test.each(LANGUAGE_IDS.filter((id) => id !== 'en'))('docs/languages.md has each term of the test in %s', (language) => {
  const terms = termsOf(readFileSync('docs/languages.md', 'utf8'), LANGUAGES[language]);
  expect(terms.map(({ english }) => english)).toEqual(expect.arrayContaining(Object.keys(TERMS)));
});

afterEach(() => speak(null));

test.each([
  ['en', 'November 25'],
  ['de', '25. November'],
  ['fr', '25 novembre'],
  ['es', '25 de noviembre'],
  ['ja', '11月25日'],
  ['zh_CN', '11月25日'],
  ['ar', '25 نوفمبر'],
] as const)('a day not long ago is said in %s as %s', (language, words) => {
  speak(readMessages(language));
  expect(recentDayInWords(new Date(2026, 10, 25, 12).getTime())).toBe(words);
});

const given: Given = {
  english: { name: 'Name', ask: 'Revoke $1?', days_one: '1 day', days_other: '$1 days of $2' },
  theirs: { name: 'Name', ask: '$1 widerrufen?', days_one: '1 Tag von $2', days_other: '$1 Tage von $2' },
  kept: { same: ['name'], made: { name: 'dcd1d5223f73', ask: '', days_one: '', days_other: '' }, said: {} },
  names: [],
  terms: [{ english: 'revoke', stem: 'widerruf', never: ['zurückziehen'] }],
};

test('what is wrong with a translation is told by the keys', () => {
  const told = (theirs: Given['theirs'], language = 'de') =>
    faultsOf(language, { ...given, theirs: { ...given.theirs, ...theirs } }).filter(
      (each) => !/made from|not seen/.test(each),
    );
  expect(told({})).toEqual([]);
  expect(told({ ask: 'widerrufen?' })).toEqual(['de: other placeholders (1): ask']);
  expect(told({ ask: '$1 zurückziehen' })).toEqual([
    'de: another end (… . ?) (1): ask',
    'de: other terms (1): ask has “zurückziehen”',
  ]);
  expect(told({ more: 'Mehr', days_other: '' })).toEqual(
    expect.arrayContaining(['de: not in English (1): more', 'de: empty (1): days_other']),
  );
  expect(told({ add: 'Dazu', settings_add_hint: 'Klicken Sie auf „Hinzu“.' })).toContain(
    'de: a button called otherwise (1): settings_add_hint has no “Dazu”',
  );
  // English says "1 day" of no $2.
  expect(told({ days_one: '1 Tag' })).toEqual([]);
  expect(told({ days_other: '$1 Tage' })).toEqual(['de: other placeholders (1): days_other']);
  // The form of French for one is for none, too.
  expect(told({}, 'fr')).toEqual(['fr: other placeholders (1): days_one']);
  expect(told({}, 'ar')).toEqual(['ar: missing (4): days_zero, days_two, days_few, days_many']);
  const signs = 'ar: no U+200E before a Latin word that begins with a sign (1): name';
  expect(told({ name: 'في .npmrc' }, 'ar')).toContain(signs);
  expect(told({ name: 'في \u200e.npmrc' }, 'ar')).not.toContain(signs);
  const ends = 'ar: no U+200E after a Latin word that ends with a sign (1): name';
  expect(told({ name: 'عبر https://. أضف' }, 'ar')).toContain(ends);
  expect(told({ name: 'عبر https://\u200e. أضف' }, 'ar')).not.toContain(ends);
  const quotes = 'ar: no U+200F before a « between Latin words (1): name';
  expect(told({ name: 'Microsoft: «Sign in»' }, 'ar')).toContain(quotes);
  expect(told({ name: 'Microsoft: \u200f«Sign in» و«Use»' }, 'ar')).not.toContain(quotes);
  expect(told({}, 'ja')).toEqual(['ja: not in English (1): days_one']);
});

test('a translation is seen beside its English again when either of them has changed', () => {
  const english = { cancel: 'Cancel rotation' };
  const before = { cancel: 'Rotation abbrechen' };
  const digest = (text: string) => ({ cancel: digestOf(text) });
  const kept = { same: [], made: digest(english.cancel), said: digest(before.cancel) };
  const told = (changed: Partial<Given>) =>
    faultsOf('de', { english, theirs: before, kept, names: [], terms: [], ...changed });
  expect(told({})).toEqual([]);
  expect(told({ english: { cancel: 'Finish rotation' } })).toEqual(['de: made from another English (1): cancel']);
  expect(told({ theirs: { cancel: 'Rotation abschließen' } })).toEqual([
    'de: changed, and not seen beside its English since (1): cancel',
  ]);
});
