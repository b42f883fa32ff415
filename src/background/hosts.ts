import { parseAddress } from '../azure/address';
import { identify, organizations } from '../azure/services/session';
import { addressOf, type Host, type HostId } from '../core/host';
import { fail, ok, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { giveUp, mayReach } from '../platform/permission';
import { stored } from '../platform/stored';

async function keepHosts(found: Host[]): Promise<void> {
  await stored.hosts.update((known) => {
    const ids = new Set(known.map(({ id }) => id));
    return [...known, ...found.filter(({ id }) => !ids.has(id)).map((host) => ({ ...host, identity: null }))];
  });
}

/**
 * The host under an address that may be asked: an organization's older address needs the user's leave, and is not asked
 * for where the same organization answers under the newer one.
 */
async function reachable(host: Host): Promise<Result<Host>> {
  if (await mayReach(host)) return ok(host);
  const newer: Host = { ...host, domain: 'dev.azure.com' };
  const answers = host.domain !== newer.domain && (await mayReach(newer)) && (await identify(newer)).ok;
  return answers ? ok(newer) : fail({ kind: 'permission', address: addressOf(host) });
}

/**
 * Adds an organization that knows the user, and with it those that its session knows. Where nobody is signed in it is
 * added all the same: the screen then asks to sign in there.
 */
async function add(named: Host): Promise<Result<HostId>> {
  const way = await reachable(named);
  if (!way.ok) return way;
  const host = way.value;
  const session = await identify(host);
  if (!session.ok && session.failure.kind !== 'signed-out') return session;
  const identity = session.ok ? session.value.identity : null;
  await stored.hosts.update((known) => [...known.filter(({ id }) => id !== host.id), { ...host, identity }]);
  const others = session.ok ? await organizations(host) : session;
  if (others.ok) await keepHosts(others.value); // without them the one that was asked for works all the same
  return ok(host.id);
}

export async function addHost({ address }: { address: string }): Promise<Result<HostId>> {
  const host = parseAddress(address);
  if (!host.ok) return host;
  const added = await add(host.value);
  if (added.ok) await stored.chosenHost.set(added.value);
  return added;
}

/** Addresses of open pages of Azure DevOps, the one that the user looks at first. Others' addresses stay unknown to us. */
async function openAddresses(): Promise<{ current: string | undefined; others: string[] }> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const open = await browser.tabs.query({ url: ['https://dev.azure.com/*', 'https://*.visualstudio.com/*'] });
  return { current: active?.url, others: open.flatMap(({ url }) => url ?? []) };
}

/** The known host that a page belongs to; one that is new is added if it knows the user. */
async function hostOfPage(address: string | undefined): Promise<Result<HostId | null>> {
  const host = parseAddress(address ?? '');
  if (!host.ok) return ok(null);
  const known = (await stored.hosts.get()).some(({ id }) => id === host.value.id);
  return known ? ok(host.value.id) : await add(host.value);
}

/**
 * The organization of the page that the user looks at; while none is known at all, of any open page. Fails where there
 * was a page to go by, and its organization could not be asked.
 */
export async function discoverHosts(): Promise<Result<HostId | null>> {
  const { current, others } = await openAddresses();
  let found = await hostOfPage(current);
  for (const address of others) {
    if ((await stored.hosts.get()).length > 0) break;
    found = await hostOfPage(address);
  }
  return found;
}

export async function chooseHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  await stored.chosenHost.set(hostId);
  return ok();
}

/** Forgets a host and everything that was kept of it. Its tokens stay as they are. */
export async function removeHost({ hostId }: { hostId: HostId }): Promise<Result<void>> {
  const removed = (await stored.hosts.get()).find(({ id }) => id === hostId);
  await stored.hosts.update((hosts) => hosts.filter(({ id }) => id !== hostId));
  if (removed) await giveUp(removed, await stored.hosts.get());
  await stored.intents.update((intents) => intents.filter((intent) => intent.hostId !== hostId));
  await stored.reading(hostId).remove();
  await stored.doors(hostId).remove();
  return ok();
}
