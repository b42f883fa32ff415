import type { Discovery } from '../../contract/contract';
import { parseAddress } from '../../core/address';
import { addressOf, type KnownHost } from '../../core/host';
import { ok, type Result } from '../../core/result';
import { browser } from '../../platform/browser';
import { stored } from '../../platform/stored';
import { add } from './add-host';

/** Addresses of open pages of Azure DevOps, the one that the user looks at first. Others' addresses stay unknown to us. */
async function openAddresses(): Promise<{ current: string | undefined; others: string[] }> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const open = await browser.tabs.query({ url: ['https://dev.azure.com/*', 'https://*.visualstudio.com/*'] });
  return { current: active?.url, others: open.flatMap(({ url }) => url ?? []) };
}

const NOTHING: Discovery = { hostId: null, offer: null };

/** A host's pages are under its address, whatever the case of its letters. */
function isUnder(address: string, page: string): boolean {
  return `${page}/`.toLowerCase().startsWith(`${address}/`.toLowerCase());
}

/** Parts of the addresses of the pages of Azure DevOps; each was seen in the references. Source: services.md, server.md. */
const PAGES =
  /\/_(git|build|release|packaging|details|usersSettings|home|workitems|boards|wiki|versionControl|admin)(\/|$|\?)/i;

/**
 * A page of a server whose collections are known is one of theirs. Another one is offered, and not asked by itself: the
 * permission for a host may cover ports of it that the user has never named.
 */
function onServer(page: string, hosts: KnownHost[]): Discovery {
  const known = hosts.find((host) => host.kind === 'server' && isUnder(host.base, page));
  if (known) return { hostId: known.id, offer: null };
  return { hostId: null, offer: PAGES.test(page) ? page : null };
}

/** The known host that a page belongs to; an organization that is new is added if it knows the user. */
async function hostOfPage(page: string | undefined): Promise<Result<Discovery>> {
  const address = parseAddress(page ?? '');
  if (!page || !address.ok) return ok(NOTHING);
  const hosts = await stored.hosts.get();
  const { value } = address;
  const known = hosts.find((host) =>
    value.kind === 'services' ? host.id === value.id : isUnder(addressOf(host), page),
  );
  if (known) return ok({ ...NOTHING, hostId: known.id });
  if (value.kind === 'address') return ok(onServer(page, hosts));
  const added = await add(value);
  if (!added.ok && added.failure.kind === 'permission') return ok({ ...NOTHING, offer: page });
  return added.ok ? ok({ ...NOTHING, hostId: added.value }) : added;
}

/**
 * The host of the page that the user looks at; while none is known at all, of any open page. Fails where there
 * was a page to go by, and its organization could not be asked.
 */
export async function discoverHosts(): Promise<Result<Discovery>> {
  const { current, others } = await openAddresses();
  let found = await hostOfPage(current);
  for (const address of others) {
    if ((await stored.hosts.get()).length > 0) break;
    found = await hostOfPage(address);
  }
  return found;
}
