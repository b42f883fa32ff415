import { isNoChance, LENGTHS, pieceOf } from './form';
import { readBase64 } from './unwrap';

/** Where something stands in a text. */
export type Span = { from: number; to: number };

/** Nobody reads on in a longer text: a browser would stand still over it. */
export const LONGEST_LOOKED_AT = 1_000_000;

const SHORTEST = 52;

/** It stands 72 letters behind the beginning of a token of today, in no other place, and is found faster than by a pattern. */
const MARK = 'AAAAAZDO';
const MARK_AT = 72;

function isSure(text: string): boolean {
  const piece = pieceOf(text, false);
  return piece?.kind === 'token' && isNoChance(piece) && piece.text === text;
}

/** Of the form of today, which is known by its marks in whatever it stands. */
function marked(text: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
    const from = at - MARK_AT;
    const to = from + LENGTHS.current;
    if (from >= 0 && isSure(text.slice(from, to))) spans.push({ from, to });
  }
  return spans;
}

/** Begins only where none of its own letters stands before it, or a letter that is written by its number ends there. */
const CLASSIC = /(?:(?<![A-Za-z0-9])|(?<=%[0-9A-Fa-f]{2}))[a-z2-7]{52}(?![A-Za-z0-9])/g;
const BASE64 = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{70,}={0,2}/g;

const spansOf = (text: string, pattern: RegExp, fits: (run: string) => boolean): Span[] =>
  [...text.matchAll(pattern)].flatMap(({ 0: run, index }) =>
    fits(run) ? { from: index, to: index + run.length } : [],
  );

const plain = (text: string): Span[] => [...marked(text), ...spansOf(text, CLASSIC, isSure)];

/** What signs in somewhere, or a file of settings, is shorter; a longer run is a picture or an archive. */
const LONGEST_BASE64 = 20_000;

/** Whether it says a token, as what signs in to a feed or a repository does. */
function saysToken(run: string): boolean {
  const said = readBase64(run.slice(0, LONGEST_BASE64));
  return said !== undefined && plain(said).length > 0;
}

/** What no eye sees between letters, and the end of a line with what mails put before the next one. */
const GAPS = /[\u00ad\u200b-\u200d\u2060\ufeff]|\r?\n[>\t ]*/g;

/** Of the form of today in broken lines, or with signs of no width in it: found in the text without those. */
function acrossGaps(text: string): Span[] {
  const gaps = [...text.matchAll(GAPS)];
  if (gaps.length === 0) return [];
  const found = marked(text.replaceAll(GAPS, ''));
  let [next, left] = [0, 0];
  const placeOf = (at: number) => {
    for (let gap = gaps[next]; gap && gap.index - left <= at; gap = gaps[next]) {
      left += gap[0].length;
      next += 1;
    }
    return at + left;
  };
  return found.map(({ from, to }) => ({ from: placeOf(from), to: placeOf(to - 1) + 1 }));
}

/**
 * Where in a text, in the order of the text, tokens of Azure DevOps stand that are tokens for sure: whole, with both
 * marks or the check, also in base64. What is only like one is left to the doctor.
 */
export function sureTokens(given: string): Span[] {
  if (given.length < SHORTEST) return [];
  const text = given.slice(0, LONGEST_LOOKED_AT);
  const all = [...plain(text), ...spansOf(text, BASE64, saysToken), ...acrossGaps(text)];
  const inOrder = all.toSorted((one, other) => one.from - other.from || other.to - one.to);
  let end = 0;
  return inOrder.filter(({ from, to }) => {
    const isApart = from >= end;
    if (isApart) end = to;
    return isApart;
  });
}

/** What is put together of tokens in tokens is no text that anybody wants, and must not keep a browser busy. */
const MOST_ROUNDS = 8;

/** The text without them, and without what only their going has made one. */
export function withoutTokens(text: string, rounds = MOST_ROUNDS): string {
  const spans = sureTokens(text);
  if (spans.length === 0) return text;
  if (rounds === 0) return '';
  const ends = [0, ...spans.map(({ to }) => to)];
  const rest = ends.map((end, at) => text.slice(end, spans[at]?.from ?? text.length)).join('');
  return withoutTokens(rest, rounds - 1);
}
