import { expiryOf, WARN_DAYS } from '../expiry';
import type { KnownHost } from '../host';
import type { Token } from '../token';
import { factsOf, fullAccessOf } from './facts';

/** A token where it was found, the time by the clock of its server, and what it is in an unfinished rotation. */
export type Candidate = { token: Token; host: KnownHost; now: number; role: unknown };

/**
 * Why a token is worth ending, and how much each reason weighs. What nobody misses comes before what does most harm, and
 * that before what is merely untidy; a token with several reasons has their sum. So a full-access token that is a twin
 * too (90 and more) comes before one that a rotation has left behind (80), and a name alone never before full access.
 */
export const WEIGHTS = {
  /** Its secret was lost on the way: nobody here has it. */
  stray: 100,
  /** A newer one bears its name with the ending that Patina gives to the successor. */
  superseded: 80,
  /** Full access, and its name says something that needs less. */
  'full-unneeded': 60,
  /** Full access, and its name says nothing. */
  'full-unnamed': 55,
  /** A newer one has its name and its scopes. */
  twin: 50,
  'full-access': 40,
  global: 30,
  'test-name': 25,
  ending: 15,
} as const;

/** `newer`: the token that stands in its place, for a twin and for what was superseded. */
export type Reason<T> =
  | { kind: 'superseded' | 'twin'; newer: T }
  | { kind: Exclude<keyof typeof WEIGHTS, 'superseded' | 'twin'> };

/** A token that may work with tests has the word in its name for that. */
const isForTests = ({ scopes }: Token) => scopes.some((scope) => scope.startsWith('vso.test'));

/** What an active token says of itself, without the others. */
export function ownReasons<T>({ token, now }: Candidate, isStray: boolean): Reason<T>[] {
  const { saysTest, isOfTool } = factsOf(token);
  const full = fullAccessOf(token);
  const reasons: Reason<T>[] = isStray ? [{ kind: 'stray' }] : [];
  if (full) reasons.push({ kind: full });
  if (token.organizationIds === null) reasons.push({ kind: 'global' });
  if (saysTest && !isForTests(token)) reasons.push({ kind: 'test-name' });
  if (!isOfTool && expiryOf(token, now, WARN_DAYS) === 'expiring') reasons.push({ kind: 'ending' });
  return reasons;
}

export const weightOf = (reasons: readonly Reason<unknown>[]): number =>
  reasons.reduce((sum, { kind }) => sum + WEIGHTS[kind], 0);
