import { checkFits } from './check';
import { markedCheckFits } from './mark-check';

/** The two forms of a personal access token: since July 2024 with marks in it, before that without. Source: services.md 8. */
export type Form = 'current' | 'classic';

/** How many letters and digits each has. Source: services.md 8.1. */
export const LENGTHS: Readonly<Record<Form, number>> = { current: 84, classic: 52 };

/** Why something that is almost a token is to be doubted: its marks, or its check, are not as they are in one. */
export type Doubt = 'marks' | 'check';

/** Why something is no whole token any more. */
export const FAULTS = ['cut-start', 'cut-end', 'letters', 'length'] as const;
export type Fault = (typeof FAULTS)[number];

/** What a piece of text without a sign in it is. `made`: the month in which the token says that it was made. */
export type Piece =
  | { kind: 'token'; form: Form; text: string; doubt: Doubt | null; made: Month | null }
  | { kind: 'broken'; form: Form; fault: Fault }
  | { kind: 'azure-key' };

/** From 1 to 12. */
export type Month = { year: number; month: number };

/**
 * The marks of the form of today, of which the first stands behind 52 random letters and the second at letter 76 of 84;
 * `9D` and `9H` say how the key was made. Other services of Azure have keys of the same form with another second mark.
 * Source: services.md 8.1, which has it from Microsoft's security-utilities (SEC101/201).
 */
const FIRST = /JQQJ9[9DH]/;
const FIRST_AT = 52;
const SECOND = 'AZDO';
const SECOND_AT = 76;

/** As in Microsoft's own pattern for these tokens. */
const WHOLE = /^[A-Za-z0-9]{52}JQQJ9[9DH][A-Za-z0-9][A-L][A-Za-z0-9]{12}AAAAAZDO[A-Za-z0-9]{4}$/;

/**
 * The month in which a token was made, which stands behind its first mark: a letter for the year since 2024, and one for
 * the month. Source: Microsoft's security-utilities, `LegacyCommonAnnotatedSecurityKey.ComputeDateTime`.
 */
function monthIn(token: string): Month | null {
  const [, year, month] = /^([A-Z])([A-L])$/.exec(token.slice(58, 60)) ?? [];
  if (year === undefined || month === undefined) return null;
  return { year: 2024 + year.charCodeAt(0) - 65, month: month.charCodeAt(0) - 64 };
}

const differences = (one: string, other: string) => [...one].filter((letter, at) => letter !== other[at]).length;

const current = (text: string): Piece => {
  const doubt = !WHOLE.test(text) ? 'marks' : markedCheckFits(text) ? null : 'check';
  return { kind: 'token', form: 'current', text, doubt, made: monthIn(text) };
};

/** Of 84 letters: one of both marks may be mistyped by a letter or two. */
function ofFullLength(run: string): Piece | undefined {
  const first = differences(run.slice(FIRST_AT, FIRST_AT + 6), 'JQQJ99');
  const second = differences(run.slice(SECOND_AT, SECOND_AT + 4), SECOND);
  if (second === 0 ? first <= 2 : second === 1 && first <= 1) return current(run);
  return FIRST.test(run.slice(FIRST_AT, FIRST_AT + 6)) ? { kind: 'azure-key' } : undefined;
}

/** Of more letters than a token has, or fewer, with a mark in it: a token with something before or behind it, or a part of one. */
function aroundMark(run: string): Piece | undefined {
  const broken = (fault: Fault): Piece => ({ kind: 'broken', form: 'current', fault });
  const at = run.search(FIRST);
  if (at < 0) return run.length >= 20 && /A{4}AZDO[A-Za-z0-9]{4}$/.test(run) ? broken('cut-start') : undefined;
  const inside = run.slice(at - FIRST_AT, at - FIRST_AT + LENGTHS.current);
  if (at >= FIRST_AT && WHOLE.test(inside)) return current(inside);
  const second = run.slice(at + 24, at + 28);
  if (second.length === 4 && second !== SECOND) return { kind: 'azure-key' };
  const isWholeBehind = run.length >= at + LENGTHS.current - FIRST_AT;
  return run.length >= 20 ? broken(at < FIRST_AT && isWholeBehind ? 'cut-start' : 'cut-end') : undefined;
}

/** Without a digit it is a long word. */
const isClassic = (run: string) => /^[a-z2-7]+$/.test(run) && /\d/.test(run);

/** Of the older form, which has no mark: only where the text around says so is what is almost one named. */
function classic(run: string, isCalledToken: boolean): Piece | undefined {
  const broken = (fault: Fault): Piece => ({ kind: 'broken', form: 'classic', fault });
  if (run.length === LENGTHS.classic && isClassic(run)) {
    const doubt = checkFits(run) ? null : 'check';
    return { kind: 'token', form: 'classic', text: run, doubt, made: null };
  }
  const isNear = Math.abs(run.length - LENGTHS.classic) <= 6;
  if (!isCalledToken || !isNear) return undefined;
  if (isClassic(run)) return broken('length');
  const odd = run.replaceAll(/[a-z2-7]/g, '').length;
  return run.length === LENGTHS.classic && odd > 0 && odd <= 3 ? broken('letters') : undefined;
}

/** What a run of letters and digits is, if it has to do with these tokens at all. */
export function pieceOf(run: string, isCalledToken: boolean): Piece | undefined {
  const whole = run.length === LENGTHS.current ? ofFullLength(run) : undefined;
  return whole ?? aroundMark(run) ?? classic(run, isCalledToken);
}

/**
 * Whether no other text looks so by chance: both marks are right, or the check of the older form fits. A token of today is
 * one also where its check does not: how the service makes that is inferred (docs/decisions/029).
 */
export const isNoChance = ({ form, doubt }: Extract<Piece, { kind: 'token' }>): boolean =>
  doubt === null || (form === 'current' && doubt === 'check');
