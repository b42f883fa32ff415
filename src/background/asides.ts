import { type Aside, withAside } from '../core/aside';
import type { HostId } from '../core/host';
import { ok, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { queue } from '../platform/queue';
import { type Area, type Place, writeNow } from '../platform/storage-item';
import { ASIDE, asides } from '../platform/stored-asides';
import { isShut } from '../platform/under-way';
import { type Read, troubleOf, unwrap, wrap } from '../platform/versions';

/** For the index, which all of these change. */
const inOrder = queue();
const AREAS: readonly Area[] = ['local', 'session'];

const keyOf = ({ key, at }: Aside) => `${ASIDE}:${key}:${at}`;
const fetched = async (area: Area, key: string) => (await browser.storage[area].get(key))[key];

async function setAsideNow<T>({ area, key, kind }: Place<T>): Promise<void> {
  const found = await fetched(area, key);
  const read = unwrap(kind, found);
  const why = troubleOf(kind, read);
  if (why === null || isShut()) return;
  const before = await asides[area].get();
  const at = Math.max(Date.now(), 1 + (before[0]?.at ?? 0)); // each has a key of its own by it
  const aside: Aside = { key, at, why, size: JSON.stringify(found).length, told: false };
  const after = withAside(before, aside);
  for (const each of before) if (!after.includes(each)) await browser.storage[area].remove(keyOf(each));
  const index = asides[area].write(after);
  // In one go: a worker that is ended in between must neither lose it nor set it aside twice.
  await writeNow(area, {
    ...(kind.isSecret ? {} : { [keyOf(aside)]: found }),
    [index.key]: index.stored,
    [key]: wrap(kind, read.value),
  });
}

/** Sets aside what cannot be read, or not wholly, at a place, and leaves there what could. */
export async function setAside<T>(place: Place<T>, read?: Read<T>): Promise<void> {
  if (place.key === ASIDE) return; // what is lost of it are only words about what was lost
  const found = read ?? unwrap(place.kind, await fetched(place.area, place.key));
  if (troubleOf(place.kind, found)) await inOrder(() => setAsideNow(place));
}

/** Erases those that `isMeant` is true of: what they hold is `text`. */
async function erase(isMeant: (key: string, text: string) => boolean): Promise<void> {
  for (const area of AREAS) {
    const held = Object.entries(await browser.storage[area].get(null)).filter(([key]) => key.startsWith(`${ASIDE}:`));
    const meant = held.filter(([key, value]) => isMeant(key, JSON.stringify(value))).map(([key]) => key);
    for (const key of meant) await browser.storage[area].remove(key);
    const isGone = (aside: Aside) => meant.includes(keyOf(aside)) || isMeant(keyOf(aside), '');
    await asides[area].update((kept) => kept.filter((each) => !isGone(each)));
  }
}

export async function eraseAsides(): Promise<Result<void>> {
  await inOrder(() => erase(() => true));
  return ok();
}

/** Erases those that were stored under that key. */
export async function eraseAsidesOf(name: string): Promise<void> {
  await inOrder(() => erase((key) => key.startsWith(`${ASIDE}:${name}:`)));
}

/** Erases those that name a host. What cannot be read cannot be divided either: with it goes what they hold of others. */
export async function forgetAsidesOf(hostId: HostId): Promise<void> {
  const name = JSON.stringify(hostId);
  await inOrder(() => erase((key, text) => key.includes(`:${hostId}:`) || text.includes(name)));
}

/** The user has been told of those that there are. */
export async function toldOfAsides(): Promise<Result<void>> {
  await inOrder(async () => {
    for (const area of AREAS) await asides[area].update((all) => all.map((each) => ({ ...each, told: true })));
  });
  return ok();
}
