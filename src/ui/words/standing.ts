import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import { whenInWords } from './distance';
import { endState, wideStates } from './text';

export function expiryInWords(token: Token, now: number): string {
  if (token.expiresAt === null) return m('expires_unknown');
  return m(token.expiresAt <= now ? 'expired' : 'expires', whenInWords(token.expiresAt, now));
}

/** What is to be said of a token that is not plainly active. */
export function stateWords(token: Token, now: number): string[] {
  const end = endState(token, now);
  return [...(end ? [end] : []), ...wideStates(token)].map(({ word }) => word);
}
