import type { KnownHost } from '../core/host';
import type { Failure } from '../core/result';
import { browser } from './browser';
import { log } from './log';
import { keysOf } from './of-host';
import { stored } from './stored';

/** Chromium says "QUOTA_BYTES quota exceeded" or "Resource::kQuotaBytes quota exceeded", Firefox has a QuotaExceededError. */
const isFull = (error: unknown): boolean => /quota/i.test(String(error));

/** How much is on the disk of a host alone. Older Firefox has no count of bytes: there the length of the text tells enough. */
async function onDisk({ id }: KnownHost): Promise<number> {
  const { local }: { local: { getBytesInUse?: (keys: string[]) => Promise<number> } } = browser.storage;
  const keys = keysOf(id);
  if (local.getBytesInUse) return await local.getBytesInUse(keys);
  return JSON.stringify(await browser.storage.local.get(keys)).length;
}

/** How much the list has that the disk refused: by its text, since Chromium counts of its memory what objects take there. */
async function refused({ id }: KnownHost): Promise<number> {
  return JSON.stringify(await browser.storage.session.get(stored.unsaved(id).key)).length;
}

/** How much a host has on the disk, or wants there: a list that was refused would take the place of the one before. */
const sizeOf = async (host: KnownHost) => Math.max(await onDisk(host), await refused(host));

/** The name of the host of which most is stored, or was to be. */
export async function fullestHost(): Promise<string | undefined> {
  const sizes = (await stored.hosts.get()).map(async (host) => ({ name: host.name, size: await sizeOf(host) }));
  const found = (await Promise.all(sizes)).filter(({ size }) => size > 0);
  return found.toSorted((a, b) => b.size - a.size)[0]?.name;
}

/** The failure that an error is where the browser did not store something because there is too much, and of whom most is. */
export async function ifFull(error: unknown): Promise<Failure | undefined> {
  if (!isFull(error)) return undefined;
  const by = await fullestHost().catch((trouble: unknown) => void log.warn('sizes', trouble));
  return { kind: 'full', ...(by === undefined ? {} : { by }) };
}
