import { Secret } from '../secret';
import { type Doubt, type Fault, type Form, type Month, type Piece, pieceOf } from './form';
import { othersIn, type System } from './others';
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

/** Base64 in base64 is seen (a file in a secret of a cluster), and no deeper. */
const DEEPEST = 2;

const CALLED_TOKEN = /(?:\bpat|_pat|token|passw|secret|auth|basic)\w*[^A-Za-z0-9\n]*$/i;

const lineAt = (text: string, at: number) => text.slice(0, at).split('\n').length - 1;

function hitOf(is: Piece | undefined, run: string, lineOf: () => number): Hit[] {
  if (is === undefined) return [];
  const place = { text: is.kind === 'token' ? is.text : run, line: lineOf(), inBase64: false };
  return [is.kind === 'azure-key' ? { ...place, is: { kind: 'other', system: 'azure-key' } } : { ...place, is }];
}

/** Secrets that stand there as they are, and the text without those of other systems. */
function plainly(text: string): { hits: Hit[]; rest: string } {
  const others = othersIn(text);
  const blank = (rest: string, { at, text: { length } }: { at: number; text: string }) =>
    rest.slice(0, at) + ' '.repeat(length) + rest.slice(at + length);
  const rest = others.reduce(blank, text);
  const runs = [...rest.matchAll(/[A-Za-z0-9]{20,}/g)].flatMap(({ 0: run, index }) => {
    const isCalled = rest.trim() === run || CALLED_TOKEN.test(rest.slice(Math.max(0, index - 60), index));
    return hitOf(pieceOf(run, isCalled), run, () => lineAt(text, index));
  });
  const foreign = others.map(({ system, at, text: letters }): Hit => {
    return { is: { kind: 'other', system }, text: letters, line: lineAt(text, at), inBase64: false };
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
  hitOf(pieceOf(text, false), text, () => line).filter(({ is }) => is.kind === 'token' && is.doubt === null);

function lookThrough(given: string, depth: number): Hit[] {
  const { hits, rest } = plainly(tidied(given));
  const { short, blocks } = joinedLines(rest);
  const joined = short.flatMap(({ text, line }) => wholeToken(text.replace(/=+$/, ''), line));
  if (depth >= DEEPEST) return [...hits, ...joined];
  const percent = readPercent(rest);
  const runs = [...rest.matchAll(/[A-Za-z0-9+/_-]{24,}={0,2}/g)];
  return [
    ...hits,
    ...joined,
    ...(percent === rest ? [] : lookThrough(percent, depth + 1)),
    ...runs.flatMap(({ 0: run, index }) => inBase64(run, () => lineAt(rest, index), depth)),
    ...blocks.flatMap(({ text, line }) => inBase64(text, () => line, depth)),
  ];
}

/** Each once; of a token that was put together, its parts are nothing by themselves. */
function eachOnce(hits: Hit[]): Hit[] {
  const tokens = hits.filter(({ is }) => is.kind === 'token');
  const isPart = ({ is, text }: Hit) => is.kind === 'broken' && tokens.some((token) => token.text.includes(text));
  const all = hits.filter((hit) => !isPart(hit)).toReversed(); // of two, the first stays
  return [...new Map(all.map((hit) => [`${hit.is.kind} ${hit.text}`, hit])).values()].toReversed();
}

function foundOf({ is, text, line, inBase64 }: Hit): Found {
  const place = { begins: text.slice(0, SHOWN), line: line + 1, inBase64 };
  if (is.kind === 'other') return { ...place, kind: 'other', system: is.system };
  const { form } = is;
  if (is.kind === 'broken') return { ...place, kind: 'broken', form, fault: is.fault };
  return { ...place, kind: 'token', form, secret: new Secret(is.text), doubt: is.doubt, made: is.made };
}

/** Every token in a text, whatever it is wrapped in, in the order of the text. */
export function findTokens(text: string): Found[] {
  return eachOnce(lookThrough(text, 0))
    .map(foundOf)
    .toSorted((one, other) => one.line - other.line);
}
