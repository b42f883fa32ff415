import { type Asked, type Rule, ruleAgainst, withheldBy } from '../../core/policy/held';
import type { Policy } from '../../core/policy/policy';
import { type Failure, fail, ok, type Result } from '../../core/result';
import { policyNow } from '../../platform/policy';

/** An administrator has decided otherwise. Nothing was done. */
export const decided = (reason: Rule) => fail({ kind: 'invalid', field: 'decided', reason } satisfies Failure);

const policy = async (): Promise<Policy> => (await policyNow()).policy;

/** Whether a token may be made, or changed, so. */
export async function tokenAllowed(asked: Asked): Promise<Result<void>> {
  const rule = ruleAgainst(await policy(), asked, Date.now());
  return rule === null ? ok() : decided(rule);
}

export async function purposeAllowed(id: string): Promise<Result<void>> {
  return withheldBy(await policy()).includes(id) ? decided('purpose') : ok();
}

/** Whether a secret may go over plain http, where the user has allowed it. */
export async function plainHttpAllowed(): Promise<Result<void>> {
  return (await policy()).forbidPlainHttp ? decided('plain-http') : ok();
}
