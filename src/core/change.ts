import * as z from 'zod/mini';
import { checkDraft, Draft, endOf } from './draft';
import { expiryOf } from './expiry';
import { fail, type Result } from './result';
import { sameScopes } from './scope-id';
import { Instant, Token } from './token';

/** What the user wants changed in a token that there is; what is absent stays as it is. */
export const Change = z.object({
  name: z.exactOptional(Draft.shape.name),
  scopes: z.exactOptional(Draft.shape.scopes),
  lifetime: z.exactOptional(Draft.shape.lifetime),
});
export type Change = z.output<typeof Change>;

/** A token after a change, as the server has it, and the end that was asked for. */
export const Changed = z.object({ token: Token, asked: z.object({ expiresAt: z.nullable(Instant) }) });
export type Changed = z.output<typeof Changed>;

/** Whether a change may be sent at `now` (milliseconds since 1970). A new lifetime counts from then. */
export function checkChange(change: Change, token: Token, now: number): Result<void> {
  if (token.revoked) return fail({ kind: 'not-found' });
  if (expiryOf(token, now, 0) === 'expired') return fail({ kind: 'invalid', field: 'expiry', reason: 'expired' });
  const untouched = { name: 'as it is', scopes: ['vso.code'], lifetime: { days: 1 } };
  return checkDraft({ ...untouched, ...change }, now);
}

/** The end that a change asks for; `null` where it leaves it as it is. */
export function endAsked({ lifetime }: Change, now: number): number | null {
  return lifetime === undefined ? null : endOf(lifetime, now);
}

/**
 * Whether a list that was read after a change whose answer was lost shows that it was made. An end counts as changed
 * when it has moved at all: the server may grant another than was asked.
 */
export function isMade(change: Change, before: Token, after: Token): boolean {
  const { name = after.name, scopes = after.scopes } = change;
  const moved = change.lifetime === undefined || after.expiresAt !== before.expiresAt;
  return name === after.name && sameScopes(scopes, after.scopes) && moved;
}
