import { type Entries, Entry } from '../core/roaming/entry';
import { browser } from '../platform/browser';

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

/** Shares these in one write, and takes those away for which there is no room. */
export async function writeSynced(entries: Entries, dropped: readonly string[]): Promise<void> {
  const keyed = Object.entries(entries).map(([name, entry]) => [OURS + name, entry]);
  if (dropped.length > 0) await browser.storage.sync.remove(dropped.map((name) => OURS + name));
  if (keyed.length > 0) await browser.storage.sync.set(Object.fromEntries(keyed));
}

/** Takes all of it away, where there is such a place at all. */
export async function clearSynced(): Promise<void> {
  const there = await readSynced();
  await writeSynced({}, Object.keys(there));
}
