import { eachRowOnce } from '../../core/front/each-once';
import { rowsOf as rowsIn } from '../../core/front/rows';
import type { HostId, KnownHost } from '../../core/host';
import { placedKey } from '../../core/names/placed';
import { keyOf } from '../../core/names/token-key';
import { NOTHING_READ, type Reading } from '../../core/snapshot';
import { stored } from '../../platform/stored';
import type { Row, Shown } from '../on-screen';
import { localNow } from './clock';
import { ofEachHost } from './follow';
import { hosts } from './hosts';
import { roleOf } from './rotations';

const doors = ofEachHost('doors', stored.doors);
const unsaved = ofEachHost('unsaved', stored.unsaved);
const readings = ofEachHost('reading', stored.reading);

/** Knows from now on what storage has of these hosts, whether they are on the screen or not. */
export async function know(ids: HostId[]): Promise<void> {
  await Promise.all([doors.know(ids), unsaved.know(ids), readings.know(ids)]);
}

const isRead = (hostId: HostId): boolean => {
  const known = readings.soFar(hostId);
  return Boolean(known?.snapshot || known?.failure);
};

/** Has the first reading of a host known before storage tells of it, which may be after the answer that it was read. */
export async function knowFirst(hostId: HostId): Promise<void> {
  if (isRead(hostId)) return;
  const first = await stored.reading(hostId).get();
  if (!isRead(hostId)) readings.keep(hostId, first);
}

/** Has what storage has of these hosts by now known before it tells of it: that may be after the answer that they were read. */
export async function knowNow(ids: readonly HostId[]): Promise<void> {
  const readAt = (inMemory?: Reading, onDisk?: Reading) => (inMemory?.snapshot ?? onDisk?.snapshot)?.readAt ?? 0;
  const keepNewer = async (id: HostId) => {
    const [inMemory, onDisk] = await Promise.all([stored.unsaved(id).get(), stored.reading(id).get()]);
    if (readAt(inMemory, onDisk) <= readAt(unsaved.soFar(id), readings.soFar(id))) return;
    unsaved.keep(id, inMemory);
    readings.keep(id, onDisk);
  };
  await Promise.all(ids.map(keepNewer));
}

/** Whether a list is there that the disk did not take. */
export const isUnsaved = ({ id }: KnownHost): boolean => Boolean(unsaved.soFar(id)?.snapshot);

/** Whether the list that is known is of another account than the one that was seen there since. */
export function isOfAnother({ id, identity }: KnownHost): boolean {
  const snapshot = readings.soFar(id)?.snapshot;
  return Boolean(snapshot && identity && snapshot.identity.id !== identity.id);
}

/** A host's list as it is known: followed from the first time it is asked for, whenever the host came. */
export function shownOf(known: KnownHost): Shown {
  doors.of(known.id); // first: no row is drawn before it is known what can be done to its token
  const inMemory = unsaved.of(known.id);
  const { snapshot, failure } = (inMemory?.snapshot && inMemory) || (readings.of(known.id) ?? NOTHING_READ);
  return { host: known, failure, snapshot: snapshot?.identity.id === known.identity?.id ? snapshot : null };
}

/** The tokens of one host, as far as they are known. */
export function rowsOf({ host, snapshot }: Shown): Row[] {
  const { tokens = [], clockSkew = 0 } = snapshot ?? {};
  return rowsIn({ host, tokens, clockSkew, doors: doors.of(host.id) ?? null }, localNow.value, roleOf);
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
