import type { Draft } from './draft';
import { DAY } from './duration';
import type { Token } from './token';

/** What a default name ends with: the day, and the part that nobody can guess. */
const OWN_ENDING = / 20\d\d-\d\d-\d\d( [a-z0-9]{5})?$/;
const USUAL_DAYS = 30;

/** A draft of another token like this one, made at `now` (milliseconds since 1970): its scopes, and about its lifetime. */
export function duplicateOf(token: Token, now: number): Draft {
  const lived = Math.round(((token.expiresAt ?? 0) - (token.createdAt ?? 0)) / DAY);
  const known = token.expiresAt !== null && token.createdAt !== null;
  const days = known ? Math.min(Math.max(lived, 1), 365) : USUAL_DAYS;
  const day = new Date(now).toISOString().slice(0, 10);
  return { name: `${token.name.replace(OWN_ENDING, '')} ${day}`.trim(), scopes: token.scopes, lifetime: { days } };
}
