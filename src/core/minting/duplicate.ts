import type { Draft } from '../draft';
import { DAY } from '../duration';
import type { Token } from '../token';
import { withDay } from './token-name';

/** What a default name ends with: the day, and the part that nobody can guess. */
const OWN_ENDING = / 20\d\d([-.])\d\d\1\d\d( [a-z0-9]{5})?$/;
const USUAL_DAYS = 30;

/** The name without the ending of a default name. */
export const plain = ({ name }: Pick<Token, 'name'>) => name.replace(OWN_ENDING, '');

/** How long a token like this one lives, in days. */
export function daysOf({ createdAt, expiresAt }: Token): number {
  if (createdAt === null || expiresAt === null) return USUAL_DAYS;
  return Math.min(Math.max(Math.round((expiresAt - createdAt) / DAY), 1), 365);
}

/** A draft of another token like this one, made at `now` (milliseconds since 1970): its scopes, and about its lifetime. */
export function duplicateOf(token: Token, now: number): Draft {
  return { name: withDay(plain(token), now), scopes: token.scopes, lifetime: { days: daysOf(token) } };
}
