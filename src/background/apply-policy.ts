import type { KnownHost } from '../core/host';
import { parseAddress } from '../core/hosts/address';
import { type Found, isSamePlace, withOthers } from '../core/hosts/found-host';
import { purposesUnder, settingsUnder } from '../core/policy/held';
import type { Policy } from '../core/policy/policy';
import { policyNow } from '../platform/policy';
import { stored } from '../platform/stored';
import { renewFront } from './front/keep';
import { followSettings } from './new-settings';

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function foundBy({ organizations = [] }: Policy): Found[] {
  return organizations.flatMap((text) => {
    const read = parseAddress(text);
    return read.ok && read.value.kind === 'services' ? { host: read.value } : [];
  });
}

/** Whether an administrator wants it to be there. */
export async function isHostDecided(host: KnownHost): Promise<boolean> {
  return foundBy((await policyNow()).policy).some((each) => isSamePlace(each.host, host));
}

/**
 * Puts what an administrator has decided where everybody looks: into the settings, the purposes and the list of
 * organizations. A server waits for the user, whom the browser has to ask for leave. Who is signed in is seen later.
 */
export async function applyPolicy(): Promise<void> {
  const { policy } = await policyNow();
  const isNothing = Object.keys(policy).length === 0;
  if (isNothing && (await stored.purposes.get()).withheld === undefined) return; // as nearly everywhere
  const before = await stored.settings.get();
  const held = settingsUnder(policy, before);
  if (!isSame(held, before)) {
    await stored.settings.update((settings) => settingsUnder(policy, settings));
    await followSettings(before, held);
  }
  await stored.purposes.update((purposes) => {
    const left = purposesUnder(policy, purposes);
    return isSame(left, purposes) ? purposes : left;
  });
  const wanted = foundBy(policy);
  await stored.hosts.update((known) => {
    const all = withOthers(known, wanted);
    return isSame(all, known) ? known : all;
  });
}

/** An administrator has changed something while the browser is open. */
export async function followPolicy(): Promise<void> {
  await applyPolicy();
  renewFront(); // which says what is granted
}
