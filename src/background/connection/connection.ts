import type { DoorMemory } from '../../azure/door-memory';
import { identify, openHost, originsOf } from '../../azure/open-host';
import { doorsAt } from '../../core/doors';
import { addressOf, type Host, type HostId, type KnownHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import type { Session, TokenHost } from '../../core/token-host';
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

/** The tokens of a host. Its changes are sent in the way that the host takes them; `identifyAs` comes before each. */
export function tokensOf(host: Host): TokenHost {
  const doors = doorsOf(host);
  const tokens = openHost(host, doors);
  const asPage = <T>(send: () => Promise<Result<T>>) => withPageOrigin(originsOf(host), send);
  const way = { ...doors, asPage };
  const { update } = tokens;
  return {
    list: tokens.list,
    create: (order) => asPageIfRefused(way, () => tokens.create(order)),
    revoke: (id) => asPageIfRefused(way, () => tokens.revoke(id)),
    ...(update && { update: (id, correction) => asPageIfRefused(way, () => update(id, correction)) }),
  };
}

/** What an account is called, as far as the host knows it. */
export function nameOn({ identity }: KnownHost, identityId: string): string {
  return identity?.id === identityId ? identity.name : identityId;
}

/** Asks who is signed in, and keeps it beside the host for the screens to show. */
export async function seeIdentity(host: Host): Promise<Result<Session>> {
  if (!(await mayReach(host))) return fail({ kind: 'permission', address: addressOf(host) });
  const session = await identify(host);
  if (!session.ok) return fail(await orMoved(session.failure));
  const { identity, organizationId: instanceId } = session.value;
  await stored.hosts.update((hosts) =>
    hosts.map((known) => (known.id === host.id ? { instanceId, ...known, identity } : known)),
  );
  return session;
}

/** The same, as the condition of a change: fails with `wrong-identity` unless it is the account the user was shown. */
export async function identifyAs(host: KnownHost, identityId: string): Promise<Result<Session>> {
  const session = await seeIdentity(host);
  if (!session.ok || session.value.identity.id === identityId) return session;
  return fail({ kind: 'wrong-identity', expected: nameOn(host, identityId), found: session.value.identity.name });
}
