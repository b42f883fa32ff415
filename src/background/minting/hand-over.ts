import type { HostId } from '../../core/host';
import { type HandOver, withoutSecrets } from '../../core/recipes/hand-over';
import { ok, type Result } from '../../core/result';
import { stored } from '../../platform/stored';

/** Keeps what the user filled in for a tool, for the next token of that host; of a host that is gone nothing is kept. */
export async function rememberHandOver({
  hostId,
  handOver,
}: {
  hostId: HostId;
  handOver: HandOver;
}): Promise<Result<void>> {
  const isKnown = (await stored.hosts.get()).some(({ id }) => id === hostId);
  const secrets = (await stored.minted.get()).map(({ secret }) => secret);
  if (isKnown) await stored.handOver(hostId).set(withoutSecrets(handOver, secrets));
  return ok();
}
