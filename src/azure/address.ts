import { type ServicesHost, servicesHost } from '../core/host';
import { fail, ok, type Result } from '../core/result';

/** What a user's text names: an organization, or a place on a server that has to be looked at. */
export type Address = ServicesHost | ServerAddress;

/** `paths`: what may be the collection, a project in it or the whole server, the longest first; each begins with `/` or is empty. */
export type ServerAddress = { kind: 'address'; origin: string; paths: string[] };

const LEGACY_SUFFIX = '.visualstudio.com';
/** Names under visualstudio.com that are Microsoft's own services, not organizations. Source: services.md 3.2. */
const NOT_ORGANIZATIONS = new Set(['app', 'vssps', 'www', 'marketplace', 'login']);

/** The organization in an address of Azure DevOps Services; empty where there is none, `undefined` on another host. */
function organizationIn({ hostname, pathname }: URL): string | undefined {
  if (hostname === 'dev.azure.com') return pathname.split('/')[1] ?? '';
  if (/(^|\.)dev\.azure\.com$/.test(hostname)) return '';
  if (!hostname.endsWith(LEGACY_SUFFIX)) return hostname === 'visualstudio.com' ? '' : undefined;
  const name = hostname.slice(0, -LEGACY_SUFFIX.length);
  return name.includes('.') || NOT_ORGANIZATIONS.has(name) ? '' : name;
}

function urlIn(text: string): URL | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  return (url.protocol === 'https:' || url.protocol === 'http:') && /[\p{L}\p{N}]/u.test(url.hostname)
    ? url
    : undefined;
}

/** A server's default virtual directory up to 2018. Source: server.md 6. */
const USUAL_DIRECTORY = '/tfs';

/**
 * Where on a server a page can belong: its path up to the first segment that begins with `_`, and each path above.
 * Source: server.md 9.1.
 */
function serverAddress(url: URL): ServerAddress {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const page = segments.findIndex((segment) => segment.startsWith('_'));
  const place = page === -1 ? segments : segments.slice(0, page);
  const paths = Array.from({ length: place.length + 1 }, (_, dropped) =>
    place
      .slice(0, place.length - dropped)
      .map((segment) => `/${segment}`)
      .join(''),
  );
  return { kind: 'address', origin: url.origin, paths: place.length === 0 ? ['', USUAL_DIRECTORY] : paths };
}

/**
 * What a user's text or a page's address names: the organization of `fabrikam`, `https://dev.azure.com/fabrikam/…` or
 * `https://fabrikam.visualstudio.com/…`, which is the same organization under its older address, with its own session;
 * or any place on a server. Fails with `invalid` (`address`): `empty`, or `malformed`.
 */
export function parseAddress(text: string): Result<Address> {
  const address = text.trim();
  if (address === '') return fail({ kind: 'invalid', field: 'address', reason: 'empty' });
  const url = /[./:]/.test(address) ? urlIn(address) : undefined;
  const organization = url === undefined ? address : organizationIn(url);
  if (url && organization === undefined) return ok(serverAddress(url));
  const domain = url?.hostname.endsWith(LEGACY_SUFFIX) ? 'visualstudio.com' : 'dev.azure.com';
  const host = servicesHost(organization ?? '', domain);
  return host ? ok(host) : fail({ kind: 'invalid', field: 'address', reason: 'malformed' });
}
