import { contained } from '../core/names/visible';
import { type MessageKey, message, textOf } from './message';

/** The language that the words on the screen are in, which need not be the browser's. */
export const language = () => textOf('language');

/** Which way they are read. */
export const direction = () => (language() === 'ar' ? 'rtl' : 'ltr');

/** The same for dates and numbers: in the digits in which ids and versions are written, too. */
export const locale = () => `${language()}-u-nu-latn`;

/**
 * What is costly to make and belongs to the language of the words, such as a formatter of dates: made when it is first
 * asked for, and anew in another language.
 */
export function perLanguage<T>(make: (of: string) => T): () => T {
  let made: { locale: string; value: T } | undefined;
  return () => {
    const now = locale();
    if (made?.locale !== now) made = { locale: now, value: make(now) };
    return made.value;
  };
}

type BaseOf<Key> = Key extends `${infer Base}_other` ? Base : never;
export type PluralKey = BaseOf<MessageKey>;

const plurals = perLanguage((of) => new Intl.PluralRules(of));

/**
 * A sentence with a number in it, in the form that the language has for that number: `key_one`, `key_other`, and in other
 * languages `key_few` and so on. `$1` is the number, `$2`, `$3` … are `values`.
 */
export function plural(key: PluralKey, count: number, ...values: string[]): string {
  const given = [String(count), ...values.map(contained)];
  return textOf(`${key}_${plurals().select(count)}`, given) || message(`${key}_other`, ...given);
}
