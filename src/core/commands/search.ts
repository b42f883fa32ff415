/** What is searched among: by its name first, by what else is known of it too. */
export type Findable<T> = { of: T; name: string; all: string };

/** A deed, the words it is called by, and to what it can be done. The first of several is done where no word names one. */
export type Deed<T, D> = { deed: D; words: readonly string[]; can: (of: T) => boolean };

/** The lower the rank, the nearer it is to what was typed. */
export type Found<T, D> = { of: T; deed: D; rank: number };

/**
 * More than is known of a token with every scope there is. What a server writes of one can be as long as it likes, and is
 * gone through with every key.
 */
const LONGEST = 3_000;

export const findable = <T>(of: T, name: string, also: string): Findable<T> => ({
  of,
  name: name.slice(0, LONGEST).toLowerCase(),
  all: `${name} ${also}`.slice(0, LONGEST).toLowerCase(),
});

/** The words of a text, as they are compared. */
export const wordsOf = (text: string): string[] => text.toLowerCase().match(/[^\s…]+/gu) ?? [];

const IN_A_WORD = /[\p{L}\p{N}]/u;

/** Where a word stands: 0 begins the name, 1 begins a word of it, 2 is in it, 3 is said elsewhere, 4 is nowhere. */
function placeOf(word: string, { name, all }: Findable<unknown>): number {
  const at = name.indexOf(word);
  if (at < 0) return all.includes(word) ? 3 : 4;
  if (at === 0) return 0;
  return IN_A_WORD.test(name.charAt(at - 1)) ? 2 : 1;
}

// It is asked with every key about ten thousand things and all that can be done to them, and an answer is due before the
// next frame: so it sorts nothing, and counts in bits, one for each word that was typed.

/** Which words are elsewhere or nowhere in a thing, and how far from its beginning the others stand in its name. */
type Fitting<T> = { of: T; elsewhere: number; nowhere: number; within: number };

const NOT_IN_NAME = -1;

function fitOf<T>(thing: Findable<T>, words: readonly string[]): Fitting<T> {
  const fit = { of: thing.of, elsewhere: 0, nowhere: 0, within: NOT_IN_NAME };
  for (let index = 0; index < words.length; index += 1) {
    const place = placeOf(words[index] ?? '', thing);
    if (place === 4) fit.nowhere |= 1 << index;
    else if (place === 3) fit.elsewhere |= 1 << index;
    else fit.within = Math.max(fit.within, place);
  }
  return fit;
}

/** What is called by a deed alone comes after what is called by the beginning of its name. */
const BY_DEED_ALONE = 4;

/** How near a deed to something is to what was typed, when these words mean the deed. */
function rankOf({ elsewhere, within }: Fitting<unknown>, meant: number): number {
  const isCalledElsewhere = (elsewhere & ~meant) !== 0;
  if (!isCalledElsewhere && within === NOT_IN_NAME) return BY_DEED_ALONE;
  return (isCalledElsewhere ? 3 : within) * 2 + (meant === 0 ? 1 : 0);
}

/** Of the words, those that begin one of the deed's, as bits. */
const namedBy = (words: readonly string[], deed: Deed<never, unknown>): number =>
  words.reduce((bits, word, at) => bits | (deed.words.some((of) => of.startsWith(word)) ? 1 << at : 0), 0);

/** Where so few are left, all that can be done to them stands below each other. */
const FEW = 5;

/** More words than anybody types to find one thing, and fewer than there are bits. */
const MOST_WORDS = 16;

/**
 * The best `atMost` of all deeds to all things, for what was typed: each of its words is in the thing, or begins a word
 * of the deed. Those of one rank stay in their order.
 */
export function search<T, D>(
  things: readonly Findable<T>[],
  deeds: readonly Deed<T, D>[],
  { typed, atMost }: { typed: string; atMost: number },
): Found<T, D>[] {
  const words = wordsOf(typed).slice(0, MOST_WORDS);
  const called = deeds.map((each, index) => ({ ...each, isFirst: index === 0, named: namedBy(words, each) }));
  const named = called.reduce((bits, each) => bits | each.named, 0);
  const fitting = things.map((thing) => fitOf(thing, words)).filter(({ nowhere }) => (nowhere & ~named) === 0);
  const showsAll = words.length > 0 && fitting.length <= FEW;
  const ranks: Found<T, D>[][] = Array.from({ length: 8 }, () => []);
  for (const fit of fitting) {
    for (const each of called) {
      const meant = (fit.nowhere | fit.elsewhere) & each.named; // a word in the name is the name's
      if ((fit.nowhere & ~each.named) !== 0 || !(each.isFirst || showsAll || meant !== 0)) continue;
      const rank = rankOf(fit, meant);
      const same = ranks[rank] ?? [];
      if (same.length < atMost && each.can(fit.of)) same.push({ of: fit.of, deed: each.deed, rank });
    }
  }
  return ranks.flat().slice(0, atMost);
}
