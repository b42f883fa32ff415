import * as z from 'zod/mini';
import { Guid } from './token';

/** Names one organization inside the extension, whatever way it was typed: `services:fabrikam`. */
export const HostId = z.string().brand<'HostId'>();
export type HostId = z.output<typeof HostId>;

/** In the place of a host: all of them together. */
export const ALL_HOSTS = HostId.parse('all');

/**
 * What an organization may be called, as far as an address has to know: a first path segment that cannot leave its
 * place. Assumption: the letters, digits and hyphens that `{organization}.visualstudio.com` can carry.
 */
const ORGANIZATION_NAME = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

/** Where tokens live, as read from an address: an organization of Azure DevOps Services. */
export const Host = z.object({
  id: HostId,
  kind: z.literal('services'),
  /** As the user knows it: `fabrikam`. */
  name: z.string().check(z.regex(ORGANIZATION_NAME)),
});
export type Host = z.output<typeof Host>;

/** Who is signed in to an organization, as its `connectionData` says. */
export const Identity = z.object({ id: Guid, name: z.string() });
export type Identity = z.output<typeof Identity>;

/** A host in the user's list. `identity` is who was last seen signed in there; `null` until it has answered once. */
export const KnownHost = z.object({ ...Host.shape, identity: z.nullable(Identity) });
export type KnownHost = z.output<typeof KnownHost>;

/** The host of an organization of Azure DevOps Services; names are the same in upper and lower case. */
export function servicesHost(name: string): Host | undefined {
  const host = Host.safeParse({ id: `services:${name.toLowerCase()}`, kind: 'services', name });
  return host.success ? host.data : undefined;
}
