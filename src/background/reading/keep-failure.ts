import type { HostId, Identity } from '../../core/host';
import type { Failure } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import { log } from '../../platform/log';
import { stored } from '../../platform/stored';

/** Stores why a reading failed, beside the last good list if that is still theirs who are signed in: on the disk, and where the disk did not take it. */
export async function keepFailure(hostId: HostId, failure: Failure, signedIn?: Identity): Promise<void> {
  const [item, unsaved] = [stored.reading(hostId), stored.unsaved(hostId)];
  const beside = (snapshot: Snapshot | null) => {
    const stillTheirs = signedIn === undefined || snapshot?.identity.id === signedIn.id;
    return { snapshot: stillTheirs ? snapshot : null, failure };
  };
  const inMemory = async ({ snapshot }: { snapshot: Snapshot | null }) => snapshot && unsaved.set(beside(snapshot));
  const kept = [item.get().then(({ snapshot }) => item.set(beside(snapshot))), unsaved.get().then(inMemory)];
  for (const each of await Promise.allSettled(kept)) // it is answered all the same
    if (each.status === 'rejected') log.warn('failure of a reading', each.reason);
}
