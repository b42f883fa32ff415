import type { HostId } from '../core/host';
import type { Snapshot } from '../core/snapshot';
import { stored } from '../platform/stored';

/** The list of a host that was read last, also where the disk did not take it: what the screens show. */
export async function lastList(hostId: HostId): Promise<Snapshot | null> {
  return (await stored.unsaved(hostId).get()).snapshot ?? (await stored.reading(hostId).get()).snapshot;
}
