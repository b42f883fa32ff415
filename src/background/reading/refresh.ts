import { MINUTE } from '../../core/duration';
import type { HostId, KnownHost } from '../../core/host';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { Snapshot } from '../../core/snapshot';
import type { Session } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { oncePerKey } from '../../platform/once';
import { knownHost, listOf } from '../connection/connection';
import { keepOtherAccounts } from '../reminders/other-accounts';
import { followList, followReading } from './consequences';
import { keepFailure } from './keep-failure';

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

/** A reading failed: that is kept beside the last good list. Those of an account that is seen no more are put away first. */
async function failedAs(hostId: HostId, failure: Failure, session?: Session): Promise<Result<never>> {
  if (session) await keepOtherAccounts(hostId, session.identity);
  await keepFailure(hostId, failure, session?.identity);
  return fail(failure);
}

/** `session`: who was seen signed in, also where their list could not be read. */
type Kept = { session: Session | undefined; read: Result<Snapshot> };

async function readAndKeep(host: KnownHost): Promise<Kept> {
  const askedAt = Date.now();
  const isNewest = numbered(host.id);
  // A host that the user has removed meanwhile leaves nothing behind.
  const mayWrite = async () => (await knownHost(host.id)).ok && isNewest();
  const { session, read } = await listOf(host);
  if (!read.ok) return { session, read: (await mayWrite()) ? await failedAs(host.id, read.failure, session) : read };
  if (session === undefined) return { session, read: fail({ kind: 'misfit' }) }; // a list is somebody's

  const { identity, servedAt } = session;
  const readAt = Date.now();
  const snapshot = { identity, readAt, clockSkew: clockSkew(servedAt, readAt), ...read.value };
  const list = { hostId: host.id, snapshot, askedAt, servedAt: servedAt ?? readAt };
  await followList(list, await mayWrite());
  return { session, read: ok(snapshot) };
}

/**
 * Reads who is signed in and their tokens, from the server and never from memory, and stores both: the way by which
 * every list on a screen gets there. The failure, if there is one, is stored beside the last good list.
 */
export async function readTokens(host: KnownHost): Promise<Result<Snapshot>> {
  const { session, read } = await readAndKeep(host);
  inBackground('after a reading', followReading(host, read.ok ? null : read.failure, session !== undefined));
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
