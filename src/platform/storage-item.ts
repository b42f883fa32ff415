import { browser } from './browser';
import { log } from './log';
import { queue } from './queue';
import { isShut } from './under-way';
import { type Kind, type Read, unwrap, wrap } from './versions';

/** `local` is kept on disk; `session` is memory that outlives the worker, but not the browser. */
export type Area = 'local' | 'session';

/** Where a value is stored, and what it is. */
export type Place<T> = { area: Area; key: string; kind: Kind<T> };

/** A value to be written, and what has to be done before. */
export type Write = { key: string; stored: unknown; prepare: () => Promise<void> };

export type StorageItem<T> = Place<T> & {
  /** The stored value, brought to the version of now; the fallback where there is none or it cannot be read. */
  get(): Promise<T>;
  set(value: T): Promise<void>;
  /** Replaces the value by what `change` makes of it, one update after the other; the same again is not written. */
  update(change: (value: T) => T): Promise<void>;
  /** The same with a value of the same area beside it: a worker that is ended has changed both, or neither. */
  updateWith<O>(other: StorageItem<O>, change: (value: T, beside: O) => [T, O]): Promise<void>;
  /** Does a deed after the updates that were begun before it. */
  inTurn<R>(deed: () => Promise<R>): Promise<R>;
  remove(): Promise<void>;
  /** The value, to be written together with others. */
  write(value: T): Write;
  /** Calls `changed` with each new value until the answer is called. */
  watch(changed: (value: T) => void): () => void;
};

type MakeWay = <T>(place: Place<T>, read?: Read<T>) => Promise<void>;
let makeWay: MakeWay | undefined;

/**
 * `deed` is done to a place whenever it was read, and before something is written over what was not: only where values
 * are written, so that a page that shows them does no work for it.
 */
export function beforeWriting(deed: MakeWay): void {
  makeWay = deed;
}

/** What is stored at a place, read. */
export function readAt<T>({ key, kind }: Place<T>, stored: unknown): Read<T> {
  const found = unwrap(kind, stored);
  if (found.trouble) log.warn(`stored ${key}`, found.trouble);
  return found;
}

/**
 * Keys of what could not be set aside. Until something can be written no reader tries it again: each try is a write, and
 * what follows writes would read it for ever.
 */
const unkept = new Set<string>();

/**
 * The value of what is stored there. Where what cannot be read could not be set aside, since nothing can be written, it
 * stays as it is, and the reading goes on.
 */
async function taken<T>(place: Place<T>, stored: unknown): Promise<T> {
  const found = readAt(place, stored);
  if (!unkept.has(place.key))
    await makeWay?.(place, found).catch((error: unknown) => {
      unkept.add(place.key);
      log.warn(`set aside ${place.key}`, error);
    });
  return found.value;
}

const fetched = async <T>({ area, key }: Place<T>) => (await browser.storage[area].get(key))[key];

const get = async <T>(place: Place<T>): Promise<T> => await taken(place, await fetched(place));

/** Values of one area as they are at the same moment: the browser is asked once for all of them. */
export async function getTogether<T extends unknown[]>(...places: { [Index in keyof T]: Place<T[Index]> }): Promise<T> {
  const all: Place<unknown>[] = places;
  const found = await browser.storage[all[0]?.area ?? 'local'].get(all.map(({ key }) => key));
  const values: unknown[] = [];
  for (const place of all) values.push(await taken(place, found[place.key]));
  return values as T; // each is of its place
}

function watch<T>(place: Place<T>, changed: (value: T) => void): () => void {
  const { onChanged } = browser.storage[place.area];
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[place.key];
    if (change) changed(readAt(place, change.newValue).value);
  };
  onChanged.addListener(listener);
  return () => onChanged.removeListener(listener);
}

let isOut: (key: string) => boolean = () => false;

/** Lets nothing be written any more under keys of which that is true in the moment of writing. */
export function keepOut(isUnwanted: (key: string) => boolean): void {
  isOut = isUnwanted;
}

type Beside = (area: Area, keys: string[]) => Record<string, unknown>;
let beside: Beside = () => ({});

/** Is told of every write in the moment in which it is made, and answers what has to be written in one go with it. */
export function writeBeside(told: Beside): void {
  beside = told;
}

/** What is under way must not bring back what is erased, or being erased. */
const mayWrite = (key: string) => !isShut() && !isOut(key);

/** What is stored at a place, before something is written over it: what cannot be read, and would be lost, is set aside. */
async function toBeChanged<T>(place: Place<T>, stored: unknown): Promise<T> {
  const found = readAt(place, stored);
  await makeWay?.(place, found);
  return found.value;
}

/** What has to be written where a value became another one. */
const changeOf = <T>({ key, kind }: Place<T>, before: T, after: T): Record<string, unknown> =>
  before === after ? {} : { [key]: wrap(kind, after) };

/** One stored value. */
export function storageItem<T>(area: Area, key: string, kind: Kind<T>): StorageItem<T> {
  const place = { area, key, kind };
  const inTurn = queue();
  const write = (value: T) => ({ key, stored: wrap(kind, value), prepare: async () => await makeWay?.(place) });

  return {
    area,
    key,
    kind,
    get: () => get(place),
    set: (value) => writeTogether(area, [write(value)]),
    update: (change) =>
      inTurn(async () => {
        const value = await toBeChanged(place, await fetched(place));
        await writeNow(area, changeOf(place, value, change(value)));
      }),
    updateWith: (other, change) =>
      inTurn(() =>
        other.inTurn(async () => {
          const found = await browser.storage[area].get([key, other.key]);
          const [value, beside] = [await toBeChanged(place, found[key]), await toBeChanged(other, found[other.key])];
          const [next, nextBeside] = change(value, beside);
          await writeNow(area, { ...changeOf(place, value, next), ...changeOf(other, beside, nextBeside) });
        }),
      ),
    inTurn,
    remove: () =>
      inTurn(async () => {
        beside(area, [key]);
        await browser.storage[area].remove(key);
      }),
    write,
    watch: (changed) => watch(place, changed),
  };
}

/** Writes several values of one area in one go: a worker that is ended has written all of them, or none. */
export async function writeTogether(area: Area, writes: Write[]): Promise<void> {
  for (const { prepare } of writes) await prepare();
  await writeNow(area, Object.fromEntries(writes.map(({ key, stored }) => [key, stored])));
}

/** Writes, in this very moment, those of these stored values that may be written. */
export async function writeNow(area: Area, values: Record<string, unknown>): Promise<void> {
  const wanted = Object.entries(values).filter(([key]) => mayWrite(key));
  if (wanted.length === 0) return;
  const also = beside(
    area,
    wanted.map(([key]) => key),
  );
  await browser.storage[area].set({ ...Object.fromEntries(wanted), ...also });
  unkept.clear();
}
