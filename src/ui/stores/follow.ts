import type { StorageItem } from '../../platform/storage-item';

/** Has `keep` know a stored value, now and whenever it changes. What is told meanwhile is newer than what was asked for. */
export async function follow<T>(item: Pick<StorageItem<T>, 'get' | 'watch'>, keep: (value: T) => void): Promise<void> {
  let isTold = false;
  item.watch((value) => {
    isTold = true;
    keep(value);
  });
  const value = await item.get();
  if (!isTold) keep(value);
}
