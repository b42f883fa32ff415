import type { Identity, KnownHost } from '../../core/host';
import { looksLike } from '../../core/names/look-alike';
import { message as m } from '../../platform/message';

/** As many digits of an id tell two accounts apart. */
const DIGITS = 8;

const kinds = { work: 'account_work', personal: 'account_personal' } as const;

/** What can tell an account from another one of its name, the best first. */
function marksOf({ id, account = '', kind }: Identity): string[] {
  return [account, kind ? m(kinds[kind]) : '', id.slice(0, DIGITS)];
}

/** An account as the host knows it; one that it does not know is called by its id. */
export function accountOn({ identity }: KnownHost, id: string): Identity {
  return identity?.id === id ? identity : { id, name: id };
}

/** What two accounts are called, so that they are told apart: by more than the name where that is the same. */
export function toldApart(one: Identity, other: Identity): [string, string] {
  if (one.id === other.id || !looksLike(one.name, other.name)) return [one.name, other.name];
  const [marks, others] = [marksOf(one), marksOf(other)];
  const at = marks.findIndex((mark, index) => mark !== '' && others[index] !== '' && mark !== others[index]);
  const by = at < 0 ? marks.length - 1 : at;
  return [m('account_with', one.name, marks[by] ?? ''), m('account_with', other.name, others[by] ?? '')];
}
