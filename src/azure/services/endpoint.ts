import type { ServicesHost } from '../../core/host';
import { addressOf } from '../../core/hosts/address-of';
import { type Asked, carriedFor } from '../carrier';
import type { Endpoint } from '../endpoint';

/** API versions differ by endpoint family; one shared version is wrong somewhere. Source: services.md, Readings 7. */
const PAGE_VERSION = '5.0-preview.1';
export const LIFECYCLE_VERSION = '7.1-preview.1';

/** The endpoints of the organization's own pages. */
export function pages(host: Asked<ServicesHost>): Endpoint {
  return { root: addressOf(host), version: PAGE_VERSION, signInUrl: addressOf(host), ...carriedFor(host) };
}

/** Where the organization's tokens are kept. Source: services.md 3.2. */
export function tokenRoot(host: ServicesHost): string {
  return host.domain === 'dev.azure.com'
    ? `https://vssps.dev.azure.com/${host.name}`
    : `https://${host.name}.vssps.visualstudio.com`;
}

/** The session tokens of the organization. */
export function sessionTokens(host: Asked<ServicesHost>): Endpoint {
  return { ...pages(host), root: tokenRoot(host) };
}
