import * as z from 'zod/mini';
import { DAY } from './duration';
import { fail, ok, type Result } from './result';
import { SCOPE_ID } from './scope-id';
import { Instant } from './token';

/** The service's own default maximum. Source: services.md 1.6. */
export const MAX_DAYS = 365;

/** A lifetime in whole days. */
export const Days = z.number().check(z.refine((days) => Number.isInteger(days) && days >= 1 && days <= MAX_DAYS));

/** The lifetimes that are offered, in days. */
export const LIFETIMES: readonly number[] = [1, 7, 30, 60, 90, 180, MAX_DAYS];

/** How long a token shall live: days from the moment of creation, or a fixed end. */
export const Lifetime = z.union([z.object({ days: z.number() }), z.object({ until: Instant })]);
export type Lifetime = z.output<typeof Lifetime>;

/** What the user asks for in a new token. */
export const Draft = z.object({ name: z.string(), scopes: z.array(z.string()), lifetime: Lifetime });
export type Draft = z.output<typeof Draft>;

/** The end of a token that is made at `now` (milliseconds since 1970). */
export function endOf(lifetime: Lifetime, now: number): number {
  return 'days' in lifetime ? now + lifetime.days * DAY : lifetime.until;
}

/** Whether a draft may be sent at `now`. The name is sent exactly as typed, so nothing is trimmed here. */
export function checkDraft(draft: Draft, now: number): Result<void> {
  if (draft.name.trim() === '') return fail({ kind: 'invalid', field: 'name', reason: 'empty' });
  if (draft.scopes.length === 0) return fail({ kind: 'invalid', field: 'scopes', reason: 'empty' });
  if (!draft.scopes.every((scope) => SCOPE_ID.test(scope)))
    return fail({ kind: 'invalid', field: 'scopes', reason: 'malformed' });
  const end = endOf(draft.lifetime, now);
  if (!(end > now)) return fail({ kind: 'invalid', field: 'expiry', reason: 'past' });
  // One day of grace: "in a year" on the user's calendar may be a leap day longer.
  if (end > now + (MAX_DAYS + 1) * DAY) return fail({ kind: 'invalid', field: 'expiry', reason: 'too-long' });
  return ok();
}
