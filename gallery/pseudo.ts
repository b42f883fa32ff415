import type { Texts } from '../src/platform/message';

/** What stands around each message: a text without it was not asked for as one. */
export const [OPEN, CLOSE] = ['⟦', '⟧'];

const PLAIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ACCENTED = [...'ÁƁÇÐÉƑĜĤÎĴĶĻṀŃÓṔǪŔŠŢÛṼŴẊÝŽáƀçðéƒĝĥîĵķļṁńóṕǫŕšţûṽŵẋýž'];

/** German is that much longer than English. */
const LONGER = 0.4;

const accented = (text: string) => text.replace(/[A-Za-z]/g, (letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter);

/** Of a word a longer word, as a compound is; of a sentence more words. */
function padding(text: string): string {
  const letters = Math.ceil(text.replace(/\$\d/g, '').length * LONGER);
  const words = 'ûñðéŕļóñĝ'.repeat(Math.ceil(letters / 9)).slice(0, letters);
  return text.includes(' ') ? ` ${words.match(/.{1,7}/gu)?.join(' ') ?? ''}` : words;
}

/** A message in a language that nobody speaks: with accents, longer, and in brackets. */
export const pseudo = (text: string): string =>
  /[A-Za-z]/.test(text) ? `${OPEN}${accented(text)}${padding(text)}${CLOSE}` : text;

/** Messages that are no words: a tag, and a word that is typed. */
const AS_THEY_ARE = ['language', 'full_access_word', 'all_organizations_word'];

/** All messages so; one that is not there says so. */
export function pseudoTexts(english: Texts): Texts {
  const texts = Object.fromEntries(
    Object.entries(english).map(([key, text]) => [key, AS_THEY_ARE.includes(key) ? text : pseudo(text)]),
  );
  return new Proxy(texts, { get: (_, key) => texts[String(key)] ?? `${OPEN}missing: ${String(key)}${CLOSE}` });
}
