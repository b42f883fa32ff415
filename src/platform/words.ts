import { contained } from '../core/names/visible';
import { browser } from './browser';
import { type MessageKey, message } from './message';

/** The language that the words on the screen are in, which need not be the browser's. */
export const language = () => message('language');

let lists: Intl.ListFormat | undefined;

/** Things one after the other, as the language lists them: "a, b, c". */
export function listInWords(items: Iterable<string>): string {
  lists ??= new Intl.ListFormat(language(), { type: 'conjunction', style: 'narrow' });
  return lists.format([...items].map(contained));
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
