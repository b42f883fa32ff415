import { type Entries, Entry } from '../core/roaming/entry';
import { browser } from '../platform/browser';
import { stored } from '../platform/stored';
import { isShut } from '../platform/under-way';

/** Before each of our names there, so that whatever else may ever be kept there is left alone. */
const OURS = 'choice:';

/** What the user's browsers share, as far as it can be read. */
export async function readSynced(): Promise<Entries> {
  const found = await browser.storage.sync.get(null);
  const ours = Object.entries(found).filter(([key]) => key.startsWith(OURS));
  return Object.fromEntries(
    ours.flatMap(([key, stored]) => {
      const entry = Entry.safeParse(stored);
      return entry.success ? [[key.slice(OURS.length), entry.data]] : [];
    }),
  );
}

/** Whether this browser shares, or ever did: what it sent stays there when that is switched off. Where that cannot be read, it may have. */
export async function hasShared(): Promise<boolean> {
  const { key } = stored.roaming;
  const reading = Promise.all([stored.settings.get(), browser.storage.local.get(key)]);
  return await reading.then(
    ([{ roam }, found]) => roam || key in found,
    () => true,
  );
}

/** Shares these in one write, and takes those away for which there is no room, unless everything is being erased. */
export async function writeSynced(entries: Entries, dropped: readonly string[]): Promise<void> {
  const keyed = Object.entries(entries).map(([name, entry]) => [OURS + name, entry]);
  if (dropped.length > 0 && !isShut()) await browser.storage.sync.remove(dropped.map((name) => OURS + name));
  if (keyed.length > 0 && !isShut()) await browser.storage.sync.set(Object.fromEntries(keyed));
}

/** Takes all of it away, where there is such a place at all. */
export async function clearSynced(): Promise<void> {
  const found = Object.keys(await browser.storage.sync.get(null)).filter((key) => key.startsWith(OURS));
  if (found.length > 0) await browser.storage.sync.remove(found);
}
