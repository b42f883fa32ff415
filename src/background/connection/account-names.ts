import type { HostId, Identity, KnownHost } from '../../core/host';
import { looksLike } from '../../core/names/look-alike';
import { log } from '../../platform/log';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';

/** As many digits of an id tell two accounts apart. */
const DIGITS = 8;

/** As many accounts of one host are known by their names in a session of the browser; the first to be noted goes first. */
const ACCOUNTS = 8;

const kinds = { work: 'account_work', personal: 'account_personal' } as const;

/** What can tell an account from another one of its name, the best first. */
function marksOf({ id, account = '', kind }: Identity): string[] {
  return [account, kind ? m(kinds[kind]) : '', id.slice(0, DIGITS)];
}

/** What an account is called that nobody here has seen: as much of its id as tells it from others, and that it is one. */
export const unseenAccount = (id: string): Identity => ({ id, name: m('account_unseen', id.slice(0, DIGITS)) });

function withSeen(all: Identity[], seen: Identity): Identity[] {
  const others = all.filter(({ id }) => id !== seen.id);
  const isKnown = all.some((each) => JSON.stringify(each) === JSON.stringify(seen));
  return isKnown ? all : [seen, ...others].slice(0, ACCOUNTS);
}

/**
 * Notes whom the screens have shown on a host until now and whom they show next, before they do: who is shown cannot be
 * told from a list, which may never have been read as them.
 */
export async function noteSeen(hostId: HostId, ...accounts: (Identity | null)[]): Promise<void> {
  const seen = accounts.filter((each) => each !== null);
  const noted = stored.seenAccounts(hostId).update((all) => seen.reduce(withSeen, all));
  await noted.catch((error: unknown) => log.warn('who was seen', error));
}

/** The accounts that were seen on a host; what was promised in an earlier session of the browser is told by what is kept of that. */
async function accountsOf({ id }: KnownHost): Promise<Identity[]> {
  const [seen, { snapshot }, others] = await Promise.all([
    stored.seenAccounts(id).get(),
    stored.reading(id).get(),
    stored.otherAccounts(id).get(),
  ]);
  return [...seen, ...[...(snapshot ? [snapshot] : []), ...others].map(({ identity }) => identity)];
}

/**
 * An account of a host, also where another one is signed in by now: a list that was read by itself may have found that
 * out before anybody pressed. What other hosts say of an id does not count. Where it cannot be read, nobody is kept from
 * a deed, or from hearing what came of it, for want of a name.
 */
export async function accountOn(host: KnownHost, id: string): Promise<Identity> {
  if (host.identity?.id === id) return host.identity;
  const known = await accountsOf(host).catch((error: unknown): Identity[] => {
    log.warn('who was seen', error);
    return [];
  });
  return known.find((each) => each.id === id) ?? unseenAccount(id);
}

/** What two accounts are called, so that they are told apart: by more than the name where that is the same. */
export function toldApart(one: Identity, other: Identity): [string, string] {
  if (one.id === other.id || !looksLike(one.name, other.name)) return [one.name, other.name];
  const [marks, others] = [marksOf(one), marksOf(other)];
  const at = marks.findIndex((mark, index) => mark !== '' && others[index] !== '' && mark !== others[index]);
  const by = at < 0 ? marks.length - 1 : at;
  return [m('account_with', one.name, marks[by] ?? ''), m('account_with', other.name, others[by] ?? '')];
}
