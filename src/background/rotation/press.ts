import { endOf, type Lifetime } from '../../core/draft';
import { DAY } from '../../core/duration';
import { isActive } from '../../core/expiry';
import type { HostId, KnownHost } from '../../core/host';
import { longestDays } from '../../core/minting/expectation';
import { type Minted, placeOf } from '../../core/minting/minted';
import { NAME_BYTES } from '../../core/minting/token-name';
import { isIt } from '../../core/names/is-it';
import { placedKey } from '../../core/names/placed';
import { type Failure, fail, ok, type Result } from '../../core/result';
import { rolesIn } from '../../core/rotation/roles';
import type { Account, Keep, Part, Rotation } from '../../core/rotation/state';
import { successorName } from '../../core/rotation/successor';
import { includesScope } from '../../core/scopes/reach';
import type { Token, TokenId } from '../../core/token';
import { log } from '../../platform/log';
import { oncePerKey } from '../../platform/once';
import { stored } from '../../platform/stored';
import { accountOn, toldApart } from '../connection/account-names';
import { knownHost } from '../connection/connection';
import { lastList } from '../last-list';
import { whileDoing } from '../ledgers/deeds';
import { inFlight } from '../ledgers/in-flight';
import { dismiss, findRotation, settleRotations, stepRotations, wakeForRotations } from '../ledgers/rotations';
import { believedLimits } from '../minting/limits';
import { create } from '../minting/mint';
import { runRotation } from './run';

type By = { hostId: HostId; identityId: string };
type Start = By & { tokenId: TokenId; keep: Keep; lifetime: Lifetime; scopes?: string[]; on: By[] };

const notNow = (reason: 'gone' | 'rotating') => fail({ kind: 'invalid', field: 'token', reason });

const newName = (old: Pick<Token, 'name'>) =>
  successorName(old, Date.now(), crypto.getRandomValues(new Uint8Array(NAME_BYTES)));

const hostsOf = (all: readonly By[]) => all.map(({ hostId }) => hostId);

const placeOn = async (host: KnownHost, { hostId, identityId }: By) => ({
  hostId,
  identityId,
  host: host.name,
  who: (await accountOn(host, identityId)).name,
});

/** What is done there has to be done as somebody else than the user was shown. */
async function wrongAccount({ hostId, identityId, who }: Account): Promise<Result<never>> {
  const host = await knownHost(hostId);
  const identity = (host.ok && host.value.identity) || { id: '', name: '' };
  const [expected, found] = toldApart({ id: identityId, name: who }, identity);
  return fail({ kind: 'wrong-identity', expected, found });
}

/** The token as its last list has it, unless it does not work any more. */
async function workingToken({ hostId, identityId, tokenId }: Start): Promise<Token | undefined> {
  const snapshot = await lastList(hostId);
  const token = snapshot?.identity.id === identityId ? snapshot.tokens.find(({ id }) => id === tokenId) : undefined;
  return token && isActive(token, Date.now() + (snapshot?.clockSkew ?? 0)) ? token : undefined;
}

/** A rotation whose first token is about to be made. */
async function begun(start: Start, token: Token, host: KnownHost): Promise<Result<Rotation>> {
  const now = Date.now();
  const parts: Part[] = [];
  for (const by of start.on) {
    const known = await knownHost(by.hostId);
    if (!known.ok) return known;
    const progress = parts.length === 0 ? { state: 'creating' as const, since: now } : { state: 'planned' as const };
    parts.push({ ...(await placeOn(known.value, by)), name: newName(token), progress });
  }
  const { id: tokenId, name, organizationIds } = token;
  const scopes = start.scopes ?? token.scopes;
  // What takes a token's place is never wider than it was.
  if (!scopes.every((scope) => includesScope(token.scopes, scope)))
    return fail({ kind: 'invalid', field: 'scopes', reason: 'wider' });
  return ok({
    id: crypto.randomUUID(),
    old: { ...(await placeOn(host, start)), tokenId, name, everywhere: organizationIds === null },
    scopes,
    days: (endOf(start.lifetime, now) - now) / DAY,
    keep: start.keep,
    parts,
    stage: { state: 'open' },
    retry: null,
    oldInDoubt: false,
  });
}

/** A token of another account takes nobody's place. */
const notTheirs = ({ name, expected }: NonNullable<Minted['madeFor']>): Failure => ({
  kind: 'wrong-identity',
  expected,
  found: name,
});

/** Sends the create of a token that is written down as about to be made. */
async function send({ id, scopes, days }: Rotation, part: Part): Promise<Result<Minted>> {
  const { hostId, identityId, name } = part;
  const made = await inFlight(name, async () => {
    const answer = await create({ hostId, identityId, draft: { name, scopes, lifetime: { days } } });
    const at = Date.now();
    if (answer.ok && answer.value.madeFor)
      await stepRotations({ kind: 'refused', name, failure: notTheirs(answer.value.madeFor), at }, id);
    else if (answer.ok) await stepRotations({ kind: 'made', name, ...placeOf(answer.value), at }, id);
    else if (answer.failure.kind !== 'uncertain')
      await stepRotations({ kind: 'refused', name, failure: answer.failure, at }, id);
    return answer;
  });
  const snapshot = await lastList(hostId);
  // After a lost answer the list was read: if it shows the token, that is a stray. That it does not proves nothing yet.
  if (!made.ok && snapshot) await settleRotations(hostId, snapshot, 0);
  return made;
}

async function start(asked: Start): Promise<Result<Minted>> {
  const token = await workingToken(asked);
  if (!token || asked.on.length === 0) return notNow('gone');
  const host = await knownHost(asked.hostId);
  if (!host.ok) return host;
  const rotation = await begun(asked, token, host.value);
  if (!rotation.ok) return rotation;
  let isFree = true;
  await stored.rotations.update((rotations) => {
    isFree = rotations.flatMap(rolesIn).every(({ of }) => !isIt(of, token, host.value));
    return isFree ? [...rotations, rotation.value] : rotations;
  });
  const [first] = rotation.value.parts;
  if (!isFree || !first) return notNow('rotating');
  // It is looked for also where neither the answer comes nor a list that tells of it.
  await wakeForRotations().catch((error: unknown) => log.warn('alarm for rotations', error));
  const made = await send(rotation.value, first);
  // Nothing was made, and the answer says so: there is nothing to go on with.
  if (!made.ok || made.value.madeFor) await dismiss({ rotationId: rotation.value.id });
  return made;
}

const once = oncePerKey<string, Result<Minted>>();

/** Makes the first new token in the place of another one; two presses at the same time begin one rotation. */
export function startRotation(asked: Start): Promise<Result<Minted>> {
  return once(placedKey(asked), () =>
    whileDoing({ what: 'create', on: [asked.hostId, ...hostsOf(asked.on)] }, () => start(asked)),
  );
}

type Next = By & { rotationId: string };

async function make({ rotationId, hostId, identityId }: Next): Promise<Result<Minted>> {
  const planned = await findRotation(rotationId);
  const part = planned?.parts.find((each) => each.hostId === hostId);
  if (!planned || !part) return notNow('gone');
  if (part.identityId !== identityId) return await wrongAccount(part);
  const name = newName(planned.old);
  await stepRotations({ kind: 'creating', hostId, name, at: Date.now() }, rotationId);
  const rotation = await findRotation(rotationId);
  const begun = rotation?.parts.find((part) => part.name === name);
  if (!rotation || !begun) return notNow('rotating');
  // What the place has cut or refused since is not asked of it again.
  const longest = longestDays(await believedLimits(begun));
  return await send({ ...rotation, days: Math.min(rotation.days, longest) }, begun);
}

/** Makes the new token for one more place of a rotation, or makes it anew. */
export function makeNext(next: Next): Promise<Result<Minted>> {
  return whileDoing({ what: 'create', on: [next.hostId] }, () => make(next));
}

type End = By & { rotationId: string; by: 'confirmed' | 'cancelled' };

async function end({ rotationId, by, identityId }: End): Promise<Result<boolean>> {
  const rotation = await findRotation(rotationId);
  if (!rotation) return notNow('gone');
  if (rotation.old.identityId !== identityId) return await wrongAccount(rotation.old);
  await stepRotations({ kind: by, at: Date.now() }, rotationId);
  await runRotation(rotationId, true);
  const after = await findRotation(rotationId);
  const wanted = by === 'confirmed' ? 'replaced' : 'cancelled';
  const isDone = after?.stage.state === 'over' && after.stage.how === wanted;
  if (isDone) await dismiss({ rotationId });
  return after?.retry?.failure ? fail(after.retry.failure) : ok(isDone);
}

/**
 * Ends a rotation as the user says: `confirmed` revokes the old token, `cancelled` the new ones. Answers whether that is
 * done; what could not be done is tried again later.
 */
export function endRotation(asked: End): Promise<Result<boolean>> {
  return whileDoing({ what: 'rotation', on: [asked.hostId] }, () => end(asked));
}
