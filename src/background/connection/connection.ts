import type { DoorMemory } from '../../azure/door-memory';
import { identify, openHost } from '../../azure/open-host';
import { endedBefore } from '../../azure/slot';
import { doorsAt } from '../../core/doors/doors-at';
import { isSilent } from '../../core/failure-meaning';
import type { Host, HostId, Identity, KnownHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { type Failure, fail, ok, type Result } from '../../core/result';
import type { InSlot, Listing, Session, TokenHost } from '../../core/token-host';
import { inBackground, log } from '../../platform/log';
import { isForgotten, removalsSoFar } from '../../platform/of-host';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { accountOn, noteSeen, toldApart } from './account-names';
import { orMoved } from './moved';
import { inSomeWay } from './ways';

export async function knownHost(hostId: HostId): Promise<Result<KnownHost>> {
  const host = (await stored.hosts.get()).find(({ id }) => id === hostId);
  return host ? ok(host) : fail({ kind: 'not-found' });
}

function doorsOf(host: Host): DoorMemory {
  const item = stored.doors(host.id);
  return {
    recall: async () => doorsAt(await item.get(), Date.now()),
    meanwhile: (learning) => inBackground('doors', learning),
    // What is not remembered is found out again, and nothing fails for it.
    remember: (found) =>
      item
        .update((doors) => ({ ...doorsAt(doors, Date.now()), ...found }))
        .catch((error: unknown) => log.warn('doors', error)),
  };
}

/** What is said of a change that was refused in every way, in a session that was seen to be good. */
function plainly<T>(result: Result<T>): Result<T> {
  if (result.ok || !isSilent(result.failure) || result.failure.kind === 'between') return result;
  return fail({ kind: 'refused' });
}

/**
 * The tokens of a host. Its changes are sent in the way that the host takes them; in every try it is asked right before
 * who is signed in (`onlyAs`). `byPress`: a person waits for them.
 */
export function tokensOf(host: Host, { byPress }: { byPress: boolean }): Omit<TokenHost, 'list'> {
  const doors = doorsOf(host);
  const change = async <T>(send: (tokens: TokenHost, isByPage: boolean) => Promise<Result<T>>): Promise<Result<T>> => {
    const done = await inSomeWay({ host, aim: 'change', byPress }, async (asked, saw) => {
      const sent = await send(openHost(asked, doors), asked.carrier?.way === 'tab' || asked.carrier?.way === 'own-tab');
      if (sent.ok || !endedBefore(sent.failure)) saw();
      return sent;
    });
    return done.ok || !endedBefore(done.failure) ? plainly(done) : fail(await orMoved(done.failure));
  };
  const allowed: typeof change = async (send) => ((await mayReach(host)) ? await change(send) : notAllowed(host));
  const hasUpdate = openHost(host, doors).update !== undefined;
  return {
    create: (order) => allowed((tokens) => tokens.create(order)),
    // Who has just been seen there was asked with leave, and was seen by the worker, not by a page.
    revoke: (id, may, seen) =>
      (seen ? change : allowed)((tokens, isByPage) => tokens.revoke(id, may, isByPage ? undefined : seen)),
    ...(hasUpdate && {
      update: (id, correction) =>
        allowed(async (tokens) => (await tokens.update?.(id, correction)) ?? fail({ kind: 'unsupported' })),
    }),
  };
}

const notAllowed = (host: Host) => fail({ kind: 'permission', address: addressOf(host) });

/** Keeps who is signed in beside the host, for the screens to show. */
async function keepIdentity(
  { id, identity: before }: KnownHost,
  { identity, organizationId: instanceId }: Session,
): Promise<void> {
  await noteSeen(id, before, identity);
  await stored.hosts.update((hosts) => {
    const seen = (known: KnownHost) => ({ ...known, identity, instanceId: known.instanceId ?? instanceId });
    const after = hosts.map((known) => (known.id === id ? seen(known) : known));
    return JSON.stringify(after) === JSON.stringify(hosts) ? hosts : after;
  });
}

/** Asks who is signed in, and keeps it. */
async function seeIdentity(host: KnownHost): Promise<Result<Session>> {
  return (await readHost(host, async (_, session) => ok(session))).read;
}

/** `isApart`: in the session of a container. */
type Seen<T> = { session: Session | undefined; isApart: boolean; read: Result<T> };

/** Asks who is signed in, keeps it, and reads something of theirs, all in one way. */
async function readHost<T>(
  host: KnownHost,
  read: (tokens: TokenHost, session: Session) => Promise<Result<T>>,
): Promise<Seen<T>> {
  if (!(await mayReach(host))) return { session: undefined, isApart: false, read: notAllowed(host) };
  let session: Session | undefined;
  let isApart = false;
  const done = await inSomeWay({ host, aim: 'read', byPress: false }, async (asked, saw) => {
    const seen = await identify(asked);
    if (!seen.ok) return seen;
    session = seen.value;
    isApart = asked.carrier?.isApart === true;
    saw();
    // Who it is matters more than whether that can be written down.
    await keepIdentity(host, session).catch((error: unknown) => log.warn('who is signed in', error));
    return await read(openHost(asked, doorsOf(host)), session);
  });
  return { session, isApart, read: done.ok || session ? done : fail(await orMoved(done.failure)) };
}

/**
 * Whether a list is somebody else's than who was seen right before it: another account may have signed in between. That
 * a row's `userId` is the id that `connectionData` tells is inferred (services.md 3.1), so another one is only a reason to look again.
 */
async function isOfAnother(host: KnownHost, { session, read }: Seen<Listing>): Promise<boolean> {
  if (!session || !read.ok) return false;
  const { id } = session.identity;
  const says = [...(read.value.ownerIds ?? [])].some((ownerId) => ownerId !== id);
  if (!says) return false;
  const now = await seeIdentity(host);
  return !now.ok || now.value.identity.id !== id;
}

/**
 * What is said of an organization's list that asks to sign in although somebody is: it is kept closed for this session.
 * A page of HTML in its place can be anything, and something else the next time.
 */
function closedTo({ isApart }: { isApart: boolean }, failure: Failure): Failure {
  if (isApart) return { kind: 'unsupported', session: 'container' };
  return { kind: isSilent(failure) ? 'unsupported' : 'misfit' };
}

/** The tokens of whoever is signed in, and who that is as far as it is known. */
export async function listOf(host: KnownHost): Promise<Seen<Listing>> {
  const list = () => readHost(host, (tokens, session) => tokens.list(session));
  const first = await list();
  const { read, ...seen } = (await isOfAnother(host, first)) ? await list() : first;
  if (read.ok) {
    const { ownerIds: _, ...listing } = read.value;
    return { ...seen, read: ok(listing) };
  }
  const isClosed = seen.session && host.kind === 'services' && read.failure.kind === 'signed-out';
  return { ...seen, read: isClosed ? fail(closedTo(seen, read.failure)) : read };
}

function checkedAs(wanted: Identity, session: Session): Result<Session> {
  if (session.identity.id === wanted.id) return ok(session);
  const [expected, found] = toldApart(wanted, session.identity);
  return fail({ kind: 'wrong-identity', expected, found });
}

/**
 * The condition of a change, right before it goes out: fails with `wrong-identity` unless it is the account that the user
 * was shown, on a host that is still theirs. What is learned is kept, and nothing waits for that.
 */
export function onlyAs(host: KnownHost, wanted: Identity): InSlot<Session> {
  const since = removalsSoFar();
  return (session) => {
    if (isForgotten(host.id, since)) return fail({ kind: 'not-found' });
    const { identity } = session;
    const isNews = host.identity?.id !== identity.id || host.identity.name !== identity.name;
    if (isNews) inBackground('who is signed in', keepIdentity(host, session));
    return checkedAs(wanted, session);
  };
}

/** The same for a look by itself. */
export async function identifyAs(host: KnownHost, identityId: string): Promise<Result<Session>> {
  const session = await seeIdentity(host);
  return session.ok ? checkedAs(await accountOn(host, identityId), session.value) : session;
}
