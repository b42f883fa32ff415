import { NO_POLICY, type PolicyRead, readPolicy } from '../core/policy/policy';
import { browser } from './browser';

/** Firefox refuses to answer where nobody has set anything, and so may any browser: then nothing is decided. */
async function read(): Promise<PolicyRead> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch {
    return NO_POLICY;
  }
}

let known: Promise<PolicyRead> | undefined;
let isHeard = false;

/** Calls `changed` whenever an administrator has changed something. Firefox reads it at its start alone. */
export function onPolicyChanged(changed: () => void): void {
  browser.storage.managed?.onChanged?.addListener(changed);
}

/** What an administrator has decided: asked for once, and again after a change. */
export function policyNow(): Promise<PolicyRead> {
  if (!isHeard)
    onPolicyChanged(() => {
      known = undefined;
    });
  isHeard = true;
  known ??= read();
  return known;
}
