import type { StorageItem } from '../../platform/storage-item';

/** Has `keep` know a stored value, now and whenever it changes. */
export async function follow<T>(item: StorageItem<T>, keep: (value: T) => void): Promise<void> {
  item.watch(keep);
  keep(await item.get());
}
