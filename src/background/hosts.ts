import type { HostId } from '../core/host';
import { ok, type Result } from '../core/result';
import { inBackground, log } from '../platform/log';
import { forget } from '../platform/of-host';
import { stored } from '../platform/stored';
import { isHostDecided } from './apply-policy';
import { forgetAsidesOf } from './asides';
import { giveBackUnneeded } from './connection/leave';
import { untilDone } from './ledgers/deeds';
import { wakeForRotations } from './ledgers/rotations';
import { forgetSecretsLater } from './minting/secrets';
import { decided } from './policy/decided';
import { clearNotifications } from './reminders/notifications';
import { lookAtTokens } from './reminders/remind';
import { tellWhatWasRevoked } from './revoke-all/revoke-all';
import { finishRevokesOf } from './revoking/undoable';
import { forgetRoamed } from './roaming';

export async function chooseHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await stored.chosenHost.set(hostId);
  return ok();
}

/** A look before it may be giving a notification to the browser just now. */
async function lookWithout(hostId: HostId): Promise<void> {
  try {
    await lookAtTokens();
  } finally {
    await clearNotifications(hostId);
  }
}

/**
 * Forgets a host and everything that was kept of it. What was pressed there is brought to its end before, and told: a token
 * that is being made is handed over, and a revoke that waits for an Undo is sent at once. Its tokens stay as they are.
 */
export async function removeHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  const host = (await stored.hosts.get()).find(({ id }) => id === hostId);
  if (host && (await isHostDecided(host))) return decided('organization');
  await untilDone(hostId);
  await finishRevokesOf(hostId);
  await tellWhatWasRevoked(hostId);
  await forget(hostId);
  await forgetRoamed(hostId).catch((error: unknown) => log.warn('sync', error));
  await giveBackUnneeded();
  await forgetAsidesOf(hostId);
  await wakeForRotations();
  await forgetSecretsLater();
  inBackground('look after a host was removed', lookWithout(hostId));
  return ok();
}
