import type { HostId } from '../core/host';
import { ok, type Result } from '../core/result';
import { inBackground } from '../platform/log';
import { forget } from '../platform/of-host';
import { giveUp } from '../platform/permission';
import { stored } from '../platform/stored';
import { forgetAsidesOf } from './asides';
import { wakeForRotations } from './ledgers/rotations';
import { forgetSecretsLater } from './minting/secrets';
import { lookAtTokens } from './reminders/remind';

export async function chooseHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await stored.chosenHost.set(hostId);
  return ok();
}

/** Forgets a host and everything that was kept of it. Its tokens stay as they are. */
export async function removeHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  const removed = (await stored.hosts.get()).find(({ id }) => id === hostId);
  await forget(hostId);
  if (removed) await giveUp(removed, await stored.hosts.get());
  await forgetAsidesOf(hostId);
  await wakeForRotations();
  await forgetSecretsLater();
  inBackground('look after a host was removed', lookAtTokens());
  return ok();
}
