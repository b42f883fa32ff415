import { identify } from '../../azure/open-host';
import { detect } from '../../azure/server/detect';
import { organizations } from '../../azure/services/session';
import { type Address, parseAddress, type ServerAddress, textOf } from '../../core/address';
import { addressOf, type Host, type HostId, type ServicesHost } from '../../core/host';
import { fail, ok, type Result } from '../../core/result';
import { mayReach } from '../../platform/permission';
import { stored } from '../../platform/stored';
import { giveBackUnneeded } from './leave';
import { orMoved } from './moved';

async function keepHosts(found: Host[]): Promise<void> {
  await stored.hosts.update((known) => {
    const ids = new Set(known.map(({ id }) => id));
    return [...known, ...found.filter(({ id }) => !ids.has(id)).map((host) => ({ ...host, identity: null }))];
  });
}

/** Keeps a host with who is signed in there; one that was known is replaced by what is found of it now. */
async function keep(host: Host): Promise<Result<boolean>> {
  const session = await identify(host);
  if (!session.ok && session.failure.kind !== 'signed-out') return session;
  const identity = session.ok ? session.value.identity : null;
  await stored.hosts.update((known) => [...known.filter(({ id }) => id !== host.id), { ...host, identity }]);
  return ok(session.ok);
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
async function addOrganization(named: ServicesHost): Promise<Result<HostId>> {
  const host = await reachable(named);
  if (!host.ok) return host;
  const kept = await keep(host.value);
  if (!kept.ok) return kept;
  const others = kept.value ? await organizations(host.value) : undefined;
  if (others?.ok) await keepHosts(others.value); // without them the one that was asked for works all the same
  return ok(host.value.id);
}

/** Adds the collection that an address belongs to, and with it the others of the same server. */
async function addServer(address: ServerAddress): Promise<Result<HostId>> {
  if (!(await mayReach(address))) return fail({ kind: 'permission', address: address.origin });
  const found = await detect(address);
  if (!found.ok) return fail(await orMoved(found.failure));
  const [first, ...others] = found.value;
  if (!first) return fail({ kind: 'not-found' });
  const kept = await keep(first);
  if (!kept.ok) return kept;
  await keepHosts(others);
  return ok(first.id);
}

/** Adds what an address names. */
export function add(address: Address): Promise<Result<HostId>> {
  return address.kind === 'services' ? addOrganization(address) : addServer(address);
}

/** Keeps what is understood of an address for the tab that goes on with it. */
export async function pendAddress({ address }: { address: string }): Promise<Result<void>> {
  const read = parseAddress(address);
  if (read.ok) await stored.pending.set({ address: textOf(read.value), signInUrl: null });
  return read.ok ? ok() : read;
}

/** What is left to wait for after a try: a server is added once somebody is signed in there, and nothing else is kept. */
async function settle(address: string, tried: Result<HostId>): Promise<void> {
  if (!tried.ok && tried.failure.kind === 'permission') return; // the question for it comes next
  const signInUrl = !tried.ok && tried.failure.kind === 'signed-out' ? tried.failure.signInUrl : null;
  await stored.pending.update((pending) => {
    if (signInUrl !== null) return { address, signInUrl };
    return pending?.address === address ? null : pending;
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
