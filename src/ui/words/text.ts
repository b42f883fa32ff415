import { expiryOf, WARN_DAYS } from '../../core/expiry';
import { isShared } from '../../core/names/token-key';
import { FULL_ACCESS } from '../../core/scopes/full-access';
import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';

/** A word for how a token stands, and what kind of word it is. */
export type State = { kind: 'expiring' | 'full' | 'global' | 'over'; word: string };

/** How near to its end a token is, where that is to be said. */
export function endState(token: Token, now: number): State | null {
  if (token.revoked) return { kind: 'over', word: m('state_revoked') };
  const expiry = expiryOf(token, now, WARN_DAYS);
  if (expiry === 'expired') return { kind: 'over', word: m('state_expired') };
  return expiry === 'expiring' ? { kind: 'expiring', word: m('state_expiring') } : null;
}

/** That a token works in more places than one mostly should. */
export function wideStates(token: Token): State[] {
  if (!isShared(token)) return [];
  const named = token.inAllCollections ? 'state_all_collections' : 'state_elsewhere';
  return [{ kind: 'global', word: m(token.organizationIds ? named : 'state_global') }];
}

/** That a token can do more, or in more places, than one mostly should. */
export function reachStates(token: Token): State[] {
  const full: State[] = token.scopes.includes(FULL_ACCESS) ? [{ kind: 'full', word: m('full_access') }] : [];
  return [...full, ...wideStates(token)];
}
