import type { Identity, KnownHost } from '../../core/host';
import { visible } from '../../core/names/visible';
import type { Failure } from '../../core/result';
import { message as m } from '../message';
import { nameOf } from './people';
import { listInWords } from './sequence';

/** A name, and the address that tells it from another account of that name. */
export function accountText({ name, account }: Identity): string {
  return account ? m('account_with', nameOf({ name }), visible(account)) : nameOf({ name });
}

/** Who is signed in where the user looks; empty where nobody is. */
export function whoText(shown: { host: KnownHost; failure: Failure | null }[]): string {
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
