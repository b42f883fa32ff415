import type { Failure } from '../core/result';

/** The identity as which Azure DevOps answers, or refuses, somebody who is not signed in. Source: services.md 4.1. */
const ANONYMOUS = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa';

/** Whether it is nobody's id; an empty one is nobody's, too. */
export function isAnonymousId(id: string): boolean {
  return id === '' || id.toLowerCase() === ANONYMOUS;
}

/** That nobody is signed in, by a word of the server's own. */
export const signedOut = (signInUrl: string): Failure => ({ kind: 'signed-out', signInUrl, by: 'refusal' });
