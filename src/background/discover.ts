import { type Address, parseAddress } from '../azure/address';
import type { Discovery } from '../contract/contract';
import { addressOf, type Host } from '../core/host';
import { ok, type Result } from '../core/result';
import { browser } from '../platform/browser';
import { mayReachAddress } from '../platform/permission';
import { stored } from '../platform/stored';
import { add } from './add-host';

/** Addresses of open pages of Azure DevOps, the one that the user looks at first. Others' addresses stay unknown to us. */
async function openAddresses(): Promise<{ current: string | undefined; others: string[] }> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const open = await browser.tabs.query({ url: ['https://dev.azure.com/*', 'https://*.visualstudio.com/*'] });
  return { current: active?.url, others: open.flatMap(({ url }) => url ?? []) };
}

const NOTHING: Discovery = { hostId: null, offer: null };

/** A host's pages are under its address, whatever the case of its letters. */
function isOf(host: Host, page: string): boolean {
  return `${page}/`.toLowerCase().startsWith(`${addressOf(host)}/`.toLowerCase());
}

/** Parts of the addresses of the pages of Azure DevOps; each was seen in the references. Source: services.md, server.md. */
const PAGES =
  /\/_(git|build|release|packaging|details|usersSettings|home|workitems|boards|wiki|versionControl|admin)(\/|$|\?)/i;

/** A page of a server that is not known yet: added where it may be asked, and offered where the user has to allow it. */
async function onServer(page: string, address: Address): Promise<Result<Discovery>> {
  if (!PAGES.test(page)) return ok(NOTHING);
  if (!(await mayReachAddress(page))) return ok({ hostId: null, offer: page });
  const added = await add(address);
  return ok({ hostId: added.ok ? added.value : null, offer: null });
}

/** The known host that a page belongs to; an organization that is new is added if it knows the user. */
async function hostOfPage(page: string | undefined): Promise<Result<Discovery>> {
  const address = parseAddress(page ?? '');
  if (!page || !address.ok) return ok(NOTHING);
  const hosts = await stored.hosts.get();
  const { value } = address;
  const known = hosts.find((host) => (value.kind === 'services' ? host.id === value.id : isOf(host, page)));
  if (known) return ok({ ...NOTHING, hostId: known.id });
  if (value.kind === 'address') return await onServer(page, value);
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
