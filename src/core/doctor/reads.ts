import type { Host } from '../host';

/** What a read shows: let in; refused, as a token without the scope is; or refused, perhaps for the account's own rights. */
export const LOOKS = ['open', 'closed', 'refused'] as const;
export type Look = (typeof LOOKS)[number];

/**
 * What is asked to find out what a token may read: reads alone, which change nothing. `scope` is the least one that lets
 * it in; `path` stands behind the address of the organization, or of its identities, and `{user}` for the id of the
 * token's own user, so that one row comes back in place of all.
 */
export type Read = { area: string; scope: string; path: string; at: 'organization' | 'identities'; version: string };

type Row = Read & { on: Host['kind'] | 'both' };

/**
 * Sources of addresses, versions and scopes: Microsoft's own descriptions (MicrosoftDocs/vsts-rest-api-specs 7.1: core, build,
 * serviceEndpoint, ims, graph, notification), the REST reference ("Repositories - List"), and for pools and wikis what its page
 * of scopes says that each grants (services.md 7). What is not here is answered at other addresses (packages, releases,
 * extensions), inside a project only (tests, dashboards, variable groups), or by no read that needs its scope. A list of
 * projects is not among them, since `vso.profile`, which many scopes include, lets it be read, too.
 */
const ROWS: readonly Row[] = [
  { area: 'code', scope: 'vso.code', path: 'git/repositories', at: 'organization', version: '7.1', on: 'both' },
  { area: 'work-items', scope: 'vso.work', path: 'process/processes', at: 'organization', version: '7.1', on: 'both' },
  { area: 'build', scope: 'vso.build', path: 'build/controllers', at: 'organization', version: '7.1', on: 'both' },
  {
    area: 'project-and-team',
    scope: 'vso.project',
    path: 'teams?$top=1',
    at: 'organization',
    version: '7.1-preview.3',
    on: 'both',
  },
  {
    area: 'agent-pools',
    scope: 'vso.agentpools',
    path: 'distributedtask/pools',
    at: 'organization',
    version: '7.1',
    on: 'both',
  },
  {
    area: 'service-connections',
    scope: 'vso.serviceendpoint',
    path: 'serviceendpoint/types?type=generic',
    at: 'organization',
    version: '7.1',
    on: 'both',
  },
  { area: 'wiki', scope: 'vso.wiki', path: 'wiki/wikis', at: 'organization', version: '7.1', on: 'both' },
  {
    area: 'notifications',
    scope: 'vso.notification',
    path: 'notification/subscribers/{user}',
    at: 'organization',
    version: '7.1-preview.1',
    on: 'both',
  },
  {
    area: 'identity',
    scope: 'vso.identity',
    path: 'identities?identityIds={user}',
    at: 'identities',
    version: '7.1',
    on: 'both',
  },
  {
    area: 'graph',
    scope: 'vso.graph',
    path: 'graph/descriptors/{user}',
    at: 'identities',
    version: '7.1-preview.1',
    on: 'services',
  },
  // A server answers for its packages itself; Azure DevOps Services do so at an address of their own.
  {
    area: 'packaging',
    scope: 'vso.packaging',
    path: 'packaging/feeds',
    at: 'organization',
    version: '7.1',
    on: 'server',
  },
];

/** The reads of a kind of host. */
export const readsOf = (kind: Host['kind']): Read[] => ROWS.filter(({ on }) => on === 'both' || on === kind);

/** The read of an area, if there is one there. */
export const readOf = (kind: Host['kind'], area: string): Read | undefined =>
  readsOf(kind).find((read) => read.area === area);

/** The scope without which an area is not read, wherever it is asked. */
export const leastScopeOf = (area: string): string => ROWS.find((read) => read.area === area)?.scope ?? area;
