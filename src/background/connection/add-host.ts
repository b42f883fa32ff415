import { identify } from '../../azure/open-host';
import { detect } from '../../azure/server/detect';
import { organizations } from '../../azure/services/session';
import type { Host, HostId, KnownHost, ServicesHost } from '../../core/host';
import { type Address, parseAddress, type ServerAddress, textOf } from '../../core/hosts/address';
import { addressOf } from '../../core/hosts/address-of';
import { type Found, isSamePlace, knownAs, withFound, withOthers } from '../../core/hosts/found-host';
import { fail, ok, type Result } from '../../core/result';
import { forget, removalsSoFar, takeBack } from '../../platform/of-host';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { noteSeen } from './account-names';
import { giveBackUnneeded } from './leave';
import { orMoved } from './moved';

/** What was found by an add, and when that began: a host that the user has removed since is not added. */
type Since = number;

async function keepOthers(found: Found[], since: Since): Promise<void> {
  const wanted = found.filter(({ host }) => takeBack(host.id, since));
  await stored.hosts.update((known) => withOthers(known, wanted));
}

/** Keeps a host with who is signed in there; one that was known is replaced by what is found of it now, under the id that it has. */
async function keep(host: Host, since: Since): Promise<Result<{ id: HostId; isSignedIn: boolean }>> {
  const session = await identify(host);
  if (!session.ok && session.failure.kind !== 'signed-out') return session;
  if (!takeBack(host.id, since)) return fail({ kind: 'not-found' });
  const found: Found = { host, instanceId: session.ok ? session.value.organizationId : undefined };
  const before = await stored.hosts.get();
  const identity = session.ok ? session.value.identity : null;
  const replaced = knownAs(before, found);
  if (replaced) await noteSeen(replaced.id, replaced.identity, identity);
  await stored.hosts.update((known) => withFound(known, found, identity));
  const after = await stored.hosts.get();
  // One that stood there twice, under its names of before and of now.
  for (const { id } of before) if (!after.some((each) => each.id === id)) await forget(id);
  const id = knownAs(after, found)?.id ?? host.id;
  return ok({ id, isSignedIn: session.ok });
}

/**
 * Which organizations these are. One that is new may be a known one that was renamed, if one that is known is not among
 * them: only then it is asked what it calls itself.
 */
async function foundAmong(organizations: ServicesHost[]): Promise<Found[]> {
  const known = await stored.hosts.get();
  const isListed = (host: KnownHost) => organizations.some((each) => isSamePlace(each, host));
  const mayBeRenamed = known.some((host) => host.kind === 'services' && !isListed(host));
  const isNew = (host: Host) => !known.some((each) => isSamePlace(each, host));
  const foundAs = async (host: ServicesHost): Promise<Found> => {
    const session = mayBeRenamed && isNew(host) ? await identify(host) : undefined;
    return { host, instanceId: session?.ok ? session.value.organizationId : undefined };
  };
  return await Promise.all(organizations.map(foundAs));
}

/**
 * The organization under an address that may be asked: its older address needs the user's leave, and is not asked for
 * where the same organization answers under the newer one.
 */
async function reachable(host: ServicesHost): Promise<Result<ServicesHost>> {
  if (await mayReach(host)) return ok(host);
  const newer: ServicesHost = { ...host, domain: 'dev.azure.com' };
  const answers = host.domain !== newer.domain && (await mayReach(newer)) && (await identify(newer)).ok;
  return answers ? ok(newer) : fail({ kind: 'permission', address: addressOf(host) });
}

/**
 * Adds an organization that knows the user, and with it those that its session knows. Where nobody is signed in it is
 * added all the same: the screen then asks to sign in there.
 */
async function addOrganization(named: ServicesHost, since: Since): Promise<Result<HostId>> {
  const host = await reachable(named);
  if (!host.ok) return host;
  const kept = await keep(host.value, since);
  if (!kept.ok) return kept;
  const others = kept.value.isSignedIn ? await organizations(host.value) : undefined;
  if (others?.ok) await keepOthers(await foundAmong(others.value), since); // without them the one that was asked for works all the same
  return ok(kept.value.id);
}

/** Adds the collection that an address belongs to, and with it the others of the same server. */
async function addServer(address: ServerAddress, since: Since): Promise<Result<HostId>> {
  if (!(await mayReach(address))) return fail({ kind: 'permission', address: address.origin });
  const found = await detect(address);
  if (!found.ok) return fail(await orMoved(found.failure));
  const [first, ...others] = found.value;
  if (!first) return fail({ kind: 'not-found' });
  const kept = await keep(first.host, since);
  if (!kept.ok) return kept;
  await keepOthers(others, since);
  return ok(kept.value.id);
}

/** Adds what an address names. */
export function add(address: Address): Promise<Result<HostId>> {
  const since = removalsSoFar();
  return address.kind === 'services' ? addOrganization(address, since) : addServer(address, since);
}

/** Keeps what is understood of an address for the tab that goes on with it; `null` waits for none. */
export async function pendAddress({ address }: { address: string | null }): Promise<Result<void>> {
  const read = address === null ? undefined : parseAddress(address);
  if (read?.ok === false) return read;
  await stored.pending.set(read ? { address: textOf(read.value), signInUrl: null } : null);
  if (!read) await giveBackUnneeded();
  return ok();
}

/** What is left to wait for after a try: a server is added once somebody is signed in there, and nothing else is kept. */
async function settle(address: string, tried: Result<HostId>): Promise<void> {
  if (!tried.ok && tried.failure.kind === 'permission') return; // the question for it comes next
  const signInUrl = !tried.ok && tried.failure.kind === 'signed-out' ? tried.failure.signInUrl : null;
  await stored.pending.update((pending) => {
    if (signInUrl !== null) return { address, signInUrl };
    const isOther = pending !== null && pending.address !== address;
    return isOther && !(tried.ok && pending.signInUrl !== null) ? pending : null;
  });
  if (!tried.ok) await giveBackUnneeded();
}

/** Adds what a user's text names, and shows it next. What was allowed for one that is not added is given back. */
export async function addHost({ address }: { address: string }): Promise<Result<HostId>> {
  const read = parseAddress(address);
  if (!read.ok) return read;
  const added = await add(read.value);
  if (added.ok) await stored.chosenHost.set(added.value);
  await settle(textOf(read.value), added);
  return added;
}
