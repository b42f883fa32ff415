import type { Host } from '../host';
import { addressOf } from './address-of';

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The parts of an address that say where it is, as names and not as they happen to be written. */
function placeOf(address: string): string[] {
  const [place = ''] = address.split(/[?#]/);
  return place
    .replace(/\/+$/, '')
    .split('/')
    .map((segment) => decoded(segment).toLowerCase());
}

/** Whether an address is another one, or a page under it: whole segments, in upper or lower case, however they are encoded. */
export function isUnder(address: string, page: string): boolean {
  const at = placeOf(page);
  return placeOf(address).every((segment, index) => segment === at[index]);
}

/** Whether a page is one of a host's own; those of an organization are under either form of its address. */
export function isPageOf(host: Host, page: string): boolean {
  if (host.kind === 'server') return isUnder(host.root, page);
  return (['dev.azure.com', 'visualstudio.com'] as const).some((domain) =>
    isUnder(addressOf({ ...host, domain }), page),
  );
}

/** The host that a page belongs to; never another one of the same server. */
export function hostOfPage<H extends Host>(hosts: H[], page: string): H | undefined {
  return hosts.find((host) => isPageOf(host, page));
}
