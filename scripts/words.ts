import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { LANGUAGES, type Language } from '../src/core/languages';
import * as translations from './translations';

const USAGE = `npm run words -- missing de        what is wrong with a language, a line for each kind of fault
npm run words -- made de           keeps of which English each message is the translation, and how it reads, of all that are there
npm run words -- made de a_key …   the same of these alone
npm run words -- stale de          each message that has changed, or its English: its key, the English, what stands there`;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

function keptOf(language: Language): translations.Kept {
  const path = translations.keptPath(language);
  return existsSync(path) ? (readJson(path) as translations.Kept) : { same: [], made: {}, said: {} };
}

/** All that a language is judged by. */
export function givenFor(language: Language): translations.Given {
  const { same: names } = readJson('test/languages/names.json') as { same: string[] };
  const guide = readFileSync('docs/languages.md', 'utf8');
  const theirs = existsSync(translations.localePath(language)) ? translations.readMessages(language) : {};
  const terms = translations.termsOf(guide, LANGUAGES[language]);
  return { english: translations.readMessages('en'), theirs, kept: keptOf(language), names, terms };
}

type Digests = translations.Kept['made'];

/** What was kept, with what is so now of these keys, or of all. */
function renewed(before: Digests, now: Digests, keys: readonly string[]): Digests {
  if (keys.length === 0) return now;
  const others = Object.entries(before).filter(([key]) => key in now);
  return Object.fromEntries([...others, ...keys.map((key) => [key, now[key] ?? ''])]);
}

function keep(language: Language, keys: readonly string[]): void {
  const { english, theirs, kept } = givenFor(language);
  const made = renewed(kept.made, translations.madeOf(language, english, theirs), keys);
  const said = renewed(kept.said, translations.saidIn(language, english, theirs), keys);
  writeFileSync(translations.keptPath(language), `${JSON.stringify({ same: kept.same, made, said }, null, 2)}\n`);
}

function main([deed = '', language = '', ...keys]: string[]): number {
  if (!(language in LANGUAGES)) {
    console.log(USAGE);
    return 1;
  }
  const known = language as Language; // by the line above
  const given = givenFor(known);
  if (deed === 'made') keep(known, keys);
  if (deed === 'stale') {
    const { english, theirs, kept } = given;
    const made = translations.madeOf(known, english, theirs);
    const said = translations.saidIn(known, english, theirs);
    for (const key of Object.keys(made).filter((each) => each in kept.made))
      if (made[key] !== kept.made[key] || said[key] !== kept.said[key])
        console.log(`${key}\n  ${english[translations.originOf(key, english)]}\n  ${theirs[key]}`);
  }
  if (deed === 'missing') {
    const faults = translations.faultsOf(known, given);
    console.log(faults.length === 0 ? `${language}: nothing is missing.` : faults.join('\n'));
    return faults.length === 0 ? 0 : 1;
  }
  return 0;
}

if (process.argv[1]?.endsWith('words.ts')) process.exitCode = main(process.argv.slice(2));
