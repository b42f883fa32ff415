import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Messages by their keys, as a file of a language has them. */
export type Messages = Readonly<Record<string, string>>;

type Digests = Readonly<Record<string, string>>;

/**
 * What is kept beside a translation, by a digest for each key: what it was made from, and what it said when somebody saw
 * both beside each other; and which messages are the same in English.
 */
export type Kept = { same: readonly string[]; made: Digests; said: Digests };

/** A term of Microsoft's, as docs/languages.md has it: what messages that are the term contain, and what no message does. */
export type Term = { english: string; stem: string; never: readonly string[] };

export const localePath = (language: string) => `public/_locales/${language}/messages.json`;
export const keptPath = (language: string) => `test/languages/${language}.json`;

export function readMessages(language: string): Messages {
  const read = JSON.parse(readFileSync(localePath(language), 'utf8')) as Record<string, { message: string }>;
  return Object.fromEntries(Object.entries(read).map(([key, { message }]) => [key, message]));
}

export const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8);

/** The numbers that each form of the language is for; nobody has so many tokens that one is missing. */
function numbersOf(language: string): ReadonlyMap<string, readonly number[]> {
  const rules = new Intl.PluralRules(language.replace('_', '-'));
  const forms = new Map<string, number[]>();
  for (let count = 0; count < 1000; count += 1) {
    const form = rules.select(count);
    const numbers = forms.get(form) ?? [];
    numbers.push(count);
    forms.set(form, numbers);
  }
  return forms;
}

const FORM = /_(?:zero|one|two|few|many|other)$/;

/** Whether a key is one of the forms of a message with a number in it, by English. */
const isForm = (key: string, english: Messages) => FORM.test(key) && key.replace(FORM, '_other') in english;

/** The message of English that a key is translated from. */
export const originOf = (key: string, english: Messages) => (isForm(key, english) ? key.replace(FORM, '_other') : key);

/** The keys that a file of the language has to have, in the order of English. */
export function wantedKeys(language: string, english: Messages): string[] {
  const forms = [...numbersOf(language).keys()];
  const all = Object.keys(english).flatMap((key) =>
    isForm(key, english) ? forms.map((form) => key.replace(FORM, `_${form}`)) : [key],
  );
  return [...new Set(all)];
}

/** The digests of what each translation that is there would be made from today. */
export function madeOf(language: string, english: Messages, theirs: Messages): Record<string, string> {
  const there = wantedKeys(language, english).filter((key) => key in theirs);
  return Object.fromEntries(there.map((key) => [key, digestOf(english[originOf(key, english)] ?? '')]));
}

/** The digests of what each translation that is there says. */
export function saidIn(language: string, english: Messages, theirs: Messages): Record<string, string> {
  const there = wantedKeys(language, english).filter((key) => key in theirs);
  return Object.fromEntries(there.map((key) => [key, digestOf(theirs[key] ?? '')]));
}

const placeholders = (text: string) => new Set(text.match(/\$\d/g));

/** A form for one number alone may say it in words; what English leaves out of a form may be left out of the same one. */
function hasPlaceholders(
  key: string,
  text: string,
  { english, forms }: { english: Messages; forms: ReturnType<typeof numbersOf> },
) {
  const wanted = placeholders(english[originOf(key, english)] ?? '');
  const found = placeholders(text);
  const numbers = forms.get(FORM.exec(key)?.[0].slice(1) ?? '') ?? [];
  const inSameForm = english[key] === undefined ? wanted : placeholders(english[key]);
  const isFree = (each: string) =>
    isForm(key, english) && (each === '$1' ? numbers.length === 1 : !inSameForm.has(each));
  return [...found].every((each) => wanted.has(each)) && [...wanted].every((each) => found.has(each) || isFree(each));
}

const WORD = /\p{L}{2}/u;
const saysNothing = (text: string) => !WORD.test(text.replace(/\$\d/g, ''));

const ENDS: readonly { of: RegExp; in: RegExp }[] = [
  { of: /…$/, in: /…$/ },
  { of: /[^.]\.$/, in: /[.。]$/ },
  { of: /\?$/, in: /[?？؟]$/ },
];

const endsAlike = (text: string, english: string) => ENDS.every((end) => end.of.test(english) === end.in.test(text));

/** Messages that are a term: in them it has to be Microsoft's. */
export const TERMS: Readonly<Record<string, readonly string[]>> = {
  'personal access token': ['extension_description', 'area_personal_access_tokens'],
  token: ['token', 'tokens', 'new_token', 'create_token', 'copy_token'],
  revoke: ['revoke', 'revoke_item', 'revoke_ask', 'revoke_named', 'state_revoked', 'revoke_all'],
  scope: ['scopes', 'search_scopes', 'chosen_scopes', 'column_scopes'],
  organization: ['organization', 'all_organizations', 'column_organization'],
  expire: ['expires', 'expired', 'state_expired', 'column_expires'],
  'expiry date': ['expiry_date'],
  'full access': ['full_access', 'full_access_word'],
  read: ['level_read'],
  'agent pools': ['area_agent_pools'],
  'work items': ['area_work_items'],
  release: ['area_release'],
  feed: ['recipe_field_feed'],
  'sign in': ['open_sign_in'],
  settings: ['settings'],
};

function strayTerms(theirs: Messages, terms: readonly Term[]): string[] {
  const lower = (text: string) => text.toLocaleLowerCase();
  const wrong = terms.flatMap(({ english, stem }) =>
    (stem === '' ? [] : (TERMS[english] ?? []))
      .filter((key) => key in theirs && !lower(theirs[key] ?? '').includes(lower(stem)))
      .map((key) => `${key} has no “${stem}”`),
  );
  const forbidden = terms.flatMap(({ never }) => never);
  const bad = Object.entries(theirs).flatMap(([key, text]) =>
    key.startsWith('synonyms_')
      ? []
      : forbidden.filter((word) => lower(text).includes(lower(word))).map((word) => `${key} has “${word}”`),
  );
  return [...wrong, ...bad];
}

/** Messages that name a button, a heading or a page: it is called there as where it stands. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  built_in_gap_packages: ['built_in_name_publish_packages'],
  built_in_gap_run_pipelines: ['built_in_name_build_and_release'],
  copy_failed: ['show_token'],
  cure_expiring: ['extend_item', 'rotate_item'],
  cure_full_access: ['narrow_item'],
  cure_global: ['replace_item'],
  cure_old: ['rotate_item'],
  cure_unnamed: ['edit_item'],
  cure_wide: ['narrow_item'],
  fail_invalid_token_rotating: ['needs_attention'],
  guard_question_more: ['guard_revoke', 'doctor'],
  import_explain: ['quick_mint'],
  import_unpinned: ['quick_mint'],
  keep_for_a_time_explain: ['done'],
  keys_off: ['settings', 'keyboard'],
  purposes_explain: ['quick_mint'],
  quick_mint_none: ['purposes'],
  recipe_warning_oauth_mode: ['recipe_name_git_helper'],
  rotation_ends: ['have_replaced'],
  rotation_next: ['done'],
  rotation_not_ended: ['needs_attention'],
  rotation_until_confirmed: ['have_replaced'],
  rotation_until_revoked: ['revoke_old'],
  say_other_ways_explain: ['new_token'],
  settings_add_hint: ['add'],
  stopped_failure: ['resume'],
  stopped_identity: ['resume'],
  welcome_secret: ['done'],
};

const callsOtherwise = (theirs: Messages) =>
  Object.entries(NAMED).flatMap(([key, names]) =>
    names
      .filter((name) => key in theirs && !(theirs[key] ?? '').includes(theirs[name] ?? ''))
      .map((name) => `${key} has no “${theirs[name]}”`),
  );

/** Languages that are written from right to left. */
const FROM_RIGHT: readonly string[] = ['ar'];

/** A Latin word that begins with a sign, as `.npmrc` does, without the mark before it that keeps the sign there. */
const LOSES_ITS_SIGN = /(?:^|[\s«»(),،؛“”"\u200f])[.~@%\-_*/\\<[]+[A-Za-z]/u;

/** One that ends with a sign, as `https://` does, without the mark after it. */
const LOSES_ITS_END = /[A-Za-z][:/\\]*[/\\](?:[\s«»(),،؛.]|$)/u;

/** A « between Latin words that opens on the wrong side, since all of it is read from left to right: U+200F parts them. */
const TURNS_ITS_QUOTE = /[A-Za-z0-9][^\u0621-\u06ff\u200f]*«[A-Za-z]/u;

/** The browser stores cut no more: developer.chrome.com, manifest, name and description. */
const LONGEST: Messages = { extension_name: '75', extension_description: '132' };

export type Given = {
  english: Messages;
  theirs: Messages;
  kept: Kept;
  names: readonly string[];
  terms: readonly Term[];
};

/** What is wrong with a translation, a line for each kind of fault with the keys that have it. */
export function faultsOf(language: string, { english, theirs, kept, names, terms }: Given): string[] {
  const wanted = wantedKeys(language, english);
  const there = wanted.filter((key) => key in theirs);
  const forms = numbersOf(language);
  const textOf = (key: string) => theirs[key] ?? '';
  const originIn = (key: string) => english[originOf(key, english)] ?? '';
  const isSame = (key: string) => textOf(key) === (english[key] ?? originIn(key)) && !saysNothing(textOf(key));
  const isName = (key: string) => names.includes(key) || kept.same.includes(key);
  const made = madeOf(language, english, theirs);
  const said = saidIn(language, english, theirs);
  const faults: Record<string, string[]> = {
    missing: wanted.filter((key) => !(key in theirs)),
    'not in English': Object.keys(theirs).filter((key) => !wanted.includes(key)),
    empty: there.filter((key) => textOf(key).trim() === ''),
    'other placeholders': there.filter((key) => !hasPlaceholders(key, textOf(key), { english, forms })),
    'a $ without its number': there.filter((key) => /\$(?![1-9])/.test(textOf(key))),
    'blanks at an end, or two of them': there.filter((key) => /^\s|\s$| {2}/.test(textOf(key))),
    'another end (… . ?)': there.filter((key) => !endsAlike(textOf(key), originIn(key))),
    'the same as English, and not listed so': there.filter((key) => isSame(key) && !isName(key)),
    'listed as the same, but not so': kept.same.filter((key) => textOf(key) !== (english[key] ?? originIn(key))),
    'made from another English': there.filter((key) => made[key] !== kept.made[key]),
    'changed, and not seen beside its English since': there.filter((key) => said[key] !== kept.said[key]),
    'no U+200E before a Latin word that begins with a sign': there.filter(
      (key) => FROM_RIGHT.includes(language) && LOSES_ITS_SIGN.test(textOf(key)),
    ),
    'no U+200E after a Latin word that ends with a sign': there.filter(
      (key) => FROM_RIGHT.includes(language) && LOSES_ITS_END.test(textOf(key)),
    ),
    'no U+200F before a « between Latin words': there.filter(
      (key) => FROM_RIGHT.includes(language) && TURNS_ITS_QUOTE.test(textOf(key)),
    ),
    'too long': Object.keys(LONGEST).filter((key) => textOf(key).length > Number(LONGEST[key])),
    'other terms': strayTerms(theirs, terms),
    'a button called otherwise': callsOtherwise(theirs),
  };
  return Object.entries(faults).flatMap(([fault, keys]) =>
    keys.length === 0 ? [] : [`${language}: ${fault} (${keys.length}): ${keys.join(', ')}`],
  );
}

/** The terms of a language, from its table in docs/languages.md. */
export function termsOf(guide: string, name: string): Term[] {
  const [, table = ''] = new RegExp(`### ${name}\\n([\\s\\S]*?)(?=\\n##|$)`).exec(guide) ?? [];
  return table
    .split('\n')
    .filter((line) => /^\| [a-z]/.test(line))
    .map((line) => {
      const [, english = '', , stem = '', never = ''] = line.split('|').map((cell) => cell.trim());
      const quoted = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word);
      return { english: english.split(' /')[0] ?? '', stem: quoted(stem)[0] ?? '', never: quoted(never) };
    });
}
