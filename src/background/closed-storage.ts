import { browser } from '../platform/browser';

/** The types do not know of it. */
type Closable = typeof browser.storage.session & {
  setAccessLevel?: (level: { accessLevel: 'TRUSTED_CONTEXTS' }) => Promise<void>;
};

/**
 * Only our own pages and the worker read what is stored: Chromium lets scripts in pages do it too until it is told so, and
 * one of those is the paste guard. It keeps that over restarts (`extensions/browser/api/storage/storage_utils.cc`).
 * `session` is closed from the beginning; Firefox has no such choice. Where one area stays open, the others do not.
 */
export async function closeStorage(): Promise<void> {
  const { local, managed, sync } = browser.storage;
  const areas: (Closable | undefined)[] = [local, sync, managed];
  await Promise.all(areas.map(async (area) => await area?.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })));
}
