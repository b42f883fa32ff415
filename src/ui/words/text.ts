import { expiryOf, WARN_DAYS } from '../../core/expiry';
import type { Identity } from '../../core/host';
import { visible } from '../../core/names/visible';
import type { Role } from '../../core/rotation/roles';
import type { Token } from '../../core/token';
import { message as m } from '../../platform/message';
import { listInWords, plural } from '../../platform/words';
import type { Shown } from '../on-screen';
import { whenInWords } from './when';

/** What a token, a person or a place is called, with nothing hidden in it. */
export function nameOf({ name }: { name: string }): string {
  return visible(name.trim()) || m('unnamed');
}

export function daysInWords(days: number): string {
  return days === 365 ? m('one_year') : plural('days', days);
}

export function expiryInWords(token: Token, now: number): string {
  if (token.expiresAt === null) return m('expires_unknown');
  return m(token.expiresAt <= now ? 'expired' : 'expires', whenInWords(token.expiresAt, now));
}

/** A name, and the address that tells it from another account of that name. */
export function accountText({ name, account }: Identity): string {
  return account ? m('account_with', nameOf({ name }), visible(account)) : nameOf({ name });
}

/** Who is signed in where the user looks; empty where nobody is. */
export function whoText(shown: Shown[]): string {
  const here = shown.filter(({ failure }) => failure?.kind !== 'signed-out');
  const people = new Map(
    here.flatMap(({ host }) => (host.identity ? [[host.identity.id, host.identity] as const] : [])),
  );
  const all = [...people.values()];
  const isNamesake = ({ id, name }: Identity) => all.some((other) => other.id !== id && other.name === name);
  const names = new Set(all.map((each) => (each.account && isNamesake(each) ? accountText(each) : nameOf(each))));
  if (names.size > 0) return m('signed_in_as', listInWords(names));
  return here.some(({ failure }) => failure === null) ? m('signed_in_unknown') : '';
}

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
export function wideStates({ organizationIds, inAllCollections }: Token): State[] {
  const wide: State[] = organizationIds === null ? [{ kind: 'global', word: m('state_global') }] : [];
  const wider: State[] = inAllCollections ? [{ kind: 'global', word: m('state_all_collections') }] : [];
  return [...wide, ...wider];
}

/** What is to be said of a token that is not plainly active. */
export function stateWords(token: Token, now: number): string[] {
  const end = endState(token, now);
  return [...(end ? [end] : []), ...wideStates(token)].map(({ word }) => word);
}

/** What a token replaces, or is replaced by. */
export function roleInWords({ is, others }: Role): string {
  if (others.length === 0) return m('being_replaced');
  return m(is === 'old' ? 'being_replaced_by' : 'replaces', listInWords(others.map((name) => nameOf({ name }))));
}
