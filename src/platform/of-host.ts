import type { HostId } from '../core/host';
import { type Area, keepOut, type StorageItem, storageItem } from './storage-item';
import type { Kind } from './versions';

/** Deeds that each forget what one stored value holds of a host, in the order of `stored.ts`. */
const forgetting: ((hostId: HostId) => Promise<void>)[] = [];

/** The names of what each host has of its own on the disk. */
const onDisk: string[] = [];

/** The keys under which a host has something of its own on the disk. */
export const keysOf = (hostId: HostId): string[] => onDisk.map((name) => `${name}:${hostId}`);

/** How often a host was forgotten so far; of each host when it last was, and whether it has been added again since. */
let removals = 0;
const forgotten = new Map<HostId, { at: number; isBack: boolean }>();

/** A moment by which somebody can tell later whether a host was forgotten since. */
export const removalsSoFar = () => removals;

/** Whether a host is forgotten, or was since that moment: what was begun before must not be done. */
export function isForgotten(hostId: HostId, since = removals): boolean {
  const removal = forgotten.get(hostId);
  return removal !== undefined && (!removal.isBack || removal.at > since);
}

/** Takes a host back that is added, unless it was forgotten since; answers whether it may be added. */
export function takeBack(hostId: HostId, since: number): boolean {
  const removal = forgotten.get(hostId);
  if (removal && removal.at > since) return false;
  if (removal) removal.isBack = true;
  return true;
}

const isAway = (hostId: HostId) => forgotten.get(hostId)?.isBack === false;

// Of a host that is forgotten nothing is written, whoever is still under way with it.
keepOut((key) => [...forgotten.keys()].some((hostId) => isAway(hostId) && key.endsWith(`:${hostId}`)));

/** A stored value of which each host has one of its own, gone with its host. */
export function perHost<T>(name: string, kind: Kind<T>, area: Area = 'local'): (hostId: HostId) => StorageItem<T> {
  const items = new Map<HostId, StorageItem<T>>();
  const itemOf = (hostId: HostId) => {
    const item = items.get(hostId) ?? storageItem(area, `${name}:${hostId}`, kind);
    items.set(hostId, item); // one each: updates wait for each other only within an item
    return item;
  };
  forgetting.push((hostId) => itemOf(hostId).remove());
  if (area === 'local') onDisk.push(name);
  return itemOf;
}

/** A stored value that is about several hosts; `without` is what is left of it when one of them is forgotten. */
export function acrossHosts<T>(item: StorageItem<T>, without: (value: T, hostId: HostId) => T): StorageItem<T> {
  forgetting.push((hostId) => item.update((value) => without(value, hostId)));
  const clean = (value: T) => [...forgotten.keys()].filter(isAway).reduce(without, value);
  return {
    ...item,
    set: (value) => item.update(() => clean(value)),
    update: (change) => item.update((value) => clean(change(value))),
    updateWith: (other, change) =>
      item.updateWith(other, (value, beside) => {
        const [next, nextBeside] = change(value, beside);
        return [clean(next), nextBeside];
      }),
    write: (value) => item.write(clean(value)),
  };
}

/** The same for what is made anew from all others: it is forgotten with each host, and may be written as soon as it is made. */
export function madeOfHosts<T>(item: StorageItem<T>, nothing: T): StorageItem<T> {
  forgetting.push(() => item.set(nothing));
  return item;
}

/** Does something more when a host is forgotten. */
export function forgetToo(forgetIn: (hostId: HostId) => Promise<void>): void {
  forgetting.push(forgetIn);
}

/** What is left of a list whose items belong to one host each. */
export function notOf<T extends { hostId: HostId }>(all: T[], hostId: HostId): T[] {
  return all.filter((each) => each.hostId !== hostId);
}

/**
 * Forgets a host in every stored value that was made by one of the above. The hosts themselves, the first of them, come
 * last: where a worker is ended before, it is still on the screen, and can be removed once more.
 */
export async function forget(hostId: HostId): Promise<void> {
  removals += 1;
  forgotten.set(hostId, { at: removals, isBack: false });
  for (const forgetIn of [...forgetting.slice(1), ...forgetting.slice(0, 1)]) await forgetIn(hostId);
}
