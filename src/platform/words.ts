import { contained } from '../core/names/visible';
import { browser } from './browser';
import { type MessageKey, message } from './message';

/** The language that the words on the screen are in, which need not be the browser's. */
export const language = () => message('language');

/**
 * Things one after the other: "a, b, c". By a message and not by `Intl.ListFormat`, whose first use costs a new process 13
 * to 27 ms, in the frame that shows the list.
 */
export function listInWords(items: Iterable<string>): string {
  const [first = '', ...others] = [...items].map(contained);
  return others.reduce((list, next) => browser.i18n.getMessage('list_next', [list, next]), first);
}

/** Sentences one after the other; an empty one is left out. */
export function inSequence(...sentences: string[]): string {
  return sentences
    .filter((each) => each !== '')
    .reduce((text, next) => (text ? message('two_sentences', text, next) : next), '');
}

type BaseOf<Key> = Key extends `${infer Base}_other` ? Base : never;
export type PluralKey = BaseOf<MessageKey>;

let plurals: Intl.PluralRules | undefined;

/**
 * A sentence with a number in it, in the form that the language has for that number: `key_one`, `key_other`, and in other
 * languages `key_few` and so on. `$1` is the number, `$2`, `$3` … are `values`.
 */
export function plural(key: PluralKey, count: number, ...values: string[]): string {
  plurals ??= new Intl.PluralRules(language());
  const given = [String(count), ...values.map(contained)];
  return browser.i18n.getMessage(`${key}_${plurals.select(count)}`, given) || message(`${key}_other`, ...given);
}
