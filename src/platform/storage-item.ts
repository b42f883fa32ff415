import * as z from 'zod/mini';
import { browser } from './browser';
import { log } from './log';
import { queue } from './queue';

/** `local` is kept on disk; `session` is memory that outlives the worker, but not the browser. */
export type Area = 'local' | 'session';

/** A value as it is stored, with its key. */
export type Write = [key: string, stored: unknown];

export type StorageItem<T> = {
  /** The stored value; the fallback where there is none or it cannot be read. */
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Replaces the value by what `change` makes of it, one update after the other. */
  update(change: (value: T) => T): Promise<void>;
  remove(): Promise<void>;
  /** The value, to be written together with others. */
  write(value: T): Write;
  /** Calls `changed` with each new value until the answer is called. */
  watch(changed: (value: T) => void): () => void;
};

/** One stored value with its schema. What does not fit the schema is left where it is and read as the fallback. */
export function storageItem<T>(area: Area, key: string, schema: z.ZodMiniType<T>, fallback: T): StorageItem<T> {
  function read(stored: unknown): T {
    if (stored === undefined) return fallback;
    const value = z.safeDecode(schema, stored as never); // what is stored is unknown until decoded
    if (!value.success) log.warn(`stored ${key}`, 'does not fit its schema');
    return value.success ? value.data : fallback;
  }

  const get = async () => read((await browser.storage[area].get(key))[key]);
  const set = (value: T) => browser.storage[area].set({ [key]: z.encode(schema, value) });
  const inTurn = queue();

  return {
    get,
    set,
    update: (change) => inTurn(async () => await set(change(await get()))),
    remove: () => inTurn(() => browser.storage[area].remove(key)),
    write: (value) => [key, z.encode(schema, value)],
    watch: (changed) => {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) changed(read(change.newValue));
      };
      browser.storage[area].onChanged.addListener(listener);
      return () => browser.storage[area].onChanged.removeListener(listener);
    },
  };
}

/** Writes several values of one area in one go: a worker that is ended has written all of them, or none. */
export async function writeTogether(area: Area, writes: Write[]): Promise<void> {
  await browser.storage[area].set(Object.fromEntries(writes));
}
