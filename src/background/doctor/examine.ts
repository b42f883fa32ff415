import { lookWith } from '../../azure/area';
import { type Caller, callerWith } from '../../azure/caller';
import { type Look, readOf } from '../../core/doctor/reads';
import type { HostId } from '../../core/host';
import { fail, type Result } from '../../core/result';
import type { Secret } from '../../core/secret';
import { reachableForSecrets } from '../connection/secrets';

/** Asks a host with a token alone whose it is: one request. Nothing of it stays here. */
export async function askCaller({ hostId, secret }: { hostId: HostId; secret: Secret }): Promise<Result<Caller>> {
  const host = await reachableForSecrets(hostId);
  return host.ok ? await callerWith(host.value, secret) : host;
}

type Looking = { hostId: HostId; secret: Secret; area: string; user: string };

/** Asks with a token alone whether it may read in an area: one request. */
export async function lookAtArea({ hostId, area, ...asking }: Looking): Promise<Result<Look>> {
  const host = await reachableForSecrets(hostId);
  if (!host.ok) return host;
  const read = readOf(host.value.kind, area);
  return read ? await lookWith(host.value, { ...asking, read }) : fail({ kind: 'unsupported' });
}
