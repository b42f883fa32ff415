import { z } from 'zod';
import { DAY, instantOf } from './dates';
import { areKnownScopes } from './scopes';
import { GLOBAL_TOKENS } from './token-rules';
import type { LedgerEntry } from './tokens';
import type { Ctx } from './world';

/** What a create may say. A field of the wrong type is read as one that will be refused by name, not as a broken body. */
export const Asked = z.object({
  displayName: z.string().catch(''),
  scope: z.string().catch(''),
  validTo: z.string().nullish().catch('not a date'),
  targetAccounts: z.array(z.string()).nullish().catch(['not an id']),
});
export type Asked = z.output<typeof Asked>;

/** A token, or a SessionTokenError (services.md 1.4) in PascalCase. */
type Issued = { entry: LedgerEntry } | { refused: string };

/** Over-long requests by less than this are the caller's clock, not the caller's wish: an assumption. */
const slack = 60_000;

/** The end that is granted, or why none is. `from` is where the longest lifetime is counted from. */
export function grantEnd(c: Ctx, asked: string, from: number): { validTo: number } | { refused: string } {
  const { now, switches } = c.var.world;
  const validTo = instantOf(asked);
  if (!(validTo > now())) return { refused: 'InvalidValidTo' };
  const longest = from + switches.longestDays * DAY;
  if (validTo <= longest + slack) return { validTo };
  return switches.overlong === 'clamped' ? { validTo: longest } : { refused: 'PatLifespanPolicyViolation' };
}

/** Null and `[]` most likely mean a global token (services.md 2.2), so they are refused as one. */
export function refusalOfTargets(c: Ctx, targets: string[] | null | undefined): string | undefined {
  if (targets === undefined) return 'InvalidTargetAccounts';
  if (targets === null || targets.length === 0) {
    return c.var.world.now() >= GLOBAL_TOKENS.blockedFrom ? 'GlobalPATCreationBlocked' : undefined;
  }
  const { world, user } = c.var;
  const mine = world.organizations.filter(({ members }) => members.includes(user.id)).map(({ id }) => id);
  return targets.every((id) => mine.includes(id)) ? undefined : 'InvalidTargetAccounts';
}

/** Checks and makes a token. In which order the service checks is an assumption. */
export function issue(c: Ctx, asked: Asked, madeBy: LedgerEntry['madeBy']): Issued {
  const { world, user, refusal, twin } = c.var;
  const refused =
    refusal ??
    (asked.displayName.trim() === '' ? 'DisplayNameRequired' : undefined) ??
    (areKnownScopes(asked.scope) ? undefined : 'InvalidScope') ??
    refusalOfTargets(c, asked.targetAccounts);
  if (refused) return { refused };

  // A create without an end takes "the service default"; thirty days is an assumption.
  const now = world.now();
  const end = asked.validTo ? grantEnd(c, asked.validTo, now) : { validTo: now + 30 * DAY };
  if ('refused' in end) return end;

  const { displayName, scope } = asked;
  const targetAccounts = asked.targetAccounts?.length ? asked.targetAccounts : null;
  const madeIn = c.var.organization.id;
  const draft = { userId: user.id, displayName, scope, targetAccounts, validTo: end.validTo, madeIn };
  if (twin) world.ledger.mint(draft, madeBy);
  return { entry: world.ledger.mint(draft, madeBy) };
}

/** A body that is not JSON is undefined here, and `{}` is a body. */
export async function bodyOf(c: Ctx): Promise<unknown> {
  try {
    return JSON.parse(await c.req.text());
  } catch {
    return undefined;
  }
}
