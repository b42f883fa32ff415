import type { HostId } from '../core/host';
import { ok, type Result } from '../core/result';
import { inBackground } from '../platform/log';
import { giveUp } from '../platform/permission';
import { stored } from '../platform/stored';
import { forgetRotationsOn } from './ledgers/rotations';
import { lookAtTokens } from './reminders/remind';

export async function chooseHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await stored.chosenHost.set(hostId);
  return ok();
}

/** Forgets a host and everything that was kept of it. Its tokens stay as they are. */
export async function removeHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  const removed = (await stored.hosts.get()).find(({ id }) => id === hostId);
  await stored.hosts.update((hosts) => hosts.filter(({ id }) => id !== hostId));
  if (removed) await giveUp(removed, await stored.hosts.get());
  await stored.intents.update((intents) => intents.filter((intent) => intent.hostId !== hostId));
  await stored.revokes.update((revokes) => revokes.filter((revoke) => revoke.hostId !== hostId));
  await forgetRotationsOn(hostId);
  await stored.signedOut.update((all) => all.filter((each) => each.hostId !== hostId));
  await stored.turns.update((turns) => turns.filter((turn) => turn.hostId !== hostId));
  await stored.strangers.update((all) => all.filter((each) => each.hostId !== hostId));
  await stored.baselines(hostId).remove();
  await stored.reading(hostId).remove();
  await stored.doors(hostId).remove();
  await stored.limits(hostId).remove();
  await stored.handOver(hostId).remove();
  inBackground('look after a host was removed', lookAtTokens());
  return ok();
}
