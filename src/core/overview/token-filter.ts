import { expiryOf, WARN_DAYS } from '../expiry';
import type { Token } from '../token';

export const SHOW = ['active', 'expiring', 'inactive', 'all'] as const;
export type Show = (typeof SHOW)[number];

/** A token of a list, and the narrowest choice that shows it. */
export type Sought<T> = { row: T; standing: Exclude<Show, 'all'> };

type Seen = { token: Token; now: number };

/** Worked out once for a reading: at each key ten thousand dates would take as long as all else. */
export function soughtIn<T extends Seen>(rows: readonly T[]): Sought<T>[] {
  return rows.map((row) => {
    const expiry = expiryOf(row.token, row.now, WARN_DAYS);
    if (row.token.revoked || expiry === 'expired') return { row, standing: 'inactive' };
    return { row, standing: expiry === 'expiring' ? 'expiring' : 'active' };
  });
}

/** Whether a choice shows what stands like that. */
export const isShown = (standing: Show, show: Show) =>
  show === 'all' || standing === show || (standing === 'expiring' && show === 'active');

/** `scopeWords` is what the user reads of a scope. */
type By = { show: Show; search: string; scopeWords: (scope: string) => string };

/** A question about scopes that is asked once for each: thousands of tokens have the same few dozen. */
function askedOnce(ask: (scope: string) => boolean): (scope: string) => boolean {
  const answers = new Map<string, boolean>();
  return (scope) => {
    const answer = answers.get(scope) ?? ask(scope);
    answers.set(scope, answer);
    return answer;
  };
}

/** The tokens that are shown, and whose name, scope words or scope ids contain `search`, upper or lower case. */
export function foundIn<T extends Seen>(sought: readonly Sought<T>[], { show, search, scopeWords }: By): T[] {
  const wanted = search.trim().toLowerCase();
  const has = (text: string) => text.toLowerCase().includes(wanted);
  const isMeant = askedOnce((scope) => has(scope) || has(scopeWords(scope)));
  const shown = sought.filter(({ standing }) => isShown(standing, show)).map(({ row }) => row);
  return wanted === '' ? shown : shown.filter(({ token }) => has(token.name) || token.scopes.some(isMeant));
}
