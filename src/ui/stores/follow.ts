import type { StorageItem } from '../../platform/storage-item';

/** Has `keep` know a stored value, now and whenever it changes. */
export async function follow<T>(item: Pick<StorageItem<T>, 'get' | 'watch'>, keep: (value: T) => void): Promise<void> {
  item.watch(keep);
  keep(await item.get());
}
