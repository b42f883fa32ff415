import type { HostId } from '../core/host';
import { ok, type Result } from '../core/result';
import { inBackground } from '../platform/log';
import { forget } from '../platform/of-host';
import { stored } from '../platform/stored';
import { forgetAsidesOf } from './asides';
import { giveBackUnneeded } from './connection/leave';
import { wakeForRotations } from './ledgers/rotations';
import { forgetSecretsLater } from './minting/secrets';
import { lookAtTokens } from './reminders/remind';

export async function chooseHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await stored.chosenHost.set(hostId);
  return ok();
}

/** Forgets a host and everything that was kept of it. Its tokens stay as they are. */
export async function removeHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await forget(hostId);
  await giveBackUnneeded();
  await forgetAsidesOf(hostId);
  await wakeForRotations();
  await forgetSecretsLater();
  inBackground('look after a host was removed', lookAtTokens());
  return ok();
}
