import type { Host } from '../../core/host';

/** API versions differ by endpoint family; one shared version is wrong somewhere. Source: services.md, Readings 7. */
export const PAGE_VERSION = '5.0-preview.1';
export const LIFECYCLE_VERSION = '7.1-preview.1';

/** The organization's own pages. The name is checked where a `Host` is made, so it cannot leave its path segment. */
export function pageRoot(host: Host): string {
  return `https://dev.azure.com/${encodeURIComponent(host.name)}`;
}

/** Where the organization's tokens are kept. */
export function tokenRoot(host: Host): string {
  return `https://vssps.dev.azure.com/${encodeURIComponent(host.name)}`;
}
