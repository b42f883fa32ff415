import { signal } from '@preact/signals';
import { NO_POLICY, type PolicyRead } from '../../core/policy/policy';
import { inBackground } from '../../platform/log';
import { onPolicyChanged, policyNow } from '../../platform/policy';

/** What an administrator has decided. Only for what is shown: the worker holds it. */
export const policy = signal<PolicyRead>(NO_POLICY);

const look = async () => {
  policy.value = await policyNow();
};

export async function loadPolicy(): Promise<void> {
  await look();
  onPolicyChanged(() => inBackground('policy', look()));
}
