import type { ServicesHost as Host } from '../../core/host';
import type { TokenId } from '../../core/token';

/** API versions differ by endpoint family; one shared version is wrong somewhere. Source: services.md, Readings 7. */
export const PAGE_VERSION = '5.0-preview.1';
export const LIFECYCLE_VERSION = '7.1-preview.1';

/** Where the organization's tokens are kept. Source: services.md 3.2. */
export function tokenRoot(host: Host): string {
  return host.domain === 'dev.azure.com'
    ? `https://vssps.dev.azure.com/${host.name}`
    : `https://${host.name}.vssps.visualstudio.com`;
}

/**
 * The id as it goes into the address of a revoke. The same address without an id would revoke every token of the user
 * (services.md 3.2), so an id that is not a whole GUID is a bug that must stop here.
 */
export function wholeId(id: TokenId): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    throw new Error('A revoke needs the whole id of a token.');
  return id;
}
