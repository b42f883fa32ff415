import { visible } from './visible';

/**
 * Letters and digits that look like a Latin letter, in small ones. Chosen from confusables.txt of UTS #39: what a
 * keyboard or a list of look-alikes has at hand. Digits and letters that some fonts show alike are among them.
 */
const LOOKS: readonly (readonly [latin: string, others: string])[] = [
  ['a', 'аαɑᎪＡꓮ'],
  ['b', 'ьвβЬᏴꓐ'],
  ['c', 'сᴄϲᏟⅽꓚ'],
  ['d', 'ԁɗᎠⅾꓓ'],
  ['e', 'еєεҽᎬꓰ'],
  ['f', 'ғſƒϝꓝ'],
  ['g', 'ɡցԍᏀꓖ'],
  ['h', 'һհнΗᎻꓧ'],
  ['j', 'јյϳᎫꓙ'],
  ['k', 'кκҝᏦꓗ'],
  ['l', '1iіıɩιⅼӏ|ǀᏞꓡꓲ'],
  ['m', 'мΜᎷⅿꓟ'],
  ['n', 'пηոռΝꓠ'],
  ['o', '0оοօσөᴏꓳ'],
  ['p', 'рρᏢꓑ'],
  ['q', 'ԛզϙ'],
  ['r', 'гᴦᏒꓣ'],
  ['s', 'ѕꜱᏚ5ꓢ'],
  ['t', 'тτᎢꓔ'],
  ['u', 'υսцμᴜꓴ'],
  ['v', 'νѵᏙⅴꓦ'],
  ['w', 'ԝաωшᏔꓪ'],
  ['x', 'хχⅹꓫ×'],
  ['y', 'уγүყᎩꓬʏ'],
  ['z', 'ᴢᏃ2ζꓜ'],
  ['3', 'зʒȝ'],
  ['4', 'ч'],
  ['6', 'б'],
  ['8', 'ȣ'],
  ['-', '\u2212\u02d7'],
  ['_', '\u02cd'],
  [':', '\u2236\ua789'],
  ['/', '\u2044\u2215'],
  ['.', '\u00b7\u2024'],
  ["'", '\u2018\u2019\u02bc'],
];

const latin: ReadonlyMap<string, string> = new Map(
  LOOKS.flatMap(([letter, others]) => [...others].map((other) => [other.toLowerCase(), letter] as const)),
);

/** Capitals that look like another letter than their small ones. */
const CAPITALS: Readonly<Record<string, string>> = { Μ: 'm', Ν: 'n' };

/** Dots and strokes below a letter, where a line may hide them, and through it. */
const UNDER = /[\u0316-\u0319\u031c-\u0320\u0323-\u0326\u0329-\u0338]/g;

/** What is not seen of a name, in the form in which `visible` shows it. */
const SHOWN_CODE = /\\u\{[0-9A-F]+\}/g;

/**
 * What a name looks like: two names with one skeleton can be taken for each other. It is for comparing only. Without
 * what nobody sees, of one width and case, each letter as the Latin one that it looks like.
 */
export function skeletonOf(name: string): string {
  const seen = visible(name.normalize('NFKD'))
    .replace(SHOWN_CODE, '')
    .replace(/\ufe0f|\u200d/g, '')
    .replace(UNDER, '')
    .replace(/[ΜΝ]/g, (capital) => CAPITALS[capital] ?? capital);
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
