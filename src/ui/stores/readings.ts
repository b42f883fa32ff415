import { signal } from '@preact/signals';
import type { Doors } from '../../core/doors/doors';
import { eachRowOnce } from '../../core/front/each-once';
import { rowsOf as rowsIn } from '../../core/front/rows';
import type { HostId, KnownHost } from '../../core/host';
import { placedKey } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { NOTHING_READ, type Reading } from '../../core/snapshot';
import { inBackground } from '../../platform/log';
import { stored } from '../../platform/stored';
import type { Row, Shown } from '../on-screen';
import { localNow } from './clock';
import { follow } from './follow';
import { hosts } from './hosts';
import { roleOf } from './rotations';

const readings = signal<ReadonlyMap<HostId, Reading>>(new Map());
const unsaved = signal<ReadonlyMap<HostId, Reading>>(new Map());
const doors = signal<ReadonlyMap<HostId, Doors | null>>(new Map());

const followed = new Map<HostId, Promise<unknown>>();

const followHost = (hostId: HostId) =>
  Promise.all([
    follow(stored.doors(hostId), (value) => {
      doors.value = new Map(doors.value).set(hostId, value);
    }),
    follow(stored.unsaved(hostId), (value) => {
      unsaved.value = new Map(unsaved.value).set(hostId, value);
    }),
    follow(stored.reading(hostId), (value) => {
      readings.value = new Map(readings.value).set(hostId, value);
    }),
  ]);

/** Knows from now on what storage has of these hosts, whether they are on the screen or not. */
export async function know(ids: HostId[]): Promise<void> {
  for (const id of ids) if (!followed.has(id)) followed.set(id, followHost(id));
  await Promise.all(ids.map((id) => followed.get(id)));
}

const isRead = (hostId: HostId): boolean => {
  const known = readings.value.get(hostId);
  return Boolean(known?.snapshot || known?.failure);
};

/** Has the first reading of a host known before storage tells of it, which may be after the answer that it was read. */
export async function knowFirst(hostId: HostId): Promise<void> {
  if (isRead(hostId)) return;
  const first = await stored.reading(hostId).get();
  if (!isRead(hostId)) readings.value = new Map(readings.value).set(hostId, first);
}

/** Whether a list is there that the disk did not take. */
export const isUnsaved = ({ id }: KnownHost): boolean => Boolean(unsaved.value.get(id)?.snapshot);

/** Whether the list that is known is of another account than the one that was seen there since. */
export function isOfAnother({ id, identity }: KnownHost): boolean {
  const snapshot = readings.value.get(id)?.snapshot;
  return Boolean(snapshot && identity && snapshot.identity.id !== identity.id);
}

/** A host's list as it is known: followed from the first time it is asked for, whenever the host came. */
export function shownOf(known: KnownHost): Shown {
  if (!followed.has(known.id)) inBackground('reading', know([known.id]));
  const inMemory = unsaved.value.get(known.id);
  const { snapshot, failure } = (inMemory?.snapshot && inMemory) || (readings.value.get(known.id) ?? NOTHING_READ);
  return { host: known, failure, snapshot: snapshot?.identity.id === known.identity?.id ? snapshot : null };
}

/** The tokens of one host, as far as they are known. */
export function rowsOf({ host, snapshot }: Shown): Row[] {
  const { tokens = [], clockSkew = 0 } = snapshot ?? {};
  return rowsIn({ host, tokens, clockSkew, doors: doors.value.get(host.id) ?? null }, localNow.value, roleOf);
}

/** The tokens of several hosts. One that works in all organizations is listed by each, and stands here once. */
export function rowsOfAll(all: readonly Shown[]): Row[] {
  return eachRowOnce(all.flatMap(rowsOf));
}

/** The tokens of every host, as far as they are known. */
export const everyRow = (): Row[] => rowsOfAll(hosts.value.map(shownOf));

/** Those that are named by these keys of places, in their order. One that several hosts list is found by each of them. */
export function rowsNamed(keys: Iterable<string>): Row[] {
  const listed = hosts.value.map(shownOf).flatMap(rowsOf);
  const byPlace = new Map(
    listed.map(({ token, host }) => [placedKey({ hostId: host.id, tokenId: token.id }), keyOf(token, host)]),
  );
  const byKey = new Map(eachRowOnce(listed).map((row) => [keyOf(row.token, row.host), row]));
  return [...new Set([...keys].flatMap((key) => byKey.get(byPlace.get(key) ?? '') ?? []))];
}
