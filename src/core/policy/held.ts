import { endOf, type Lifetime } from '../draft';
import { DAY } from '../duration';
import { formDays, formDaysWithin, neverEndsWithin } from '../minting/expectation';
import type { Believed, Limits } from '../minting/limits';
import { PRESETS } from '../purposes/built-in';
import type { Purposes } from '../purposes/purposes';
import { ROUNDING } from '../rounding';
import { isFullAccess } from '../scopes/full-access';
import { REMIND_DAYS, type Settings } from '../settings';
import type { Policy } from './policy';

/** What can be refused by an administrator's decision. */
export const RULES = [
  'full-access',
  'lifetime',
  'rounding',
  'no-lifetime',
  'purpose',
  'plain-http',
  'settings',
  'organization',
] as const;
export type Rule = (typeof RULES)[number];

/** Of a token, what is asked for, and whether its host is known to round lifetimes up. */
export type Asked = { scopes?: readonly string[] | undefined; lifetime?: Lifetime | undefined; isRounded?: boolean };

/** Why a token must not be made or changed so at `now` (milliseconds since 1970); `null` where it may. */
export function ruleAgainst(
  policy: Policy,
  { scopes = [], lifetime, isRounded = false }: Asked,
  now: number,
): Rule | null {
  if (policy.forbidFullAccess && scopes.some(isFullAccess)) return 'full-access';
  const { longestLifetimeDays: longest } = policy;
  if (longest === undefined || lifetime === undefined) return null;
  if (neverEndsWithin(longest, isRounded)) return 'no-lifetime';
  const asked = endOf(lifetime, now) - now;
  if (asked > longest * DAY + ROUNDING) return 'lifetime';
  return isRounded && formDays(Math.ceil((asked - ROUNDING) / DAY)) > longest ? 'rounding' : null;
}

/** The ids of the purposes that are not to be offered. */
export function withheldBy({ purposesOffered, purposesForbidden = [] }: Policy): string[] {
  const isOffered = (id: string) => purposesOffered?.includes(id) ?? true;
  return PRESETS.map(({ id }) => id).filter((id) => !isOffered(id) || purposesForbidden.includes(id));
}

/** The purposes without those that are not to be offered: whoever reads them need not know of it. */
export function purposesUnder(policy: Policy, { withheld: _, ...purposes }: Purposes): Purposes {
  const withheld = withheldBy(policy);
  return withheld.length === 0 ? purposes : { ...purposes, withheld };
}

/** The names of settings that are not the user's to change any more. Of reminders, only those that are decided. */
export function decidedBy(policy: Policy): (keyof Settings)[] {
  return [
    ...(policy.checkEveryHours === undefined ? [] : (['checkEveryHours'] as const)),
    ...(policy.clearClipboardSeconds === undefined ? [] : (['clearClipboardSeconds'] as const)),
    ...(policy.forbidPlainHttp ? (['insecureMinting'] as const) : []),
    ...(policy.remindDays?.length ? (['remindDays'] as const) : []),
  ];
}

/** The settings as they have to be: what is decided stands in them, so that whoever reads them need not know of it. */
export function settingsUnder(policy: Policy, settings: Settings): Settings {
  const { remindDays = [], checkEveryHours, clearClipboardSeconds, forbidPlainHttp } = policy;
  const isReminded = (day: (typeof REMIND_DAYS)[number]) =>
    remindDays.includes(day) || settings.remindDays.includes(day);
  return {
    ...settings,
    remindDays: REMIND_DAYS.filter(isReminded),
    ...(checkEveryHours === undefined ? {} : { checkEveryHours }),
    ...(clearClipboardSeconds === undefined ? {} : { clearClipboardSeconds }),
    ...(forbidPlainHttp ? { insecureMinting: [] } : {}),
  };
}

/** What a host is believed to allow, and what is decided beside that: of a host that rounds up, what is still allowed then. */
export function limitsUnder(policy: Policy, limits: Limits): Believed {
  const { longestLifetimeDays: longest, forbidFullAccess: noFullAccess } = policy;
  const longestDays = limits.rounding?.up && longest !== undefined ? (formDaysWithin(longest) ?? longest) : longest;
  const decided = {
    ...(longestDays === undefined ? {} : { longestDays }),
    ...(noFullAccess ? { noFullAccess: true as const } : {}),
  };
  return { ...limits, decided };
}
