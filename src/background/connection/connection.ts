import type { DoorMemory } from '../../azure/door-memory';
import { identify, openHost, originsOf } from '../../azure/open-host';
import { endedBefore } from '../../azure/slot';
import { doorsAt } from '../../core/doors';
import { addressOf, type Host, type HostId, type KnownHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { InSlot, Session, TokenHost } from '../../core/token-host';
import { inBackground } from '../../platform/log';
import { withPageOrigin } from '../../platform/page-origin';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { asPageIfRefused } from './as-page';
import { orMoved } from './moved';

export async function knownHost(hostId: HostId): Promise<Result<KnownHost>> {
  const host = (await stored.hosts.get()).find(({ id }) => id === hostId);
  return host ? ok(host) : fail({ kind: 'not-found' });
}

function doorsOf(host: Host): DoorMemory {
  const item = stored.doors(host.id);
  return {
    recall: async () => doorsAt(await item.get(), Date.now()),
    remember: (found) => item.update((doors) => ({ ...doorsAt(doors, Date.now()), ...found })),
  };
}

/**
 * The tokens of a host. Its changes are sent in the way that the host takes them; in every try it is asked right before
 * who is signed in (`onlyAs`).
 */
export function tokensOf(host: Host): TokenHost {
  const doors = doorsOf(host);
  const tokens = openHost(host, doors);
  const asPage = <T>(send: () => Promise<Result<T>>) => withPageOrigin(originsOf(host), send);
  const way = { ...doors, asPage };
  const { update } = tokens;
  const sent = async <T>(change: () => Promise<Result<T>>) => {
    const done = await asPageIfRefused(way, change);
    return done.ok || !endedBefore(done.failure) ? done : fail(await orMoved(done.failure));
  };
  const allowed = async <T>(change: () => Promise<Result<T>>) =>
    (await mayReach(host)) ? await sent(change) : notAllowed(host);
  return {
    list: tokens.list,
    create: (order) => allowed(() => tokens.create(order)),
    // Who has just been seen there was asked with leave.
    revoke: (id, may, seen) => (seen ? sent : allowed)(() => tokens.revoke(id, may, seen)),
    ...(update && { update: (id, correction) => allowed(() => update(id, correction)) }),
  };
}

/** What an account is called, as far as the host knows it. */
export function nameOn({ identity }: KnownHost, identityId: string): string {
  return identity?.id === identityId ? identity.name : identityId;
}

const notAllowed = (host: Host) => fail({ kind: 'permission', address: addressOf(host) });

/** Keeps who is signed in beside the host, for the screens to show. */
async function keepIdentity({ id }: Host, { identity, organizationId: instanceId }: Session): Promise<void> {
  await stored.hosts.update((hosts) =>
    hosts.map((known) => (known.id === id ? { instanceId, ...known, identity } : known)),
  );
}

/** Asks who is signed in, and keeps it. */
export async function seeIdentity(host: Host): Promise<Result<Session>> {
  if (!(await mayReach(host))) return notAllowed(host);
  const session = await identify(host);
  if (!session.ok) return fail(await orMoved(session.failure));
  await keepIdentity(host, session.value);
  return session;
}

function checkedAs(host: KnownHost, identityId: string, session: Session): Result<Session> {
  const { id, name } = session.identity;
  return id === identityId
    ? ok(session)
    : fail({ kind: 'wrong-identity', expected: nameOn(host, identityId), found: name });
}

/**
 * The condition of a change, right before it goes out: fails with `wrong-identity` unless it is the account that the user
 * was shown. What is learned is kept, and nothing waits for that.
 */
export function onlyAs(host: KnownHost, identityId: string): InSlot<Session> {
  return (session) => {
    const { identity } = session;
    const isNews = host.identity?.id !== identity.id || host.identity.name !== identity.name;
    if (isNews) inBackground('who is signed in', keepIdentity(host, session));
    return checkedAs(host, identityId, session);
  };
}

/** The same for a look by itself. */
export async function identifyAs(host: KnownHost, identityId: string): Promise<Result<Session>> {
  const session = await seeIdentity(host);
  return session.ok ? checkedAs(host, identityId, session.value) : session;
}
