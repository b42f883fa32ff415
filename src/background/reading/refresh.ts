import { MINUTE } from '../../core/duration';
import type { HostId, KnownHost } from '../../core/host';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import type { Session } from '../../core/token-host';
import { inBackground, log } from '../../platform/log';
import { oncePerKey } from '../../platform/once';
import { stored } from '../../platform/stored';
import { knownHost, listOf } from '../connection/connection';
import { keepOtherAccounts } from '../reminders/other-accounts';
import { followList, followReading } from './consequences';

/** Less than that is the second that a `Date` header leaves out, and the way of the answer. */
const SAME_TIME = MINUTE;

function clockSkew(servedAt: number | null, now: number): number {
  const skew = servedAt === null ? 0 : servedAt - now;
  return Math.abs(skew) < SAME_TIME ? 0 : skew;
}

let readings = 0;
/** The newest reading that was written, per host: one that began earlier must not overwrite it. */
const written = new Map<HostId, number>();

/** Numbers a reading, and answers whether a later one has not written meanwhile. */
function numbered(hostId: HostId): () => boolean {
  const number = ++readings;
  return () => {
    if ((written.get(hostId) ?? 0) > number) return false;
    written.set(hostId, number);
    return true;
  };
}

/** Stores why a reading failed, beside the last good list if that is still theirs who are signed in: on the disk, and where the disk did not take it. */
async function keepFailure(hostId: HostId, failure: Failure, session?: Session): Promise<Result<never>> {
  if (session) await keepOtherAccounts(hostId, session.identity);
  const [item, unsaved] = [stored.reading(hostId), stored.unsaved(hostId)];
  const beside = (snapshot: Snapshot | null) => {
    const stillTheirs = session === undefined || snapshot?.identity.id === session.identity.id;
    return { snapshot: stillTheirs ? snapshot : null, failure };
  };
  const inMemory = async ({ snapshot }: { snapshot: Snapshot | null }) => snapshot && unsaved.set(beside(snapshot));
  const kept = [item.get().then(({ snapshot }) => item.set(beside(snapshot))), unsaved.get().then(inMemory)];
  for (const each of await Promise.allSettled(kept)) // it is answered all the same
    if (each.status === 'rejected') log.warn('failure of a reading', each.reason);
  return fail(failure);
}

async function readAndKeep(host: KnownHost): Promise<Result<Snapshot>> {
  const askedAt = Date.now();
  const isNewest = numbered(host.id);
  // A host that the user has removed meanwhile leaves nothing behind.
  const mayWrite = async () => (await knownHost(host.id)).ok && isNewest();
  const { session, read } = await listOf(host);
  if (!read.ok) return (await mayWrite()) ? await keepFailure(host.id, read.failure, session) : read;
  if (session === undefined) return fail({ kind: 'misfit' }); // a list is somebody's

  const { identity, servedAt } = session;
  const readAt = Date.now();
  const snapshot = { identity, readAt, clockSkew: clockSkew(servedAt, readAt), ...read.value };
  const list = { hostId: host.id, snapshot, askedAt, servedAt: servedAt ?? readAt };
  await followList(list, await mayWrite());
  return ok(snapshot);
}

/**
 * Reads who is signed in and their tokens, from the server and never from memory, and stores both: the way by which
 * every list on a screen gets there. The failure, if there is one, is stored beside the last good list.
 */
export async function readTokens(host: KnownHost): Promise<Result<Snapshot>> {
  const read = await readAndKeep(host);
  inBackground('after a reading', followReading(host, read.ok ? null : read.failure));
  return read;
}

const once = oncePerKey<HostId, Result<void>>();

async function refreshOnce(hostId: HostId): Promise<Result<void>> {
  const host = await knownHost(hostId);
  const read = host.ok ? await readTokens(host.value) : host;
  return read.ok ? ok() : read;
}

/** Brings a host's list up to date; who asks while it is being read waits for the same answer. */
export function refresh(hostId: HostId): Promise<Result<void>> {
  return once(hostId, () => refreshOnce(hostId));
}
