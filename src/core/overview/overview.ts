import { DAY } from '../duration';
import { expiryOf, isActive, WARN_DAYS } from '../expiry';
import type { KnownHost } from '../host';
import { adviceOn } from '../narrower/advice';
import { FULL_ACCESS } from '../scopes/full-access';
import type { Listed } from './listed';
import { byUrgency } from './urgency';
import { isVague } from './vague-name';

/** What can be wrong with a token, in the order on the screen. */
export const FINDINGS = ['expiring', 'expired', 'full-access', 'global', 'wide', 'old', 'unnamed'] as const;
export type Finding = (typeof FINDINGS)[number];

/** From this age on a token counts as old, in days. */
export const OLD_DAYS = 180;

/** Without a use for so long, the service may end a token. Source: services.md 8, for organizations of Microsoft Entra. */
export const IDLE_DAYS = 90;

/** Whether the service may have ended a token by itself, or be about to: nothing tells when it was used last. */
export function mayBeIdle({ token, now }: Pick<Listed, 'token' | 'now'>, host: KnownHost): boolean {
  const isOld = token.createdAt !== null && now - token.createdAt > IDLE_DAYS * DAY;
  return isOld && host.kind === 'services' && host.identity?.kind !== 'personal' && isActive(token, now);
}

/** What is wrong with an active token. */
const active: { readonly [F in Exclude<Finding, 'expired'>]: (listed: Listed) => boolean } = {
  expiring: ({ token, now }) => expiryOf(token, now, WARN_DAYS) === 'expiring',
  'full-access': ({ token }) => token.scopes.includes(FULL_ACCESS),
  global: ({ token }) => token.organizationIds === null,
  wide: (listed) => !listed.token.scopes.includes(FULL_ACCESS) && adviceOn(listed) !== null,
  old: ({ token, now }) => token.createdAt !== null && now - token.createdAt > OLD_DAYS * DAY,
  unnamed: ({ token }) => isVague(token.name),
};

const isOver = ({ token, now }: Listed) => expiryOf(token, now, 0) === 'expired';

function has(finding: Finding, listed: Listed): boolean {
  if (listed.token.revoked) return false;
  if (finding === 'expired') return isOver(listed);
  return !isOver(listed) && active[finding](listed);
}

export type Overview<T> = { active: number; findings: { finding: Finding; rows: T[] }[] };

/** How the tokens of one host stand: how many are active, and those that something is wrong with, most urgent first. */
export function overviewOf<T extends Listed>(rows: readonly T[]): Overview<T> {
  const sorted = rows.toSorted((a, b) => byUrgency(a.token, b.token));
  return {
    active: rows.filter(({ token, now }) => isActive(token, now)).length,
    findings: FINDINGS.map((finding) => ({ finding, rows: sorted.filter((row) => has(finding, row)) })),
  };
}
