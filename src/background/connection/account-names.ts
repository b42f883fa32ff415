import type { Identity, KnownHost } from '../../core/host';
import { looksLike } from '../../core/names/look-alike';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';

/** As many digits of an id tell two accounts apart. */
const DIGITS = 8;

const kinds = { work: 'account_work', personal: 'account_personal' } as const;

/** What can tell an account from another one of its name, the best first. */
function marksOf({ id, account = '', kind }: Identity): string[] {
  return [account, kind ? m(kinds[kind]) : '', id.slice(0, DIGITS)];
}

/** What an account is called that nobody here has seen: as much of its id as tells it from others, and that it is one. */
export const unseenAccount = (id: string): Identity => ({ id, name: m('account_unseen', id.slice(0, DIGITS)) });

/** An account as the host has it now. */
export function accountNow({ identity }: KnownHost, id: string): Identity {
  return identity?.id === id ? identity : unseenAccount(id);
}

/**
 * The same, as it was seen there before where another one is signed in by now: a list that was read by itself may have found that
 * out before anybody pressed. What other hosts say of an id does not count.
 */
export async function accountOn(host: KnownHost, id: string): Promise<Identity> {
  if (host.identity?.id === id) return host.identity;
  const [{ snapshot }, others] = await Promise.all([
    stored.reading(host.id).get(),
    stored.otherAccounts(host.id).get(),
  ]);
  const before = [...(snapshot ? [snapshot] : []), ...others].map(({ identity }) => identity);
  return before.find((each) => each.id === id) ?? unseenAccount(id);
}

/** What two accounts are called, so that they are told apart: by more than the name where that is the same. */
export function toldApart(one: Identity, other: Identity): [string, string] {
  if (one.id === other.id || !looksLike(one.name, other.name)) return [one.name, other.name];
  const [marks, others] = [marksOf(one), marksOf(other)];
  const at = marks.findIndex((mark, index) => mark !== '' && others[index] !== '' && mark !== others[index]);
  const by = at < 0 ? marks.length - 1 : at;
  return [m('account_with', one.name, marks[by] ?? ''), m('account_with', other.name, others[by] ?? '')];
}
