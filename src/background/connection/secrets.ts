import type { HostId, KnownHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { isInsecure } from '../../core/hosts/insecure';
import { fail, type Result } from '../../core/result';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { plainHttpAllowed } from '../policy/decided';
import { knownHost } from './connection';

/** A host to which a secret may go, or from which one may come: over plain http only where the user has allowed that. */
export async function hostForSecrets(hostId: HostId): Promise<Result<KnownHost>> {
  const host = await knownHost(hostId);
  if (!host.ok || !isInsecure(host.value)) return host;
  const decided = await plainHttpAllowed();
  if (!decided.ok) return decided;
  const isAllowed = (await stored.settings.get()).insecureMinting.includes(hostId);
  return isAllowed ? host : fail({ kind: 'insecure' });
}

/** The same, where the browser has the leave to reach it: for a request that is sent with a token alone. */
export async function reachableForSecrets(hostId: HostId): Promise<Result<KnownHost>> {
  const host = await hostForSecrets(hostId);
  if (!host.ok || (await mayReach(host.value))) return host;
  return fail({ kind: 'permission', address: addressOf(host.value) });
}
