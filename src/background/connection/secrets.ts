import type { HostId, KnownHost } from '../../core/host';
import { isInsecure } from '../../core/hosts/insecure';
import { fail, type Result } from '../../core/result';
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
