import { isNotHere, isSilent } from '../../core/failure-meaning';
import type { ServicesHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { Token, TokenId } from '../../core/token';
import type { Correction, CreatedToken, InSlot, Listing, Order, Session, TokenHost } from '../../core/token-host';
import type { Asked } from '../carrier';
import { type DoorMemory, rememberUnread } from '../door-memory';
import { serverOf } from '../http';
import { createSessionToken, listSessionTokens, revokeSessionToken } from '../session-tokens';
import { endedBefore, type Place, type Send, slotsFor } from '../slot';
import { sessionTokens } from './endpoint';
import { createByLifecycle, listLifecycle, probeLifecycle, revokeByLifecycle, updateByLifecycle } from './lifecycle';
import { createByPage } from './page-provider';
import { identifyOnServices } from './session';

type Host = Asked<ServicesHost>;

/** The answer of a door that is not tried. */
const NOT_HERE = fail({ kind: 'unsupported' });

/** What a door says that is kept closed for this session: the identity is known to be real, so it is not "signed out". */
function isClosed(failure: Failure): boolean {
  return isNotHere(failure) || isSilent(failure);
}

/** The same of a reading, where a page in place of an answer leaves nothing open: it may be asked for elsewhere. */
function isClosedToRead(failure: Failure): boolean {
  return isClosed(failure) || failure.kind === 'signed-out';
}

/**
 * Tries a second door where the first one's answer `leaves` the deed to it, which proves that nothing was done. Where the
 * second is closed, the first one's answer stands.
 */
async function eitherDoor<W, T>(
  slots: Slots<W>,
  [first, second]: [Send<W, T>, Send<W, T>],
  leaves: (failure: Failure) => boolean,
): Promise<Result<T>> {
  const answer = await slots.take(first);
  if (answer.ok || endedBefore(answer.failure) || !leaves(answer.failure)) return answer;
  const other = await slots.take(second);
  return !other.ok && !endedBefore(other.failure) && isClosed(other.failure) ? answer : other;
}

/** After an identity that is real, "not here" at every door means that this organization does not do it for us. */
function elseUnsupported<T>(answer: Result<T>): Result<T> {
  return !answer.ok && isNotHere(answer.failure) ? fail({ kind: 'unsupported' }) : answer;
}

/** Session tokens are listed for all organizations at once; kept are those that work in this one. */
function ofOrganization(listing: Listing, organizationId: string): Listing {
  const works = (ids: string[] | null) => ids === null || ids.includes(organizationId);
  return { ...listing, tokens: listing.tokens.filter((token) => works(token.organizationIds)) };
}

type Slots<W> = ReturnType<typeof slotsFor<W>>;

const placeOf = (host: Host): Place => ({
  server: serverOf(addressOf(host)),
  identify: (slot) => identifyOnServices(host, slot),
});

/** An organization, and what is remembered of its doors. */
type Doors = { host: Host; memory: DoorMemory };

/** `undefined` where that could not be learned. What refuses somebody who is signed out says nothing: who is (`seen`) is asked before. */
async function isLifecycleOpen({ host, memory }: Doors, seen?: Session): Promise<boolean | undefined> {
  const known = (await memory.recall()).lifecycle;
  if (known !== null) return known;
  const open = seen || (await identifyOnServices(host)).ok ? await probeLifecycle(host) : undefined;
  if (open !== undefined) await memory.remember({ lifecycle: open });
  return open;
}

/** Session tokens span all the user's organizations and show global ones, so they come first. */
async function listAll({ host, memory }: Doors, servedAt: number): Promise<Result<Listing>> {
  const closed = (await memory.recall()).sessionTokens === false;
  const bySession = closed ? NOT_HERE : await listSessionTokens(sessionTokens(host), servedAt);
  if (bySession.ok) await memory.remember({ sessionTokens: true });
  // The identity is known to be real, so a door that asks to sign in is one that is closed for this session.
  if (bySession.ok || !isClosedToRead(bySession.failure)) return bySession;
  const byLifecycle = await listLifecycle(host);
  // One "not here" may be a passing fault: it is believed only while the other door answers. A page is not believed.
  await memory.remember({ sessionTokens: byLifecycle.ok && isClosed(bySession.failure) ? false : null });
  return byLifecycle.ok || !isClosedToRead(byLifecycle.failure) ? byLifecycle : bySession;
}

/**
 * Creates at the first door that does it. The lifecycle API can let a session read and refuse it without a word to make a
 * token: then the others are tried, too, and where they do not do it its refusal stands, which may be about the way.
 */
async function create(doors: Doors, order: InSlot<Order>): Promise<Result<CreatedToken>> {
  const { host, memory } = doors;
  const byLifecycle = await isLifecycleOpen(doors);
  const pageFirst = (await memory.recall()).pageProvider !== false;
  const slots = slotsFor(placeOf(host), { ask: order });
  const created = byLifecycle ? await slots.take((what, slot) => createByLifecycle(host, what, slot)) : NOT_HERE;
  if (created.ok || endedBefore(created.failure) || !isClosed(created.failure)) return created;
  if (created !== NOT_HERE && isNotHere(created.failure)) await memory.remember({ lifecycle: false });
  const bySession: Send<Order, CreatedToken> = (what, slot) =>
    createSessionToken({ ...sessionTokens(host), slot }, what);
  const byPage: Send<Order, CreatedToken> = async (what, slot) =>
    rememberUnread(memory, await createByPage(host, what, slot));
  const either = await eitherDoor(slots, pageFirst ? [byPage, bySession] : [bySession, byPage], isNotHere);
  if (either.ok || endedBefore(either.failure) || !isNotHere(either.failure)) return either;
  return elseUnsupported(created);
}

async function update(doors: Doors, id: TokenId, correction: InSlot<Correction>): Promise<Result<Token>> {
  const { host, memory } = doors;
  if ((await isLifecycleOpen(doors)) === false) return NOT_HERE;
  const slots = slotsFor(placeOf(host), { ask: correction });
  const updated = await slots.take((what, slot) => updateByLifecycle(host, { ...what, id }, slot));
  if (updated.ok || endedBefore(updated.failure)) return updated;
  if (updated.failure.kind === 'unsupported') await memory.remember({ lifecycle: false });
  return updated;
}

/**
 * An organization's tokens through three families of endpoints. Which is tried first for what: services.md, Readings 3
 * and 4.
 */
export function servicesTokenHost(host: Host, memory: DoorMemory): TokenHost {
  const doors = { host, memory };
  return {
    list: async (session) => {
      memory.meanwhile(isLifecycleOpen(doors, session)); // learned beside the list, which does not wait for it
      const listed = await listAll(doors, session.servedAt ?? Date.now());
      return listed.ok ? ok(ofOrganization(listed.value, session.organizationId)) : elseUnsupported(listed);
    },
    create: (order) => create(doors, order),
    update: (id, correction) => update(doors, id, correction),
    revoke: (id, may, seen) =>
      eitherDoor(
        slotsFor(placeOf(host), { ask: may, ...(seen && { seen }) }),
        [
          (_, slot) => revokeSessionToken({ ...sessionTokens(host), slot }, id),
          (_, slot) => revokeByLifecycle(host, id, slot),
        ],
        isClosed,
      ),
  };
}
