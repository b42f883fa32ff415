import { LIFETIMES, MAX_DAYS } from '../draft';
import { DAY } from '../duration';
import type { Host } from '../host';
import { FULL_ACCESS, isFullAccess } from '../scopes/full-access';
import type { Token } from '../token';
import { daysOf } from './duplicate';
import type { Believed, Limits } from './limits';

// What a request for a token can be expected to come to, by what was learned of the host.

/** Policies change, and nobody tells: after this time it is tried anew. */
const BELIEVE = 30 * DAY;

const NOTHING = { cut: null, tooLong: null, fullAccess: null, creation: null, packaging: null, rounding: null };

/** What of that is still believed of this account at `now` (milliseconds since 1970). */
export function limitsAt(limits: Limits | null, identityId: string, now: number): Limits {
  if (limits?.identityId !== identityId) return { identityId, ...NOTHING };
  const young = <T extends { at: number }>(fact: T | null) =>
    fact !== null && Math.abs(now - fact.at) < BELIEVE ? fact : null;
  return {
    identityId,
    cut: young(limits.cut),
    tooLong: young(limits.tooLong),
    fullAccess: young(limits.fullAccess),
    creation: young(limits.creation),
    packaging: young(limits.packaging),
    rounding: young(limits.rounding),
  };
}

/** The longest lifetime that can be hoped for, in days: what was granted, or the next that is offered below what was refused. */
export function longestDays({ cut, tooLong, decided }: Believed): number {
  const below = tooLong ? (LIFETIMES.findLast((days) => days < tooLong.days) ?? 1) : MAX_DAYS;
  return Math.min(below, cut?.days ?? MAX_DAYS, decided?.longestDays ?? MAX_DAYS);
}

/** The lifetime to ask for in the place of a token: its own, or the longest that each of its places can be hoped to grant. */
export function daysToHopeFor(token: Token, places: readonly Believed[]): number {
  return Math.min(daysOf(token), ...places.map(longestDays));
}

/** The choices of the form by which TFS makes tokens, in days. Source: server.md 2; 90 and 180 are not proven there. */
const FORM_DAYS = [90, 180, MAX_DAYS];

/** What that form makes of a lifetime: the next of its choices. */
export function formDays(days: number): number {
  return FORM_DAYS.find((choice) => choice >= days) ?? MAX_DAYS;
}

/** The longest of those choices that is no longer than so many days, where there is one. */
export const formDaysWithin = (days: number) => FORM_DAYS.findLast((choice) => choice <= days);

/** Whether no token ends within so many days, where lifetimes are rounded up. */
export const neverEndsWithin = (days: number | undefined, isRounded: boolean): boolean =>
  isRounded && days !== undefined && formDaysWithin(days) === undefined;

/** Whether a host makes no token that ends as soon as an administrator has decided. */
export const neverEndsInTime = ({ rounding, decided }: Believed): boolean =>
  neverEndsWithin(decided?.longestDays, rounding?.up === true);

/** Whether an administrator has decided against a token with such scopes. */
export const isForbidden = (scopes: readonly string[], { decided }: Believed): boolean =>
  decided?.noFullAccess === true && scopes.some(isFullAccess);

/** Whether a host rounds lifetimes up: servers without data providers may have their form alone, which an answer tells. */
export function roundingOn(host: Host, { rounding }: Limits): 'up' | 'perhaps' | 'none' {
  if (host.kind === 'services' || host.hasProviders) return 'none';
  if (rounding === null) return 'perhaps';
  return rounding.up ? 'up' : 'none';
}

export function isForPackages(scopes: readonly string[]): boolean {
  return scopes.length > 0 && scopes.every((scope) => /^vso\.packaging(_|$)/.test(scope));
}

/** Which rule refused a token with such scopes before, and when. */
export type RefusedBefore = { rule: 'full-access' | 'creation' | 'packages-only'; at: number };

/**
 * Whether a token with these scopes can be expected to be refused. That an organization allows packages alone is no
 * word of its own on the wire: it is inferred where a token for packages was made and another one refused.
 */
export function refusedBefore(limits: Limits, scopes: readonly string[]): RefusedBefore | null {
  const { creation, packaging, fullAccess } = limits;
  if (creation?.packaging || (creation && !isForPackages(scopes)))
    return { rule: packaging ? 'packages-only' : 'creation', at: creation.at };
  return fullAccess && scopes.includes(FULL_ACCESS) ? { rule: 'full-access', at: fullAccess.at } : null;
}
