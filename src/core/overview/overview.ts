import { DAY } from '../duration';
import { expiryOf, isActive, WARN_DAYS } from '../expiry';
import type { KnownHost } from '../host';
import { adviceOn } from '../narrower/advice';
import type { Purpose } from '../purposes/purpose';
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
const active: { readonly [F in Exclude<Finding, 'expired'>]: (listed: Listed, own: readonly Purpose[]) => boolean } = {
  expiring: ({ token, now }) => expiryOf(token, now, WARN_DAYS) === 'expiring',
  'full-access': ({ token }) => token.scopes.includes(FULL_ACCESS),
  global: ({ token }) => token.organizationIds === null,
  wide: (listed, own) => !listed.token.scopes.includes(FULL_ACCESS) && adviceOn(listed, { own }) !== null,
  old: ({ token, now }) => token.createdAt !== null && now - token.createdAt > OLD_DAYS * DAY,
  unnamed: ({ token }) => isVague(token.name),
};

const isOver = ({ token, now }: Listed) => expiryOf(token, now, 0) === 'expired';

function has(finding: Finding, listed: Listed, own: readonly Purpose[]): boolean {
  if (listed.token.revoked) return false;
  if (finding === 'expired') return isOver(listed);
  return !isOver(listed) && active[finding](listed, own);
}

export type Overview<T> = { active: number; findings: { finding: Finding; rows: T[] }[] };

/** What works in all organizations does most with what it can do. */
const byReach = (a: Listed, b: Listed) =>
  Number(b.token.organizationIds === null) - Number(a.token.organizationIds === null);

/** How the tokens of one host stand: how many are active, and those that something is wrong with, most urgent first. */
export function overviewOf<T extends Listed>(rows: readonly T[], own: readonly Purpose[] = []): Overview<T> {
  const sorted = rows.toSorted((a, b) => byUrgency(a.token, b.token));
  const found = (finding: Finding) => sorted.filter((row) => has(finding, row, own));
  return {
    active: rows.filter(({ token, now }) => isActive(token, now)).length,
    findings: FINDINGS.map((finding) => {
      const concerned = found(finding);
      const isOfWidth = finding === 'wide' || finding === 'full-access';
      return { finding, rows: isOfWidth ? concerned.toSorted(byReach) : concerned };
    }),
  };
}
