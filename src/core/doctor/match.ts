import { DAY } from '../duration';
import { includesScope } from '../scopes/reach';
import type { Token } from '../token';
import type { Month } from './form';

/** A token of a list, and where it was listed: for whom, and in which organization. */
type Listed = { token: Token; host: { id: string; instanceId?: string; identity: { id: string } | null }; now: number };

/** What was found out about a token by asking with it. */
export type Seen = {
  /** Where it was taken, and the id of the account that it belongs to there. */
  works: readonly { id: string; instanceId?: string; user: string }[];
  /** Scopes without which it would not have been let in, and scopes that it has not. */
  open: readonly string[];
  closed: readonly string[];
  made: Month | null;
};

/** Of whatever time zone the month is. */
function isMadeIn({ createdAt }: Token, made: Month | null): boolean {
  if (made === null || createdAt === null) return true;
  const { year, month } = made;
  return createdAt > Date.UTC(year, month - 1) - DAY && createdAt < Date.UTC(year, month) + DAY;
}

function worksThere({ token, host }: Listed, { works }: Seen): boolean {
  const { organizationIds, inAllCollections } = token;
  if (organizationIds === null || inAllCollections) return true;
  return works.every(({ id, instanceId }) => id === host.id || organizationIds.some((each) => each === instanceId));
}

/** The tokens of the lists that one can be, by everything that is known of both: one alone is most probably it. */
export function likely<T extends Listed>(listed: readonly T[], seen: Seen): T[] {
  return listed.filter((each) => {
    const { token, host, now } = each;
    const isOver = token.revoked || (token.expiresAt !== null && token.expiresAt <= now);
    if (isOver || !seen.works.some(({ user }) => user === host.identity?.id)) return false;
    const may = (scope: string) => includesScope(token.scopes, scope);
    return worksThere(each, seen) && isMadeIn(token, seen.made) && seen.open.every(may) && !seen.closed.some(may);
  });
}
