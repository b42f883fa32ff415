import type { Failure } from './result';

/** What follows from a failure, whoever meets it. Every kind answers every question, and a new one does not compile without. */
type Meaning = {
  /** What lets the same request pass later: time alone, the user, nothing, or nobody knows. */
  mends: 'time' | 'user' | 'never' | 'unknown';
  /** Who it says is signed in: nobody, the one who was, another one, perhaps not the one who was, or it says nothing. */
  session: 'nobody' | 'same' | 'another' | 'doubtful' | 'unsaid';
  /**
   * What it says of the address that was asked: it does not do that, it is no API of Azure DevOps, it is the right place,
   * a server in trouble that may be any, or nothing at all.
   */
  place: Place;
  /**
   * Whether it refuses without a word about whom or what: by asking to sign in, by a bare 403, or by somebody on the way.
   * Where the same session was just let in, such a one can be about how it was asked.
   */
  silent: boolean;
} & Done;

type Place = 'not-here' | 'no-api' | 'here' | 'troubled' | 'unsaid';

/**
 * Whether a change that failed so may have been done on the server all the same. If in doubt: maybe. Such a one is neither
 * silent nor about a place where there is nothing: what is, is sent again in another way.
 */
type Done = { done: 'no' } | { done: 'maybe'; silent: false; place: Exclude<Place, 'not-here'> };

/** A page of HTML in place of an answer is "signed out" for the user, and proves less than a refusal. */
type Row = Failure['kind'] | 'page';

const meanings = {
  'signed-out': { done: 'no', mends: 'user', session: 'nobody', place: 'here', silent: true },
  page: { done: 'maybe', mends: 'user', session: 'nobody', place: 'no-api', silent: false },
  'wrong-identity': { done: 'no', mends: 'user', session: 'another', place: 'here', silent: false },
  permission: { done: 'no', mends: 'user', session: 'unsaid', place: 'unsaid', silent: false },
  insecure: { done: 'no', mends: 'user', session: 'unsaid', place: 'unsaid', silent: false },
  refused: { done: 'no', mends: 'unknown', session: 'doubtful', place: 'here', silent: false },
  forbidden: { done: 'no', mends: 'never', session: 'same', place: 'here', silent: true },
  between: { done: 'no', mends: 'user', session: 'unsaid', place: 'here', silent: true },
  'not-found': { done: 'no', mends: 'never', session: 'same', place: 'not-here', silent: false },
  policy: { done: 'no', mends: 'never', session: 'same', place: 'here', silent: false },
  invalid: { done: 'no', mends: 'unknown', session: 'same', place: 'no-api', silent: false },
  unsupported: { done: 'no', mends: 'never', session: 'same', place: 'not-here', silent: false },
  throttled: { done: 'no', mends: 'time', session: 'unsaid', place: 'unsaid', silent: false },
  offline: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid', silent: false },
  timeout: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid', silent: false },
  misfit: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'no-api', silent: false },
  uncertain: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'unsaid', silent: false },
  interrupted: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid', silent: false },
  full: { done: 'maybe', mends: 'user', session: 'unsaid', place: 'unsaid', silent: false },
  unexpected: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'troubled', silent: false },
} as const satisfies Record<Row, Meaning>;

/** The kinds after which a change may have been done all the same. */
export type MaybeDone = {
  [Kind in Failure['kind']]: (typeof meanings)[Kind] extends { done: 'maybe' } ? Kind : never;
}[Failure['kind']];

export function meaningOf(failure: Failure): Meaning {
  return meanings[failure.kind === 'signed-out' && failure.by === 'page' ? 'page' : failure.kind];
}

/** Whether the answer means "not by this door": only then, or after a silent refusal, may another endpoint be tried for the same deed. */
export function isNotHere(failure: Failure): boolean {
  return meaningOf(failure).place === 'not-here';
}

/** A refusal without a word why, which proves that nothing was done. */
export function isSilent(failure: Failure): boolean {
  return meaningOf(failure).silent && !(failure.kind === 'forbidden' && failure.explained);
}

/** Whether a change that failed in this way may have happened on the server all the same. */
export function mayHaveBeenDone(failure: Failure): boolean {
  return meaningOf(failure).done === 'maybe';
}

/** By which a server asks to be left alone until then, in milliseconds since 1970: each kind that has such a time. */
type Pausing = Extract<Failure, { until: unknown }>;

export const asksForPause = (failure: Failure): failure is Pausing => 'until' in failure;

/** Until when a failure asks to be left alone, in milliseconds since 1970; 0 where it does not ask for that. */
export function pauseAskedBy(failure: Failure | null): number {
  return failure !== null && asksForPause(failure) ? failure.until : 0;
}
