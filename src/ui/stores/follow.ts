import { type Signal, signal } from '@preact/signals';
import type { HostId } from '../../core/host';
import { inBackground } from '../../platform/log';
import type { StorageItem } from '../../platform/storage-item';

type Followed<T> = Pick<StorageItem<T>, 'get' | 'watch'>;

/** Has `keep` know a stored value, now and whenever it changes. What is told meanwhile is newer than what was asked for. */
export async function follow<T>(item: Followed<T>, keep: (value: T) => void): Promise<void> {
  let isTold = false;
  item.watch((value) => {
    isTold = true;
    keep(value);
  });
  const value = await item.get();
  if (!isTold) keep(value);
}

/**
 * The same for a value that is changed on the screen: a change is shown at once, so that the next one builds on it, and what
 * became of it when all are saved. Until the last one is, storage tells of an older state than the one on the screen.
 */
export function followChanged<T>(item: Followed<T>, shown: Signal<T>) {
  let underWay = 0;
  const showStored = (value: T | null) => {
    if (value !== null && underWay === 0) shown.value = value;
  };
  return {
    load: () => follow(item, showStored),
    whileShown: async <R>(changed: T, save: (changed: T) => Promise<R>): Promise<R> => {
      shown.value = changed;
      underWay += 1;
      try {
        return await save(changed);
      } finally {
        underWay -= 1;
        // Where nothing can be read, what is shown stays.
        if (underWay === 0) showStored(await item.get().catch(() => null));
      }
    },
  };
}

/**
 * What storage has of each host: followed once, from the first time that it is asked for, whenever the host came. `where`
 * names it in the log.
 */
export function ofEachHost<T>(where: string, itemOf: (hostId: HostId) => Followed<T>) {
  const values = signal<ReadonlyMap<HostId, T>>(new Map());
  const followed = new Map<HostId, Promise<void>>();
  const keep = (hostId: HostId, value: T) => {
    values.value = new Map(values.value).set(hostId, value);
  };
  const begin = (hostId: HostId): Promise<void> => {
    const begun = followed.get(hostId) ?? follow(itemOf(hostId), (value) => keep(hostId, value));
    followed.set(hostId, begun);
    return begun;
  };
  return {
    /** Has the values of these hosts known from now on, whether they are on the screen or not. */
    know: async (hostIds: readonly HostId[]): Promise<void> => void (await Promise.all(hostIds.map(begin))),
    /** The value as it is known; `undefined` before storage has told. */
    of: (hostId: HostId): T | undefined => {
      if (!followed.has(hostId)) inBackground(where, begin(hostId));
      return values.value.get(hostId);
    },
    /** The same, of a host that is followed already; another one is not begun with. */
    soFar: (hostId: HostId): T | undefined => values.value.get(hostId),
    /** Has a value known before storage tells of it. */
    keep,
  };
}
