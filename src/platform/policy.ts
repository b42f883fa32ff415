import { NO_POLICY, type PolicyRead, readPolicy } from '../core/policy/policy';
import { browser } from './browser';

let known: Promise<PolicyRead> | undefined;

/** How Firefox refuses to answer where nobody has set anything; that stays so until its next start. */
const NOBODY = /manifest not found/;

/** Without an answer nothing is decided; where that was trouble, it is asked for again with the next press. */
async function read(): Promise<PolicyRead> {
  try {
    return readPolicy(await browser.storage.managed.get(null));
  } catch (error) {
    if (!NOBODY.test(String(error))) known = undefined;
    return NO_POLICY;
  }
}

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
