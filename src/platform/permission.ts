import type { Host } from '../core/host';
import type { Address } from '../core/hosts/address';
import { browser, isFirefox } from './browser';

const SERVICES = ['https://dev.azure.com/*', 'https://vssps.dev.azure.com/*'];
const OLDER_ADDRESSES = ['https://*.visualstudio.com/*'];

/** The pattern that covers an origin; Firefox knows no ports there. */
function patternOf(origin: string): string {
  return `${isFirefox() ? origin.replace(/:\d+$/, '') : origin}/*`;
}

/** What has to be allowed so that an address or a host can be asked, as match patterns: nothing more, and nothing else. */
export function patternsFor(place: Address | Host): string[] {
  if (place.kind === 'services') return place.domain === 'visualstudio.com' ? OLDER_ADDRESSES : SERVICES;
  return [patternOf(place.kind === 'server' ? new URL(place.root).origin : place.origin)];
}

/** Whether the user lets the extension ask there; a browser lets them take it back at any time. */
export async function mayReach(place: Address | Host): Promise<boolean> {
  return await browser.permissions.contains({ origins: patternsFor(place) });
}

/**
 * Asks the user to let the extension reach what was understood of their text; also for what was granted at installation, since a
 * browser can hold that back. A browser shows the question only as the direct answer to a click or a key, so nothing
 * may be awaited before; where there is nothing to ask it shows none. Never in a popup, which the question closes.
 */
export async function askToReach(address: Address): Promise<void> {
  await browser.permissions.request({ origins: patternsFor(address) });
}

const isForMany = (pattern: string) => /^[^/]*\/\/\*\//.test(pattern);

/**
 * Gives back what was allowed since the installation and none of these places needs. What covers every host is left
 * where one of them has nothing else to be reached by.
 */
export async function giveBackRest(places: (Address | Host)[]): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const needed = new Set([...SERVICES, ...places.flatMap(patternsFor)]);
  const given = new Set(origins);
  const isOneLeft = [...needed].some((pattern) => !given.has(pattern) && !SERVICES.includes(pattern));
  const rest = origins.filter((pattern) => !needed.has(pattern) && !(isOneLeft && isForMany(pattern)));
  if (rest.length > 0) await browser.permissions.remove({ origins: rest });
}

/** Tells whenever something was allowed or taken away, here or in the browser's own settings. */
export function onAllowed(changed: () => void): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
}

const READING = { permissions: ['clipboardRead' as const] };

/** Whether the extension may look what the clipboard holds. */
export async function mayReadClipboard(): Promise<boolean> {
  return await browser.permissions.contains(READING);
}

/** Asks the user for that, as the direct answer to a click, or gives it back; answers what holds then. */
export async function letReadClipboard(allowed: boolean): Promise<boolean> {
  if (allowed) return await browser.permissions.request(READING);
  await browser.permissions.remove(READING);
  return false;
}

/** What the browser lets the extension use now; `more`: how many patterns of a user's own hosts, which would name them. */
export type Allowed = { permissions: string[]; cloud: string[]; heldBack: string[]; more: number };

export async function allowedNow(): Promise<Allowed> {
  const { origins = [], permissions = [] } = await browser.permissions.getAll();
  const cloud = [...SERVICES, ...OLDER_ADDRESSES];
  const isThere = (pattern: string) => origins.includes(pattern) || origins.some(isForMany);
  return {
    permissions,
    cloud: cloud.filter((pattern) => origins.includes(pattern)),
    heldBack: SERVICES.filter((pattern) => !isThere(pattern)),
    more: origins.filter((pattern) => !cloud.includes(pattern)).length,
  };
}
