import { Secret } from '../secret';
import { type Doubt, type Fault, type Form, isNoChance, type Month, type Piece, pieceOf } from './form';
import { type Other, othersIn, type System } from './others';
import { joinedLines, readBase64, readPercent, tidied } from './unwrap';

/** `begins`: its first letters, by which it can be told from others; `line`: of the text, from 1. */
type Place = { begins: string; line: number; inBase64: boolean };

/**
 * What was found in a text: a token of Azure DevOps, what is left of one, or a secret of another system, which nobody is
 * ever asked about.
 */
export type Found = Place &
  (
    | { kind: 'token'; form: Form; secret: Secret; doubt: Doubt | null; made: Month | null }
    | { kind: 'broken'; form: Form; fault: Fault }
    | { kind: 'other'; system: System }
  );

/** The same, as it is looked through: with its letters, and its line in the piece that is looked through. */
type Hit = { text: string; line: number; inBase64: boolean } & (
  | { is: Extract<Piece, { kind: 'token' | 'broken' }> }
  | { is: { kind: 'other'; system: System } }
);

/** Enough to tell it from the others, and of no use to anybody. */
const SHOWN = 4;

/** More are not found at once: a page that showed tens of thousands would stand still, and each costs requests. */
export const MOST_FOUND = 100;

/** So many characters are looked through while nobody waits long; four million are too many for a regular expression. */
export const LONGEST_TEXT = 500_000;

/** Base64 in base64 is seen (a file in a secret of a cluster), and no deeper. */
const DEEPEST = 2;

const CALLED_TOKEN = /(?:\bpat|_pat|token|passw|secret|auth|basic)\w*[^A-Za-z0-9\n]*$/i;

/** In which line of a text a place of it is, from 0: each end of a line is looked for once. */
function linesOf(text: string): (at: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (at) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? at) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
}

function hitOf(is: Piece | undefined, run: string, lineOf: () => number): Hit[] {
  if (is === undefined) return [];
  const place = { text: is.kind === 'token' ? is.text : run, line: lineOf(), inBase64: false };
  return [is.kind === 'azure-key' ? { ...place, is: { kind: 'other', system: 'azure-key' } } : { ...place, is }];
}

/** The text with blanks in the place of these secrets, made in one go. */
function without(text: string, secrets: readonly Other[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { at, text: letters } of secrets.toSorted((a, b) => a.at - b.at)) {
    const [from, to] = [Math.max(at, done), Math.max(at + letters.length, done)];
    parts.push(text.slice(done, from), ' '.repeat(to - from));
    done = to;
  }
  return [...parts, text.slice(done)].join('');
}

/** Secrets that stand there as they are, and the text without those of other systems. */
function plainly(text: string): { hits: Hit[]; rest: string } {
  const others = othersIn(text);
  const rest = without(text, others);
  const [lineAt, whole] = [linesOf(text), rest.trim()];
  const runs = [...rest.matchAll(/[A-Za-z0-9]{20,}/g)].flatMap(({ 0: run, index }) => {
    const isCalled = whole === run || CALLED_TOKEN.test(rest.slice(Math.max(0, index - 60), index));
    return hitOf(pieceOf(run, isCalled), run, () => lineAt(index));
  });
  const foreign = others.map(({ system, at, text: letters }): Hit => {
    return { is: { kind: 'other', system }, text: letters, line: lineAt(at), inBase64: false };
  });
  return { hits: [...runs, ...foreign], rest };
}

/** What stands in base64 there; it begins in the line that `lineOf` tells. */
function inBase64(text: string, lineOf: () => number, depth: number): Hit[] {
  const said = text.length < 24 ? undefined : readBase64(text);
  if (said === undefined) return [];
  return lookThrough(said, depth + 1).map((hit) => ({ ...hit, line: lineOf(), inBase64: true }));
}

/** Whole tokens only: what else a join of two lines looks like, it was not before. */
const wholeToken = (text: string, line: number) =>
  hitOf(pieceOf(text, false), text, () => line).filter(({ is }) => is.kind === 'token' && isNoChance(is));

function lookThrough(given: string, depth: number): Hit[] {
  const { hits, rest } = plainly(tidied(given));
  const { short, blocks } = joinedLines(rest);
  const joined = short.flatMap(({ text, line }) => wholeToken(text.replace(/=+$/, ''), line));
  if (depth >= DEEPEST) return [...hits, ...joined];
  const [percent, lineAt] = [readPercent(rest), linesOf(rest)];
  const runs = [...rest.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)];
  return [
    ...hits,
    ...joined,
    ...(percent === rest ? [] : lookThrough(percent, depth + 1)),
    ...runs.flatMap(({ 0: run, index }) => inBase64(run, () => lineAt(index), depth)),
    ...blocks.flatMap(({ text, line }) => inBase64(text, () => line, depth)),
  ];
}

/** Each once, in the order of the text; of a token that was put together, its parts are nothing by themselves. */
function eachOnce(hits: Hit[]): Hit[] {
  const all = hits.toReversed().map((hit) => [`${hit.is.kind} ${hit.text}`, hit] as const); // of two, the first stays
  const once = [...new Map(all).values()].toReversed().toSorted((one, other) => one.line - other.line);
  const tokens = once.filter(({ is }) => is.kind === 'token').slice(0, MOST_FOUND);
  const isPart = ({ is, text }: Hit) => is.kind === 'broken' && tokens.some((token) => token.text.includes(text));
  return once.filter((hit) => !isPart(hit));
}

function foundOf({ is, text, line, inBase64 }: Hit): Found {
  const place = { begins: text.slice(0, SHOWN), line: line + 1, inBase64 };
  if (is.kind === 'other') return { ...place, kind: 'other', system: is.system };
  const { form } = is;
  if (is.kind === 'broken') return { ...place, kind: 'broken', form, fault: is.fault };
  return { ...place, kind: 'token', form, secret: new Secret(is.text), doubt: is.doubt, made: is.made };
}

/** The first tokens in a text of at most `LONGEST_TEXT`, whatever they are wrapped in, in the order of the text. */
export function findTokens(text: string): Found[] {
  return eachOnce(lookThrough(text, 0)).slice(0, MOST_FOUND).map(foundOf);
}
