import { describe, expect, test } from 'vitest';
import { FABRIKAM, SERVER, WITH_PROVIDERS } from '../../../gallery/fixtures/hosts';
import { DAY, MINUTE } from '../duration';
import type { KnownHost } from '../host';
import type { Token } from '../token';
import {
  daysToHopeFor,
  formDays,
  formDaysWithin,
  limitsAt,
  longestDays,
  neverEndsInTime,
  refusedBefore,
  roundingOn,
} from './expectation';
import { type Verdict, withVerdict } from './learning';
import { Limits } from './limits';

const now = Date.parse('2026-11-12T10:00:00Z');
const me = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
const nothing = limitsAt(null, me, now);

type Step = [scopes: string, days: number, verdict: number | string];

/** What is known after answers, a day after each other: days that were granted, or a policy. */
function learnedFrom(...steps: Step[]): Limits {
  return steps.reduce((limits, [scopes, days, given], index) => {
    const verdict: Verdict = typeof given === 'number' ? { granted: given * DAY } : { policy: given };
    return withVerdict(limits, { scopes: scopes.split(' '), lifetime: days * DAY }, verdict, now + index * DAY);
  }, nothing);
}

const LIFESPAN = 'patLifespanPolicyViolation';
const FULL = 'fullScopePatPolicyViolation';
const CREATION = 'disablePatCreationPolicyViolation';
const code = (days: number, verdict: number | string): Step => ['vso.code', days, verdict];

describe('the longest lifetime to ask for', () => {
  test.each<[string, Step[], number]>([
    ['nothing is known', [], 365],
    ['what was asked was granted', [code(90, 90)], 365],
    ['it was cut to 7 days', [code(30, 7)], 7],
    ['it was cut to some hours', [code(30, 0.2)], 1],
    ['it was cut to almost 7 days', [code(30, 6.9)], 6],
    ['30 days were refused', [code(30, LIFESPAN)], 7],
    ['20 days were refused', [code(20, LIFESPAN)], 7],
    ['one day was refused', [code(1, LIFESPAN)], 1],
    ['30, then 7 days were refused', [code(30, LIFESPAN), code(7, LIFESPAN)], 1],
    ['7, then 30 days were refused', [code(7, LIFESPAN), code(30, LIFESPAN)], 1],
    ['30 days were refused, then 20 were granted', [code(30, LIFESPAN), code(20, 20)], 7],
    ['30 days were refused, then granted', [code(30, LIFESPAN), code(30, 30)], 365],
    ['30 days were refused, then cut', [code(30, LIFESPAN), code(30, 14)], 14],
    ['it was cut to 7 days, then to 14', [code(30, 7), code(30, 14)], 14],
    ['it was cut to 7 days, then 30 were granted', [code(30, 7), code(30, 30)], 365],
    ['it was cut to 7 days, then 7 were granted', [code(30, 7), code(7, 7)], 7],
    ['it was cut to 90 days, then 60 were refused', [code(365, 90), code(60, LIFESPAN)], 30],
    ['it was cut to 7 days, then 60 were refused', [code(60, 7), code(60, LIFESPAN)], 7],
    [
      'it was cut to 90 days, then 60 were refused, then granted',
      [code(365, 90), code(60, LIFESPAN), code(60, 60)],
      365,
    ],
    [
      'it was cut to 30 days, then 30 were refused, then granted',
      [code(90, 30), code(30, LIFESPAN), code(30, 30)],
      365,
    ],
    ['another policy refused it', [code(30, FULL)], 365],
    ['something else was wrong', [code(30, 'conditionalAccess')], 365],
  ])('where %s', (_, steps, days) => {
    expect(longestDays(learnedFrom(...steps))).toBe(days);
  });

  test('is that of the token whose place it takes, or the longest of all its places', () => {
    const token = { createdAt: now, expiresAt: now + 60 * DAY } as Token;
    expect(daysToHopeFor(token, [nothing, nothing])).toBe(60);
    expect(daysToHopeFor(token, [learnedFrom(code(60, 14)), learnedFrom(code(60, 7)), nothing])).toBe(7);
  });

  test('a difference of less than a minute is no decision', () => {
    const asked = { scopes: ['vso.code'], lifetime: 30 * DAY };
    expect(withVerdict(nothing, asked, { granted: 30 * DAY - MINUTE / 2 }, now).cut).toBeNull();
  });

  test('an end that cannot be read teaches nothing about lifetimes', () => {
    const known = learnedFrom(code(30, LIFESPAN));
    const asked = { scopes: ['vso.code'], lifetime: 30 * DAY };
    expect(withVerdict(known, asked, { granted: null }, now)).toEqual(known);
  });
});

describe('what was refused before', () => {
  const packages = (verdict: number | string): Step => ['vso.packaging_write vso.packaging', 30, verdict];
  const mixed = (verdict: number | string): Step => ['vso.packaging vso.code', 30, verdict];
  const full = (verdict: number | string): Step => ['app_token', 30, verdict];

  test.each<[string, Step[], string, string | undefined]>([
    ['nothing was', [], 'app_token', undefined],
    ['full access was', [full(FULL)], 'app_token', 'full-access'],
    ['full access was', [full(FULL)], 'vso.code', undefined],
    ['full access was, then it was granted', [full(FULL), full(30)], 'app_token', undefined],
    ['creation was', [code(30, CREATION)], 'vso.work', 'creation'],
    ['creation was, but not for packages', [code(30, CREATION)], 'vso.packaging', undefined],
    ['creation was, also for packages', [packages(CREATION)], 'vso.packaging', 'creation'],
    ['creation was, then packages were granted', [code(30, CREATION), packages(30)], 'vso.work', 'packages-only'],
    ['creation was after packages were granted', [packages(30), code(30, CREATION)], 'vso.work', 'packages-only'],
    ['creation was after packages were granted', [packages(30), code(30, CREATION)], 'vso.packaging', undefined],
    ['packages were after they were granted', [packages(30), packages(CREATION)], 'vso.code', 'creation'],
    ['creation was for packages, then not', [packages(CREATION), packages(30)], 'vso.code', undefined],
    [
      'creation was for packages and code, then for code',
      [mixed(CREATION), code(30, CREATION)],
      'vso.work',
      'creation',
    ],
    ['creation was for packages and code', [mixed(CREATION)], 'vso.packaging', undefined],
    ['creation was, then it was not', [code(30, CREATION), code(30, 30)], 'vso.code', undefined],
    ['creation was, and no scope is chosen', [code(30, CREATION)], '', 'creation'],
  ])('where %s: %s (%s)', (_, steps, scopes, rule) => {
    expect(refusedBefore(learnedFrom(...steps), scopes.split(' ').filter(Boolean))?.rule).toBe(rule);
  });
});

describe('what was learned', () => {
  const steps: Step[] = [code(30, 7), ['vso.packaging', 7, 7], ['app_token', 7, FULL], code(7, CREATION)];

  test('is believed for 30 days each', () => {
    const known = learnedFrom(...steps);
    expect(longestDays(limitsAt(known, me, now + 30 * DAY - 1))).toBe(7);
    expect(longestDays(limitsAt(known, me, now + 30 * DAY))).toBe(365);
    expect(longestDays(limitsAt(known, me, now - 30 * DAY)), 'by a clock that was set back').toBe(365);
    expect(limitsAt(known, me, now + 31 * DAY - 1).packaging).toEqual({ at: now + DAY });
    expect(limitsAt(known, me, now + 31 * DAY)).toEqual({
      ...nothing,
      fullAccess: { at: now + 2 * DAY },
      creation: { packaging: false, at: now + 3 * DAY },
    });
  });

  test('is believed anew when it is learned again', () => {
    expect(learnedFrom(code(30, LIFESPAN), code(30, LIFESPAN)).tooLong).toEqual({ days: 30, at: now + DAY });
  });

  test("is not another account's", () => {
    const other = '3f0a5c7e-52d1-4e0b-9d5b-6c1f0e2a9b77';
    expect(limitsAt(learnedFrom(...steps), other, now)).toEqual(limitsAt(null, other, now));
  });

  test('is read as it was written, and what is damaged of it is forgotten', () => {
    const known = learnedFrom(...steps);
    expect(Limits.parse(JSON.parse(JSON.stringify(known)))).toEqual(known);
    const damaged = { ...known, cut: { days: 'many', at: now }, packaging: undefined };
    expect(Limits.parse(damaged)).toEqual({ ...known, cut: null, packaging: null });
  });
});

describe("a server's form", () => {
  test.each([
    [1, 90],
    [90, 90],
    [91, 180],
    [180.5, 365],
    [366, 365],
  ])('makes %s days %s', (asked, made) => {
    expect(formDays(asked)).toBe(made);
  });

  test.each([
    [89, undefined],
    [90, 90],
    [364, 180],
    [365, 365],
  ])('has for %s days at the most: %s', (days, choice) => {
    expect(formDaysWithin(days)).toBe(choice);
  });

  test.each([
    ['up, and 89 days are decided', true, 89, true],
    ['up, and 90 days are decided', true, 90, false],
    ['up, and nothing is decided', true, undefined, false],
    ['nothing, and 89 days are decided', false, 89, false],
    ['what nobody knows, and 89 days are decided', null, 89, false],
  ])('rounds %s: whether no token of it ends in time', (_, up, longestDays, isNever) => {
    const decided = longestDays === undefined ? undefined : { longestDays };
    const limits = { ...nothing, rounding: up === null ? null : { up, at: now } };
    expect(neverEndsInTime(decided ? { ...limits, decided } : limits)).toBe(isNever);
  });

  test.each<[string, KnownHost, Step[], string]>([
    ['not in Azure DevOps Services', FABRIKAM, [code(30, 90)], 'none'],
    ['not on a server with providers', WITH_PROVIDERS, [], 'none'],
    ['perhaps on an old one', SERVER, [], 'perhaps'],
    ['still perhaps, if it was asked for one of its choices', SERVER, [code(90, 90)], 'perhaps'],
    ['surely, if it did', SERVER, [code(30, 90)], 'up'],
    ['not, if it did not', SERVER, [code(30, 30)], 'none'],
  ])('rounds up: %s', (_, host, steps, rounding) => {
    expect(roundingOn(host, learnedFrom(...steps))).toBe(rounding);
  });
});
