import { HOUR, MINUTE } from '../../core/duration';
import type { Entry } from '../../core/history';
import type { HostId, KnownHost } from '../../core/host';
import { placeOf } from '../../core/minting/minted';
import { isIt } from '../../core/names/is-it';
import { isSame, type Placed } from '../../core/names/placed';
import { ok, type Result } from '../../core/result';
import { isOver as isRevokeOver, type RevokeOutcome } from '../../core/revoke';
import { dueAt } from '../../core/rotation/plan';
import { revokedIn } from '../../core/rotation/revoked';
import type { Target } from '../../core/rotation/roles';
import type { Sight } from '../../core/rotation/sight';
import type { Rotation } from '../../core/rotation/state';
import { type Event, endsAt, step } from '../../core/rotation/step';
import type { Snapshot } from '../../core/snapshot';
import type { Token } from '../../core/token';
import { SHORTEST_WAIT, setAlarm } from '../../platform/alarm';
import { stored } from '../../platform/stored';
import { entryOf, goOnAndTell, revokedAs } from './history';
import { isInFlight, untilLanded } from './in-flight';

export const RUN_ROTATIONS = 'run-rotations';
/** While a time runs, the clock is looked at once an hour: one that is set back could make it longer. */
export const LOOK_AT_CLOCK = 'look-at-clock';

/** Sets the alarm for what is due next without the user: also for a worker that is ended in the middle of it. */
export async function wakeForRotations(): Promise<void> {
  const now = Date.now();
  const rotations = await stored.rotations.get();
  const due = rotations.flatMap((rotation) => dueAt(rotation, now) ?? []);
  const soonest = now + SHORTEST_WAIT;
  await setAlarm(RUN_ROTATIONS, due.length > 0 ? Math.max(soonest, Math.min(...due)) : null);
  const isTimed = rotations.some((rotation) => endsAt(rotation) !== null);
  await setAlarm(LOOK_AT_CLOCK, isTimed ? now + HOUR : null, HOUR / MINUTE);
}

export async function findRotation(id: string): Promise<Rotation | undefined> {
  return (await stored.rotations.get()).find((each) => each.id === id);
}

const isOver = ({ stage }: Rotation) => stage.state === 'over';

/** How a rotation ended; nobody is told of it on a host that is removed by now. */
function endIn(hosts: KnownHost[], { old, stage }: Rotation): Entry[] {
  const host = hosts.find(({ id }) => id === old.hostId);
  if (!host || stage.state !== 'over') return [];
  const outcome =
    stage.how === 'replaced' ? { outcome: 'done' as const } : { outcome: 'failed' as const, reason: stage.how };
  return [entryOf(host, { deed: 'rotated', tokenId: old.tokenId, name: old.name, by: old.who, ...outcome })];
}

/** How a revoke ended that a rotation has sent. */
export type Ended = { target: Target; ended: Result<RevokeOutcome> };

function revokeIn(hosts: KnownHost[], { target, ended }: Ended): Entry[] {
  const host = hosts.find(({ id }) => id === target.hostId);
  const { tokenId, name, who: by } = target;
  return host ? [entryOf(host, revokedAs({ tokenId, name, by }, ended))] : [];
}

/** What a step says to the history: what a list shows to be revoked, and how the rotation ended, if it did. */
function wordsOf(hosts: KnownHost[], before: Rotation, event: Event, after: Rotation): Entry[] {
  const gone = event.kind === 'listed' ? revokedIn(before, event.sight, after) : [];
  const revoked = gone.map((target) => ({ target, ended: ok('revoked' as const) }));
  const ends = isOver(after) && !isOver(before) ? endIn(hosts, after) : [];
  return [...revoked.flatMap((each) => revokeIn(hosts, each)), ...ends];
}

/** All rotations after an event; the same where it changes none of them. */
function stepped(rotations: Rotation[], event: Event, id?: string): Rotation[] {
  const next = rotations.map((rotation) => (id === undefined || rotation.id === id ? step(rotation, event) : rotation));
  return next.every((rotation, index) => rotation === rotations[index]) ? rotations : next;
}

/**
 * Takes the step that an event means, in every rotation or in one of them. What is revoked or ends by it goes into the
 * history in the same write, and so does `ended`, the revoke of which the event is the answer, also where a list was
 * before it or the rotation is over. Where nothing changes nothing is written.
 */
export async function stepRotations(event: Event, id?: string, ended?: Ended): Promise<void> {
  const before = await stored.rotations.inTurn(() => stored.rotations.get());
  if (stepped(before, event, id) === before && !ended) return;
  const hosts = await stored.hosts.get();
  await goOnAndTell(stored.rotations, (rotations) => {
    const next = stepped(rotations, event, id);
    const words = rotations.flatMap((rotation, index) => wordsOf(hosts, rotation, event, next[index] ?? rotation));
    return [next, [...(ended ? revokeIn(hosts, ended) : []), ...words]];
  });
  await wakeForRotations();
}

/** The names of new tokens of which it is not known what became of their create. */
async function openNames(): Promise<string[]> {
  const parts = (await stored.rotations.get()).flatMap((rotation) => rotation.parts);
  return parts.filter(({ progress }) => progress.state === 'creating').map(({ name }) => name);
}

/** A token whose secret waits in session memory was made, although the worker did not live to write that down. */
export async function adoptKeptSecrets(): Promise<void> {
  const open = (await openNames()).filter((name) => !isInFlight(name)); // the answer of those tells more
  if (open.length === 0) return;
  for (const kept of await stored.minted.get())
    if (open.includes(kept.token.name) && kept.madeFor === null)
      await stepRotations({ kind: 'made', name: kept.token.name, ...placeOf(kept), at: Date.now() });
}

/** A list as it was just read, with what a rotation has to know beside it. */
export async function sightOf(hostId: HostId, snapshot: Snapshot, askedAt: number): Promise<Sight> {
  const [intents, revokes, hosts] = await Promise.all([stored.intents.get(), stored.revokes.get(), stored.hosts.get()]);
  const host = hosts.find(({ id }) => id === hostId);
  const at = host && { ...host, identity: snapshot.identity };
  const isGoing = (token: Token) =>
    at !== undefined && revokes.some((each) => !isRevokeOver(each) && isIt(each, token, at));
  return {
    hostId,
    identityId: snapshot.identity.id,
    tokens: snapshot.tokens,
    complete: snapshot.complete,
    ...(snapshot.onlyMadeHere && { onlyMadeHere: snapshot.onlyMadeHere }),
    askedAt,
    now: snapshot.readAt + snapshot.clockSkew,
    making: (await openNames()).filter(isInFlight),
    undecided: intents.filter((intent) => intent.hostId === hostId).map(({ name }) => name),
    going: snapshot.tokens.filter(isGoing).map(({ id }) => id),
  };
}

/** What a fresh list says of the rotations: the old token may be gone, or a lost create may be found. */
export async function settleRotations(hostId: HostId, snapshot: Snapshot, askedAt: number): Promise<void> {
  if ((await stored.rotations.get()).length === 0) return;
  await adoptKeptSecrets();
  await stepRotations({ kind: 'listed', sight: await sightOf(hostId, snapshot, askedAt), at: Date.now() });
}

/** The user took the secret of a new token: from then on the time of the old one counts. */
export async function handed({ hostId, tokenId }: Placed): Promise<Result<void>> {
  if ((await stored.rotations.get()).length === 0) return ok();
  // The secret is shown as soon as it is kept, and may be taken before the answer to its create is written down.
  const kept = (await stored.minted.get()).find((each) => isSame(placeOf(each), { hostId, tokenId }));
  if (kept) await untilLanded(kept.token.name);
  await adoptKeptSecrets();
  await stepRotations({ kind: 'handed', hostId, tokenId, at: Date.now() });
  return ok();
}

/** The user goes on without a new token for that organization. */
export async function leaveOut({ rotationId, hostId }: { rotationId: string; hostId: HostId }): Promise<Result<void>> {
  await stepRotations({ kind: 'left-out', hostId, at: Date.now() }, rotationId);
  return ok();
}

/** The user has been told how a rotation ended. */
export async function dismiss({ rotationId }: { rotationId: string }): Promise<Result<void>> {
  await stored.rotations.update((rotations) => rotations.filter((each) => each.id !== rotationId || !isOver(each)));
  return ok();
}
