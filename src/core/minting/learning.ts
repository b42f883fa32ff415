import { DAY } from '../duration';
import { ROUNDING } from '../rounding';
import { FULL_ACCESS } from '../scopes/full-access';
import { formDays, isForPackages } from './expectation';
import type { Limits } from './limits';

/** What was asked of an organization in a new token: `lifetime` in milliseconds. */
type Asked = { scopes: readonly string[]; lifetime: number };

/** How it answered: with a token of that lifetime (`null` where its end could not be read), or by naming a policy. */
export type Verdict = { granted: number | null } | { policy: string };

/** Whole days, at least one: what is a little less than a day counts as it. */
const daysIn = (lifetime: number) => Math.max(1, Math.floor((lifetime + ROUNDING) / DAY));

type Facts = Partial<Omit<Limits, 'identityId'>>;

function fromLifetime({ cut, tooLong }: Limits, asked: number, granted: number, at: number): Facts {
  const notRefused = tooLong !== null && asked >= tooLong.days * DAY - ROUNDING ? { tooLong: null } : {};
  if (granted < asked - ROUNDING) return { ...notRefused, cut: { days: daysIn(granted), at } };
  return cut !== null && daysIn(granted) > cut.days ? { ...notRefused, cut: null } : notRefused;
}

/** A lifetime that the form knows says nothing about whether it was the form. */
function fromRounding(asked: number, granted: number, at: number): Facts {
  if (Math.abs(formDays(asked / DAY) * DAY - asked) <= ROUNDING) return {};
  return { rounding: { up: granted > asked + ROUNDING, at } };
}

function fromGrant(limits: Limits, asked: Asked, granted: number | null, at: number): Facts {
  const { lifetime, scopes } = asked;
  const closed = limits.creation?.packaging === false && isForPackages(scopes) ? {} : { creation: null };
  return {
    ...closed,
    ...(isForPackages(scopes) ? { packaging: { at } } : {}),
    ...(scopes.includes(FULL_ACCESS) ? { fullAccess: null } : {}),
    ...(granted === null ? {} : fromLifetime(limits, lifetime, granted, at)),
    ...(granted === null ? {} : fromRounding(lifetime, granted, at)),
  };
}

/** What each policy of the server tells. Source: services.md 6.2. */
const fromPolicy: Readonly<Record<string, (limits: Limits, asked: Asked, at: number) => Facts>> = {
  patLifespanPolicyViolation: ({ cut, tooLong }, { lifetime }, at) => {
    const days = Math.ceil((lifetime - ROUNDING) / DAY);
    const shortest = tooLong !== null && tooLong.days < days ? tooLong : { days, at };
    return { tooLong: shortest, ...(cut !== null && cut.days >= days ? { cut: null } : {}) };
  },
  fullScopePatPolicyViolation: (_, __, at) => ({ fullAccess: { at } }),
  disablePatCreationPolicyViolation: (_, { scopes }, at) => {
    const packaging = isForPackages(scopes);
    return { creation: { packaging, at }, ...(packaging ? { packaging: null } : {}) };
  },
};

/** What is known after another verdict at `at` (milliseconds since 1970): what it adds, and without what it disproves. */
export function withVerdict(limits: Limits, asked: Asked, verdict: Verdict, at: number): Limits {
  const facts =
    'policy' in verdict
      ? fromPolicy[verdict.policy]?.(limits, asked, at)
      : fromGrant(limits, asked, verdict.granted, at);
  return { ...limits, ...facts };
}
