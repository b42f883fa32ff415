import type { HostId } from '../core/host';
import { type Area, type StorageItem, storageItem } from './storage-item';
import type { Kind } from './versions';

/** Deeds that each forget what one stored value holds of a host, in the order of `stored.ts`. */
const forgetting: ((hostId: HostId) => Promise<void>)[] = [];

/** A stored value of which each host has one of its own, gone with its host. */
export function perHost<T>(name: string, kind: Kind<T>, area: Area = 'local'): (hostId: HostId) => StorageItem<T> {
  const items = new Map<HostId, StorageItem<T>>();
  const itemOf = (hostId: HostId) => {
    const item = items.get(hostId) ?? storageItem(area, `${name}:${hostId}`, kind);
    items.set(hostId, item); // one each: updates wait for each other only within an item
    return item;
  };
  forgetting.push((hostId) => itemOf(hostId).remove());
  return itemOf;
}

/** A stored value that is about several hosts; `without` is what is left of it when one of them is forgotten. */
export function acrossHosts<T>(item: StorageItem<T>, without: (value: T, hostId: HostId) => T): StorageItem<T> {
  forgetting.push((hostId) => item.update((value) => without(value, hostId)));
  return item;
}

/** What is left of a list whose items belong to one host each. */
export function notOf<T extends { hostId: HostId }>(all: T[], hostId: HostId): T[] {
  return all.filter((each) => each.hostId !== hostId);
}

/** Forgets a host in every stored value that was made by one of the above. */
export async function forget(hostId: HostId): Promise<void> {
  for (const forgetIn of forgetting) await forgetIn(hostId);
}
