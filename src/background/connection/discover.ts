import type { Discovery } from '../../contract/contract';
import type { KnownHost, ServicesHost } from '../../core/host';
import { parseAddress, type ServerAddress, textOf } from '../../core/hosts/address';
import { hostOfPage, isPageOf, isUnder } from '../../core/hosts/page-host';
import { ok, type Result } from '../../core/result';
import { browser } from '../../platform/browser';
import { stored } from '../../platform/stored';
import { pageInView } from '../../platform/tabs/in-view';
import { add } from './add-host';

/** Addresses of open pages of Azure DevOps. Others' addresses stay unknown to us. */
async function openPages(): Promise<string[]> {
  const open = await browser.tabs.query({ url: ['https://dev.azure.com/*', 'https://*.visualstudio.com/*'] });
  return open.flatMap(({ url }) => url ?? []);
}

const NOTHING: Discovery = { hostId: null, offer: null };

/** Parts of the paths of the pages of Azure DevOps; each was seen in the references. Source: services.md, server.md. */
const PAGES =
  /^[^?#]*\/_(git|build|release|packaging|details|usersSettings|home|workitems|boards|wiki|versionControl|admin)([/?#]|$)/i;

/**
 * A page of a server is offered, and not asked by itself: the permission for a host may cover ports of it that the user
 * has never named. What is under the address of a known server can be another site of the same machine, where that
 * address is the machine's.
 */
function onServer(page: string, address: ServerAddress, hosts: KnownHost[]): Discovery {
  const bases = hosts.flatMap((host) => (host.kind === 'server' && isUnder(host.base, page) ? host.base : []));
  const place = textOf(address);
  if (bases.some((base) => isUnder(place, base))) return NOTHING; // the server itself, whose collections are known
  const isOfServer = bases.some((base) => base !== address.origin);
  return { hostId: null, offer: isOfServer || PAGES.test(page) ? place : null };
}

/**
 * A page of an organization that is not known: it is added if it knows the user. Under visualstudio.com there are
 * Microsoft's own sites too, so only what is surely a page of an organization is asked there; else it is offered.
 */
async function onServices(page: string, host: ServicesHost): Promise<Result<Discovery>> {
  if (!isPageOf(host, page)) return ok(NOTHING);
  const offer = { hostId: null, offer: textOf(host) };
  if (host.domain === 'visualstudio.com' && !PAGES.test(page)) return ok(offer);
  const added = await add(host);
  if (!added.ok && added.failure.kind === 'permission') return ok(offer);
  return added.ok ? ok({ ...NOTHING, hostId: added.value }) : added;
}

async function discover(page: string): Promise<Result<Discovery>> {
  const hosts = await stored.hosts.get();
  const known = hostOfPage(hosts, page);
  if (known) return ok({ ...NOTHING, hostId: known.id });
  const address = parseAddress(page);
  if (!address.ok) return ok(NOTHING);
  const { value } = address;
  return value.kind === 'services' ? await onServices(page, value) : ok(onServer(page, value, hosts));
}

/**
 * The host of the page that the user looks at; while none is known at all, of any open page. Fails where there
 * was a page to go by, and its organization could not be asked.
 */
export async function discoverHosts(): Promise<Result<Discovery>> {
  const inView = await pageInView();
  let found: Result<Discovery> = inView === undefined ? ok(NOTHING) : await discover(inView);
  for (const page of await openPages()) {
    if ((await stored.hosts.get()).length > 0) break;
    const elsewhere = await discover(page);
    if (!elsewhere.ok || elsewhere.value.hostId !== null) found = elsewhere;
  }
  return found;
}
