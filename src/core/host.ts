import * as z from 'zod/mini';
import { Guid } from './token';

/** Names one organization or collection inside the extension, whatever way it was typed: `services:fabrikam`. */
export const HostId = z.string().brand<'HostId'>();
export type HostId = z.output<typeof HostId>;

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
  /** It stays when the organization is renamed. */
  id: HostId.check(z.regex(/^services:./)),
  kind: z.literal('services'),
  /** As the user knows it: `fabrikam`. */
  name: z.string().check(z.regex(ORGANIZATION_NAME)),
  domain: z._default(Domain, 'dev.azure.com'),
});
export type ServicesHost = z.output<typeof ServicesHost>;

/** An address on a server: scheme, host, path without a slash at its end, percent-encoded as browsers write it. */
const Root = z.string().check(z.regex(/^https?:\/\/[^/?#@\s]+(\/[^/?#\s]+)*$/));

/** A project collection of a server on premises, as it was found. */
export const ServerHost = z.object({
  id: HostId.check(z.regex(/^server:./)),
  kind: z.literal('server'),
  /** As the user knows it: `tfs.corp.example:8080/tfs/DefaultCollection`. */
  name: z.string(),
  /** Address of the collection. */
  root: Root,
  /** Address of the whole server, by which agents register. */
  base: Root,
  /** "TFS 2018 Update 2", as far as the server tells. */
  product: z.string(),
  /** Where its tokens are kept: at the collection, or at the whole server. */
  tokensAt: z.enum(['collection', 'server']),
  /** The API version by which tokens are listed, and by which they are created. */
  version: z.string(),
  createVersion: z.string(),
  /** Whether its pages make tokens through a data provider, as those of 2019 and later do. */
  hasProviders: z.boolean(),
  /** Whether its server has more collections than were asked, so that the list of them is incomplete. */
  hasMoreBeside: z.exactOptional(z.literal(true)),
});
export type ServerHost = z.output<typeof ServerHost>;

/** Where tokens live. */
export const Host = z.discriminatedUnion('kind', [ServicesHost, ServerHost]);
export type Host = z.output<typeof Host>;

/** Who is signed in to an organization, as its `connectionData` says. */
export const Identity = z.object({
  id: Guid,
  name: z.string(),
  /** The address that it signs in with; two accounts of one person often have one name. */
  account: z.exactOptional(z.string()),
  /** Whether an organization keeps it, or its owner alone. */
  kind: z.exactOptional(z.enum(['work', 'personal'])),
});
export type Identity = z.output<typeof Identity>;

/**
 * A host in the user's list. `identity` is who was last seen signed in there, `null` until it has answered once;
 * `instanceId` is what it called itself then, by which it is known again under another name.
 */
const seen = { identity: z.nullable(Identity), instanceId: z.exactOptional(Guid) };
export const KnownHost = z.discriminatedUnion('kind', [
  z.object({ ...ServicesHost.shape, ...seen }),
  z.object({ ...ServerHost.shape, ...seen }),
]);
export type KnownHost = z.output<typeof KnownHost>;

/** The host of an organization of Azure DevOps Services; names are the same in upper and lower case. */
export function servicesHost(name: string, domain: Domain = 'dev.azure.com'): ServicesHost | undefined {
  const host = ServicesHost.safeParse({ id: `services:${name.toLowerCase()}`, kind: 'services', name, domain });
  return host.success ? host.data : undefined;
}
