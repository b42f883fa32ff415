import * as z from 'zod/mini';
import { Guid } from './token';

/** Names one organization or collection inside the extension, whatever way it was typed: `services:fabrikam`. */
export const HostId = z.string().brand<'HostId'>();
export type HostId = z.output<typeof HostId>;

/** In the place of a host: all of them together. */
export const ALL_HOSTS = HostId.parse('all');

/**
 * What an organization may be called, as far as an address has to know: a first path segment that cannot leave its
 * place. Assumption: the letters, digits and hyphens that `{organization}.visualstudio.com` can carry.
 */
const ORGANIZATION_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** The two forms of an organization's address. Each has a session of its own. Source: services.md 2.7. */
export const Domain = z.enum(['dev.azure.com', 'visualstudio.com']);
export type Domain = z.output<typeof Domain>;

/** An organization of Azure DevOps Services, as read from an address. */
export const ServicesHost = z.object({
  id: HostId,
  kind: z.literal('services'),
  /** As the user knows it: `fabrikam`. */
  name: z.string().check(z.regex(ORGANIZATION_NAME)),
  domain: z._default(Domain, 'dev.azure.com'),
});
export type ServicesHost = z.output<typeof ServicesHost>;

/** Where tokens live. */
export const Host = z.discriminatedUnion('kind', [ServicesHost]);
export type Host = z.output<typeof Host>;

/** Who is signed in to an organization, as its `connectionData` says. */
export const Identity = z.object({ id: Guid, name: z.string() });
export type Identity = z.output<typeof Identity>;

/** A host in the user's list. `identity` is who was last seen signed in there; `null` until it has answered once. */
const seen = { identity: z.nullable(Identity) };
export const KnownHost = z.discriminatedUnion('kind', [z.object({ ...ServicesHost.shape, ...seen })]);
export type KnownHost = z.output<typeof KnownHost>;

/** The host of an organization of Azure DevOps Services; names are the same in upper and lower case. */
export function servicesHost(name: string, domain: Domain = 'dev.azure.com'): ServicesHost | undefined {
  const host = ServicesHost.safeParse({ id: `services:${name.toLowerCase()}`, kind: 'services', name, domain });
  return host.success ? host.data : undefined;
}

/** Where a host's own pages are. The name is checked where a host is made, so it cannot leave its place. */
export function addressOf({ name, domain }: Host): string {
  return domain === 'dev.azure.com' ? `https://dev.azure.com/${name}` : `https://${name}.visualstudio.com`;
}

/** The page on which a user sees and makes their tokens without us. Source: services.md 2.1. */
export const tokenPageOf = (host: Host) => `${addressOf(host)}/_usersSettings/tokens`;
