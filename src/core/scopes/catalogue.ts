import type { Product } from './product';

/** One step of access in an area. */
export type Level = {
  scope: string;
  /** How far it goes: what the token page calls this step. The same words name it in several areas. */
  level: string;
  /** Scope ids that it includes by itself; those include others in turn. */
  includes: readonly string[];
  /** Marked as high-privilege by Microsoft. */
  high: boolean;
  /** The oldest product that knows it. */
  since: Product;
};

/** A part of Azure DevOps that a token can be let into, and how far, from least to most. Its words stand in the messages. */
export type Area = { id: string; levels: readonly Level[] };

/** `over` is the scope that this one includes, where it is not the one before it. */
type Marks = { high?: true; over?: string };
type Row = [scope: string, level: string, since: Product, marks?: Marks];
/** The first level includes `base`. */
type About = { id: string; base?: string };

const vso = (id: string) => `vso.${id}`;

function area({ id, base }: About, ...rows: Row[]): Area {
  const levels = rows.map(([scope, level, since, marks = {}], index): Level => {
    const below = marks.over ?? rows[index - 1]?.[0] ?? base;
    const includes = below === undefined ? [] : [vso(below)];
    return { scope: vso(scope), level, includes, high: marks.high ?? false, since };
  });
  return { id, levels };
}

const R = 'read';
const RW = 'read-write';
const RM = 'read-manage';
const RWM = 'read-write-manage';
const HIGH = { high: true } as const;

/**
 * Areas and levels a token can be given.
 *
 * Levels, what they include and which are high-privilege: the table in services.md section 7 (Microsoft's scopes page
 * of 2025-07-16), where "chain" means that each level includes the one before it.
 *
 * `since` is inferred: no table for servers is known. It follows the tiers that server.md section 8 suggests. "tfs2017"
 * is what the client library of 2016 knows, and what the tier of TFS 2017 and 2018 adds to it; "tfs2018" is what only
 * later tools for them know (Release); "services" is what is to be hidden on servers. What no tier names (Full and
 * Status of Code, Full of Work Items, Marketplace, Environment, Security, ...) is taken to be in Azure DevOps Server 2019.
 */
export const AREAS: readonly Area[] = [
  area(
    { id: 'code', base: 'hooks_write' },
    ['code', R, 'tfs2017'],
    ['code_write', RW, 'tfs2017', HIGH],
    ['code_manage', RWM, 'tfs2017', HIGH],
    ['code_full', 'full', 'ads2019', HIGH],
  ),
  area({ id: 'code-status' }, ['code_status', 'status', 'ads2019']),
  area(
    { id: 'packaging', base: 'profile' },
    ['packaging', R, 'tfs2017'],
    ['packaging_write', RW, 'tfs2017', HIGH],
    ['packaging_manage', RWM, 'tfs2017', HIGH],
  ),
  area({ id: 'agent-pools' }, ['agentpools', R, 'tfs2017'], ['agentpools_manage', RM, 'tfs2017', HIGH]),
  area(
    { id: 'build', base: 'hooks_write' },
    ['build', R, 'tfs2017'],
    ['build_execute', 'read-execute', 'tfs2017', HIGH],
  ),
  area(
    { id: 'work-items', base: 'hooks_write' },
    ['work', R, 'tfs2017'],
    ['work_write', RW, 'tfs2017'],
    ['work_full', 'full', 'ads2019'],
  ),
  area(
    { id: 'advanced-security' },
    ['advsec', R, 'services', HIGH],
    ['advsec_write', RW, 'services', HIGH],
    ['advsec_manage', RWM, 'services', HIGH],
  ),
  area({ id: 'analytics' }, ['analytics', R, 'ads2019']),
  area({ id: 'auditing' }, ['auditlog', R, 'services'], ['auditstreams_manage', 'manage-streams', 'services', HIGH]),
  area({ id: 'connected-server' }, ['connected_server', 'access', 'services']),
  area({ id: 'deployment-groups', base: 'agentpools_manage' }, ['machinegroup_manage', RM, 'tfs2017', HIGH]),
  area({ id: 'entitlements' }, ['entitlements', R, 'services']),
  area({ id: 'environment', base: 'agentpools_manage' }, ['environment_manage', RM, 'ads2019', HIGH]),
  area(
    { id: 'extension-data', base: 'profile' },
    ['extension.data', R, 'ads2019'],
    ['extension.data_write', RW, 'ads2019'],
  ),
  area({ id: 'extensions', base: 'profile' }, ['extension', R, 'tfs2017'], ['extension_manage', RM, 'tfs2017', HIGH]),
  area(
    { id: 'github-connections' },
    ['githubconnections', R, 'services'],
    ['githubconnections_manage', RM, 'services', HIGH],
  ),
  area({ id: 'graph' }, ['graph', R, 'ads2019'], ['graph_manage', 'manage', 'ads2019', HIGH]),
  area({ id: 'identity' }, ['identity', R, 'tfs2017'], ['identity_manage', 'manage', 'ads2019', HIGH]),
  area(
    { id: 'marketplace', base: 'profile' },
    ['gallery', R, 'ads2019'],
    ['gallery_acquire', 'acquire', 'ads2019'],
    ['gallery_publish', 'publish', 'ads2019', { high: true, over: 'gallery' }],
    ['gallery_manage', 'manage', 'ads2019', HIGH],
  ),
  area(
    { id: 'member-entitlement-management' },
    ['memberentitlementmanagement', R, 'services'],
    ['memberentitlementmanagement_write', RW, 'services', HIGH],
  ),
  area(
    { id: 'notifications', base: 'profile' },
    ['notification', R, 'ads2019'],
    ['notification_write', RW, 'ads2019'],
    ['notification_manage', RWM, 'ads2019'],
    ['notification_diagnostics', 'diagnostics', 'ads2019', { over: 'notification' }],
  ),
  area(
    { id: 'pipeline-resources' },
    ['pipelineresources_use', 'use', 'services', HIGH],
    ['pipelineresources_manage', 'use-manage', 'services', HIGH],
  ),
  area(
    { id: 'project-and-team' },
    ['project', R, 'tfs2017'],
    ['project_write', RW, 'ads2019'],
    ['project_manage', RWM, 'tfs2017', HIGH],
  ),
  area({ id: 'pull-request-threads' }, ['threads_full', RW, 'ads2019']),
  area(
    { id: 'release', base: 'profile' },
    ['release', R, 'tfs2018'],
    ['release_execute', 'read-write-execute', 'tfs2018', HIGH],
    ['release_manage', 'read-write-execute-manage', 'tfs2018', HIGH],
  ),
  area(
    { id: 'secure-files' },
    ['securefiles_read', R, 'ads2019', HIGH],
    ['securefiles_write', 'read-create', 'ads2019', HIGH],
    ['securefiles_manage', RM, 'ads2019', HIGH],
  ),
  area({ id: 'security' }, ['security_manage', 'manage', 'ads2019', HIGH]),
  area(
    { id: 'service-connections', base: 'profile' },
    ['serviceendpoint', R, 'tfs2017'],
    ['serviceendpoint_query', 'read-query', 'tfs2017'],
    ['serviceendpoint_manage', 'read-query-manage', 'tfs2017', HIGH],
  ),
  area({ id: 'settings' }, ['settings', R, 'ads2019'], ['settings_write', RW, 'ads2019']),
  area(
    { id: 'symbols', base: 'profile' },
    ['symbols', R, 'ads2019'],
    ['symbols_write', RW, 'ads2019'],
    ['symbols_manage', RWM, 'ads2019'],
  ),
  area(
    { id: 'task-groups' },
    ['taskgroups_read', R, 'ads2019'],
    ['taskgroups_write', 'read-create', 'ads2019'],
    ['taskgroups_manage', RM, 'ads2019', HIGH],
  ),
  area({ id: 'team-dashboards' }, ['dashboards', R, 'ads2019'], ['dashboards_manage', RM, 'ads2019']),
  area({ id: 'test-management', base: 'profile' }, ['test', R, 'tfs2017'], ['test_write', RW, 'tfs2017']),
  area({ id: 'token-administration' }, ['tokenadministration', RM, 'services', HIGH]),
  area({ id: 'tokens' }, ['tokens', RM, 'services', HIGH]),
  area({ id: 'user-profile' }, ['profile', R, 'tfs2017'], ['profile_write', RW, 'ads2019']),
  area(
    { id: 'variable-groups' },
    ['variablegroups_read', R, 'ads2019'],
    ['variablegroups_write', 'read-create', 'ads2019'],
    ['variablegroups_manage', RM, 'ads2019', HIGH],
  ),
  area({ id: 'wiki' }, ['wiki', R, 'ads2019'], ['wiki_write', RW, 'ads2019']),
];

/**
 * What existing tokens may have, but no new one is offered: hooks ("no longer public"), governance (not selectable), the
 * scopes of the drop, build cache and symbol tools, retired products, and the delegated scopes of Microsoft Entra.
 * Sources: services.md section 7 below its table; server.md section 8 for chat. That each chain includes what stands
 * before it is inferred here.
 */
export const UNLISTED_AREAS: readonly Area[] = [
  area(
    { id: 'service-hooks', base: 'profile' },
    ['hooks', R, 'tfs2017'],
    ['hooks_write', RW, 'tfs2017'],
    ['hooks_interact', 'interact', 'services', { over: 'profile' }],
  ),
  area({ id: 'governance' }, ['governance', 'access', 'services']),
  area({ id: 'drop' }, ['drop', R, 'services'], ['drop_write', RW, 'services'], ['drop_manage', RWM, 'services']),
  area({ id: 'build-cache' }, ['buildcache', R, 'services'], ['buildcache_write', RW, 'services']),
  area({ id: 'load-test' }, ['loadtest', R, 'services'], ['loadtest_write', RW, 'services']),
  area({ id: 'team-rooms' }, ['chat_write', RW, 'tfs2017'], ['chat_manage', RWM, 'tfs2017']),
  area({ id: 'personal-access-tokens' }, ['pats', R, 'services'], ['pats_manage', RM, 'services']),
];
