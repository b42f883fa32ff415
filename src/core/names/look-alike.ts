import { visible } from './visible';

/**
 * Letters and digits that look like a Latin letter, in small ones. Chosen from confusables.txt of UTS #39: what a
 * keyboard or a list of look-alikes has at hand. Digits and letters that some fonts show alike are among them.
 */
const LOOKS: readonly (readonly [latin: string, others: string])[] = [
  ['a', 'аαɑᎪＡ'],
  ['b', 'ьвβЬᏴ'],
  ['c', 'сᴄϲᏟⅽ'],
  ['d', 'ԁɗᎠⅾ'],
  ['e', 'еєεҽᎬ'],
  ['f', 'ғſƒϝ'],
  ['g', 'ɡցԍᏀ'],
  ['h', 'һհнΗᎻ'],
  ['j', 'јյϳᎫ'],
  ['k', 'кκҝᏦ'],
  ['l', '1iіıɩιⅼӏ|ǀᏞ'],
  ['m', 'мΜᎷⅿ'],
  ['n', 'пηոռΝ'],
  ['o', '0оοօσөᴏ'],
  ['p', 'рρᏢ'],
  ['q', 'ԛզϙ'],
  ['r', 'гᴦᏒ'],
  ['s', 'ѕꜱᏚ5'],
  ['t', 'тτᎢ'],
  ['u', 'υսцμᴜ'],
  ['v', 'νѵᏙⅴ'],
  ['w', 'ԝաωшᏔ'],
  ['x', 'хχⅹ'],
  ['y', 'уγүყᎩ'],
  ['z', 'ᴢᏃ2ζ'],
];

const latin: ReadonlyMap<string, string> = new Map(
  LOOKS.flatMap(([letter, others]) => [...others].map((other) => [other.toLowerCase(), letter] as const)),
);

/** What is not seen of a name, in the form in which `visible` shows it. */
const SHOWN_CODE = /\\u\{[0-9A-F]+\}/g;

/**
 * What a name looks like: two names with one skeleton can be taken for each other. It is for comparing only. Without
 * what nobody sees, of one width and case, each letter as the Latin one that it looks like.
 */
export function skeletonOf(name: string): string {
  const seen = visible(name.normalize('NFKC'))
    .replace(SHOWN_CODE, '')
    .replace(/\ufe0f|\u200d/g, '');
  const plain = seen
    .toLowerCase()
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
  return [...plain]
    .map((sign) => latin.get(sign) ?? sign)
    .join('')
    .replaceAll('rn', 'm');
}

export const looksLike = (a: string, b: string): boolean => skeletonOf(a) === skeletonOf(b);

/** The scripts that have letters of each other's looks. Source: UTS #39, confusables.txt. */
const ALIKE = ['Latn', 'Cyrl', 'Grek', 'Armn', 'Cher', 'Copt', 'Geor', 'Lisu'].map(
  (script) => new RegExp(`\\p{sc=${script}}`, 'u'),
);

/** Whether a name has letters of one of those scripts at most: two of them in one name are there to be mistaken. */
export function isOfOneScript(name: string): boolean {
  return ALIKE.filter((script) => script.test(name)).length <= 1;
}
