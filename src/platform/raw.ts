import { browser } from './browser';
import type { Area } from './storage-item';

/**
 * The values of these keys as they are stored, each without its version: unchecked, for who must not wait until a schema
 * is made. What is read here decides only whether to look again properly.
 */
export async function rawValues(area: Area, keys: string[]): Promise<Record<string, unknown>> {
  const found = await browser.storage[area].get(keys);
  const opened = Object.entries(found).map(([key, stored]) => [key, open(stored)]);
  return Object.fromEntries(opened);
}

function open(stored: unknown): unknown {
  return typeof stored === 'object' && stored !== null && 'value' in stored ? stored.value : stored;
}
