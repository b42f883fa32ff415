import type { Failure } from './result';

/** What follows from a failure, whoever meets it. Every kind answers every question, and a new one does not compile without. */
type Meaning = {
  /** Whether a change that failed so may have been done on the server all the same. If in doubt: maybe. */
  done: 'no' | 'maybe';
  /** What lets the same request pass later: time alone, the user, nothing, or nobody knows. */
  mends: 'time' | 'user' | 'never' | 'unknown';
  /** Who it says is signed in: nobody, the one who was, another one, perhaps not the one who was, or it says nothing. */
  session: 'nobody' | 'same' | 'another' | 'doubtful' | 'unsaid';
  /**
   * What it says of the address that was asked: it does not do that, it is no API of Azure DevOps, it is the right place,
   * a server in trouble that may be any, or nothing at all.
   */
  place: 'not-here' | 'no-api' | 'here' | 'troubled' | 'unsaid';
};

/** A page of HTML in place of an answer is "signed out" for the user, and proves less than a refusal. */
type Row = Failure['kind'] | 'page';

const meanings = {
  'signed-out': { done: 'no', mends: 'user', session: 'nobody', place: 'here' },
  page: { done: 'maybe', mends: 'user', session: 'nobody', place: 'no-api' },
  'wrong-identity': { done: 'no', mends: 'user', session: 'another', place: 'here' },
  permission: { done: 'no', mends: 'user', session: 'unsaid', place: 'unsaid' },
  insecure: { done: 'no', mends: 'user', session: 'unsaid', place: 'unsaid' },
  refused: { done: 'no', mends: 'unknown', session: 'doubtful', place: 'here' },
  forbidden: { done: 'no', mends: 'never', session: 'same', place: 'here' },
  between: { done: 'no', mends: 'user', session: 'unsaid', place: 'here' },
  'not-found': { done: 'no', mends: 'never', session: 'same', place: 'not-here' },
  policy: { done: 'no', mends: 'never', session: 'same', place: 'here' },
  invalid: { done: 'no', mends: 'unknown', session: 'same', place: 'no-api' },
  unsupported: { done: 'no', mends: 'never', session: 'same', place: 'not-here' },
  throttled: { done: 'no', mends: 'time', session: 'unsaid', place: 'unsaid' },
  offline: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid' },
  timeout: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid' },
  misfit: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'no-api' },
  uncertain: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'unsaid' },
  interrupted: { done: 'maybe', mends: 'time', session: 'unsaid', place: 'unsaid' },
  full: { done: 'maybe', mends: 'user', session: 'unsaid', place: 'unsaid' },
  unexpected: { done: 'maybe', mends: 'unknown', session: 'unsaid', place: 'troubled' },
} as const satisfies Record<Row, Meaning>;

export function meaningOf(failure: Failure): Meaning {
  return meanings[failure.kind === 'signed-out' && failure.by === 'page' ? 'page' : failure.kind];
}

/** Whether the answer means "not by this door": only then may another endpoint be tried for the same deed. */
export function isNotHere(failure: Failure): boolean {
  return meaningOf(failure).place === 'not-here';
}

/**
 * A refusal without a word about whom or what it refuses: by asking to sign in, by a bare 403, or by somebody on the way.
 * It proves that nothing was done. Where the same session was just let in, it can be about how it was asked.
 */
export function isSilent(failure: Failure): boolean {
  if (failure.kind === 'signed-out') return failure.by === 'refusal';
  return failure.kind === 'between' || (failure.kind === 'forbidden' && !failure.explained);
}

/** Whether a change that failed in this way may have happened on the server all the same. */
export function mayHaveBeenDone(failure: Failure): boolean {
  return meaningOf(failure).done === 'maybe';
}

/** Until when a failure asks to be left alone, in milliseconds since 1970; 0 where it does not ask for that. */
export function pauseAskedBy(failure: Failure | null): number {
  return failure?.kind === 'throttled' ? failure.until : 0;
}
