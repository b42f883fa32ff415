import * as z from 'zod/mini';
import { fittingList } from '../fitting';
import type { KnownHost } from '../host';
import { parseAddress, type ServerAddress } from '../hosts/address';

/** Why a text names no site that can be guarded. */
export const SITE_FAULTS = ['empty', 'malformed', 'azure-devops', 'closed'] as const;
export type SiteFault = (typeof SITE_FAULTS)[number];

/**
 * Where browsers run no script of an extension. Sources: Chromium, `extension_urls.cc`; Firefox, the preference
 * `extensions.webextensions.restrictedDomains`.
 */
const CLOSED =
  /^https?:\/\/(chromewebstore\.google\.com|chrome\.google\.com|microsoftedge\.microsoft\.com|addons\.mozilla\.org|support\.mozilla\.org|accounts\.firefox\.com)$/;

/** Pages of the browser, of extensions and files have no site; what stands before a port is a name. */
const NO_SITE = /^(?!https?:)[a-z][a-z0-9+.-]*:(?!\d)/i;

/** Where tokens are at home, with an organization in the address or without. */
const AZURE_DEVOPS = /^(?:https?:\/\/)?(?:[^/?#]*[@.])?(?:dev\.azure|visualstudio)\.com(?:[/:?#]|$)/i;

/** The site that a text names: an origin, and all that is under it. None is one of `hosts`, which are there for tokens. */
export function readSite(given: string, hosts: readonly KnownHost[]): { site: string } | { fault: SiteFault } {
  const text = given.trim();
  if (text === '') return { fault: 'empty' };
  if (NO_SITE.test(text)) return { fault: 'closed' };
  if (AZURE_DEVOPS.test(text)) return { fault: 'azure-devops' };
  const read = parseAddress(text);
  if (!read.ok || read.value.kind === 'services') return { fault: 'malformed' };
  const { origin } = read.value;
  if (CLOSED.test(origin)) return { fault: 'closed' };
  const isHost = hosts.some((host) => host.kind === 'server' && `${host.base}/`.startsWith(`${origin}/`));
  return isHost ? { fault: 'azure-devops' } : { site: origin };
}

const isSite = (text: string): boolean => {
  const read = readSite(text, []);
  return 'site' in read && read.site === text;
};

/** Where the paste guard asks, and whether it does. */
export const Guard = z.object({
  on: z.catch(z.boolean(), false),
  sites: z.catch(fittingList(z.string().check(z.refine(isSite))), () => []),
});
export type Guard = z.output<typeof Guard>;

export const NO_GUARD: Guard = { on: false, sites: [] };

/** A site as a place that can be asked for leave. */
export const placeOf = (site: string): ServerAddress => ({ kind: 'address', origin: site, paths: [''] });
