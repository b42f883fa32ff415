import { type Host, servicesHost } from '../core/host';
import { fail, ok, type Result } from '../core/result';

const LEGACY_SUFFIX = '.visualstudio.com';
/** Names under visualstudio.com that are Microsoft's own services, not organizations. Source: services.md 3.2. */
const NOT_ORGANIZATIONS = new Set(['app', 'vssps', 'www', 'marketplace', 'login']);

function organizationIn(url: URL): string | undefined {
  if (url.hostname === 'dev.azure.com') return url.pathname.split('/')[1];
  if (!url.hostname.endsWith(LEGACY_SUFFIX)) return undefined;
  const name = url.hostname.slice(0, -LEGACY_SUFFIX.length);
  return name.includes('.') || NOT_ORGANIZATIONS.has(name) ? undefined : name;
}

function urlIn(text: string): URL | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : undefined;
}

/**
 * The organization that a user's text or a page's address names: `fabrikam`, `https://dev.azure.com/fabrikam/…` or
 * `https://fabrikam.visualstudio.com/…`, which is the same organization under its older address, with its own session.
 * Fails with `invalid` (`address`): `empty`, `malformed`, or `server` for an address that is none of Azure DevOps Services.
 */
export function parseAddress(text: string): Result<Host> {
  const address = text.trim();
  if (address === '') return fail({ kind: 'invalid', field: 'address', reason: 'empty' });
  const bare = /[./:]/.test(address) ? undefined : address;
  const url = bare === undefined ? urlIn(address) : undefined;
  const domain = url?.hostname.endsWith(LEGACY_SUFFIX) ? 'visualstudio.com' : 'dev.azure.com';
  const host = servicesHost(bare ?? (url && organizationIn(url)) ?? '', domain);
  if (host) return ok(host);
  const foreign = url !== undefined && url.hostname !== 'dev.azure.com' && /[a-z0-9]/.test(url.hostname);
  return fail({ kind: 'invalid', field: 'address', reason: foreign ? 'server' : 'malformed' });
}
