import type { Draft } from '../../core/draft';
import type { HostId } from '../../core/host';
import { longestDays } from '../../core/minting/expectation';
import { defaultName, NAME_BYTES } from '../../core/minting/token-name';
import { purposesUnder } from '../../core/policy/held';
import { allPurposes, type Purposes } from '../../core/purposes/purposes';
import { fail, ok, type Result } from '../../core/result';
import { named } from '../../platform/in-words/purposes';
import { policyNow } from '../../platform/policy';
import { stored } from '../../platform/stored';
import { purposeAllowed } from '../policy/decided';
import { believedLimits } from './limits';

export async function savePurposes({ purposes }: { purposes: Purposes }): Promise<Result<void>> {
  const { policy } = await policyNow();
  await stored.purposes.set(purposesUnder(policy, purposes));
  return ok();
}

/**
 * What is asked for a purpose: its scopes, a default name, and its lifetime, or the longest that the organization is
 * known to grant. A page that was open when the purpose was deleted can still ask for it.
 */
export async function draftFor(id: string, by: { hostId: HostId; identityId: string }): Promise<Result<Draft>> {
  const [purposes, settings, limits] = await Promise.all([
    stored.purposes.get(),
    stored.settings.get(),
    believedLimits(by),
  ]);
  const allowed = await purposeAllowed(id);
  if (!allowed.ok) return allowed;
  const purpose = allPurposes(purposes).find((each) => each.id === id);
  if (!purpose) return fail({ kind: 'invalid', field: 'purpose', reason: 'gone' });
  const now = Date.now();
  const random = crypto.getRandomValues(new Uint8Array(NAME_BYTES));
  const name = defaultName(named(purpose), { note: settings.nameNote, now, random });
  const days = Math.min(purpose.days, longestDays(limits));
  return ok({ name, scopes: purpose.scopes, lifetime: { days } });
}
