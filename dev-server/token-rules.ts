import { instantOf } from './dates';
import type { SessionToken } from './tokens';

/** From the first date none is made or extended; from the second none is accepted (services.md section 8). */
export const GLOBAL_TOKENS = { blockedFrom: Date.parse('2026-03-15'), refusedFrom: Date.parse('2026-12-01') };

/** A revoked token stays revoked when it expires (services.md 3.1). */
export function stateOf(token: SessionToken, now: number): 'active' | 'revoked' | 'expired' {
  if (!token.isValid) return 'revoked';
  return instantOf(token.validTo) <= now ? 'expired' : 'active';
}

/** Whether the token opens this organization now. */
export function opens(token: SessionToken, organizationId: string, now: number): boolean {
  const reaches = token.targetAccounts?.includes(organizationId) ?? now < GLOBAL_TOKENS.refusedFrom;
  return reaches && stateOf(token, now) === 'active';
}
