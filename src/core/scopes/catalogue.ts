import type { Product } from './product';

/** One step of access in an area. */
export type Level = {
  scope: string;
  /** The words that the token page uses for it. */
  label: string;
  /** What a token with it will be able to do, as a part of a sentence. */
  does: string;
  /** Scope ids that it includes by itself; those include others in turn. */
  includes: readonly string[];
  /** Marked as high-privilege by Microsoft. */
  high: boolean;
  /** The oldest product that knows it. */
  since: Product;
};

/** A part of Azure DevOps that a token can be let into, and how far, from least to most. */
export type Area = { name: string; words: readonly string[]; levels: readonly Level[] };

/** The scope of a token that may do everything its user may. Source: services.md section 7. */
export const FULL_ACCESS = 'app_token';

/** `over` is the scope that this one includes, where it is not the one before it; `does` is said where the label cannot. */
type Marks = { high?: true; over?: string; does?: string };
type Row = [id: string, label: string, since: Product, marks?: Marks];
/** `of` follows a level's label in a sentence; `words` are what people call it; the first level includes `base`. */
type About = { of: string; words?: string; base?: string };

const vso = (id: string) => `vso.${id}`;

function area(name: string, { of, words = '', base }: About, ...rows: Row[]): Area {
  const levels = rows.map(([id, label, since, marks = {}], index): Level => {
    const below = marks.over ?? rows[index - 1]?.[0] ?? base;
    const does = marks.does ?? `${label} ${of}`;
    const includes = below === undefined ? [] : [vso(below)];
    return { scope: vso(id), label, does, includes, high: marks.high ?? false, since };
  });
  return { name, words: words === '' ? [] : words.split(', '), levels };
}

const R = 'Read';
const RW = 'Read & write';
const RM = 'Read & manage';
const RWM = 'Read, write & manage';
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
 *
 * `words` are everyday ones, and ours.
 */
export const AREAS: readonly Area[] = [
  area(
    'Code',
    {
      of: 'code',
      words:
        'clone, fetch, pull request, pr, push, commit, branch, git, repository, repositories, repos, tfvc, checkout',
      base: 'hooks_write',
    },
    ['code', R, 'tfs2017'],
    ['code_write', RW, 'tfs2017', HIGH],
    ['code_manage', RWM, 'tfs2017', HIGH],
    ['code_full', 'Full', 'ads2019', { high: true, does: 'Full access to code' }],
  ),
  area('Code Status', { of: '', words: 'commit, pull request, pr, checks, git' }, [
    'code_status',
    'Status',
    'ads2019',
    { does: 'Read & write the status of commits and pull requests' },
  ]),
  area(
    'Packaging',
    {
      of: 'packages',
      words:
        'npm, yarn, pnpm, nuget, dotnet, maven, gradle, pip, pypi, python, twine, cargo, universal packages, feeds, artifacts, restore, install, publish',
      base: 'profile',
    },
    ['packaging', R, 'tfs2017'],
    ['packaging_write', RW, 'tfs2017', HIGH],
    ['packaging_manage', RWM, 'tfs2017', HIGH],
  ),
  area(
    'Agent Pools',
    { of: 'agent pools', words: 'build agents, runners, self-hosted, register, queues, docker agent' },
    ['agentpools', R, 'tfs2017'],
    ['agentpools_manage', RM, 'tfs2017', HIGH],
  ),
  area(
    'Build',
    { of: 'builds', words: 'builds, pipelines, ci, run, queue, yaml, logs, artifacts', base: 'hooks_write' },
    ['build', R, 'tfs2017'],
    ['build_execute', 'Read & execute', 'tfs2017', HIGH],
  ),
  area(
    'Work Items',
    {
      of: 'work items',
      words: 'boards, backlogs, bugs, tasks, user stories, issues, tickets, queries, sprints',
      base: 'hooks_write',
    },
    ['work', R, 'tfs2017'],
    ['work_write', RW, 'tfs2017'],
    ['work_full', 'Full', 'ads2019', { does: 'Full access to work items' }],
  ),
  area(
    'Advanced Security',
    { of: 'security alerts', words: 'alerts, code scanning, secret scanning, dependency scanning' },
    ['advsec', R, 'services', HIGH],
    ['advsec_write', RW, 'services', HIGH],
    ['advsec_manage', RWM, 'services', HIGH],
  ),
  area('Analytics', { of: 'Analytics', words: 'power bi, reports, odata' }, ['analytics', R, 'ads2019']),
  area(
    'Auditing',
    { of: 'the audit log', words: 'audit log' },
    ['auditlog', R, 'services'],
    [
      'auditstreams_manage',
      'Manage streams',
      'services',
      { high: true, does: 'Read the audit log & manage its streams' },
    ],
  ),
  area('Connected Server', { of: 'connected servers' }, ['connected_server', 'Access', 'services']),
  area(
    'Deployment Groups',
    {
      of: 'deployment groups and agent pools',
      words: 'agents, deploy, virtual machines, targets, register',
      base: 'agentpools_manage',
    },
    ['machinegroup_manage', RM, 'tfs2017', HIGH],
  ),
  area('Entitlements', { of: 'entitlements', words: 'licences, licenses' }, ['entitlements', R, 'services']),
  area(
    'Environment',
    {
      of: 'environments and agent pools',
      words: 'environments, agents, deploy, virtual machines, kubernetes, pipelines',
      base: 'agentpools_manage',
    },
    ['environment_manage', RM, 'ads2019', HIGH],
  ),
  area(
    'Extension Data',
    { of: 'the data of extensions', base: 'profile' },
    ['extension.data', R, 'ads2019'],
    ['extension.data_write', RW, 'ads2019'],
  ),
  area(
    'Extensions',
    { of: 'extensions', words: 'install, tfx, plug-ins, add-ons', base: 'profile' },
    ['extension', R, 'tfs2017'],
    ['extension_manage', RM, 'tfs2017', HIGH],
  ),
  area(
    'GitHub Connections',
    { of: 'GitHub connections' },
    ['githubconnections', R, 'services'],
    ['githubconnections_manage', RM, 'services', HIGH],
  ),
  area(
    'Graph',
    { of: 'users and groups', words: 'users, groups, members' },
    ['graph', R, 'ads2019'],
    ['graph_manage', 'Manage', 'ads2019', HIGH],
  ),
  area(
    'Identity',
    { of: 'identities', words: 'users, groups, people, accounts' },
    ['identity', R, 'tfs2017'],
    ['identity_manage', 'Manage', 'ads2019', HIGH],
  ),
  area(
    'Marketplace',
    { of: 'Marketplace extensions', words: 'extensions, tfx, vsce, vsix, gallery', base: 'profile' },
    ['gallery', R, 'ads2019'],
    ['gallery_acquire', 'Acquire', 'ads2019'],
    ['gallery_publish', 'Publish', 'ads2019', { high: true, over: 'gallery' }],
    ['gallery_manage', 'Manage', 'ads2019', HIGH],
  ),
  area(
    'Member Entitlement Management',
    { of: 'users and their licences', words: 'users, licences, licenses, access levels' },
    ['memberentitlementmanagement', R, 'services'],
    ['memberentitlementmanagement_write', RW, 'services', HIGH],
  ),
  area(
    'Notifications',
    { of: 'notifications', words: 'email, e-mail, subscriptions', base: 'profile' },
    ['notification', R, 'ads2019'],
    ['notification_write', RW, 'ads2019'],
    ['notification_manage', RWM, 'ads2019'],
    [
      'notification_diagnostics',
      'Diagnostics',
      'ads2019',
      { over: 'notification', does: 'Read the diagnostics of notifications' },
    ],
  ),
  area(
    'Pipeline Resources',
    { of: 'pipeline resources', words: 'pipelines, protected resources' },
    ['pipelineresources_use', 'Use', 'services', HIGH],
    ['pipelineresources_manage', 'Use & manage', 'services', HIGH],
  ),
  area(
    'Project and Team',
    { of: 'projects and teams', words: 'projects, teams' },
    ['project', R, 'tfs2017'],
    ['project_write', RW, 'ads2019'],
    ['project_manage', RWM, 'tfs2017', HIGH],
  ),
  area('Pull Request Threads', { of: 'pull request comments', words: 'comments, code review, pr' }, [
    'threads_full',
    RW,
    'ads2019',
  ]),
  area(
    'Release',
    { of: 'releases', words: 'releases, deploy, cd, classic pipelines', base: 'profile' },
    ['release', R, 'tfs2018'],
    ['release_execute', 'Read, write & execute', 'tfs2018', HIGH],
    ['release_manage', 'Read, write, execute & manage', 'tfs2018', HIGH],
  ),
  area(
    'Secure Files',
    { of: 'secure files', words: 'certificates, keys, library, pipelines' },
    ['securefiles_read', R, 'ads2019', HIGH],
    ['securefiles_write', 'Read & create', 'ads2019', HIGH],
    ['securefiles_manage', RM, 'ads2019', HIGH],
  ),
  area('Security', { of: 'permissions', words: 'permissions, access control' }, [
    'security_manage',
    'Manage',
    'ads2019',
    HIGH,
  ]),
  area(
    'Service Connections',
    { of: 'service connections', words: 'service endpoints, pipelines', base: 'profile' },
    ['serviceendpoint', R, 'tfs2017'],
    ['serviceendpoint_query', 'Read & query', 'tfs2017'],
    ['serviceendpoint_manage', 'Read, query & manage', 'tfs2017', HIGH],
  ),
  area('Settings', { of: 'settings' }, ['settings', R, 'ads2019'], ['settings_write', RW, 'ads2019']),
  area(
    'Symbols',
    { of: 'symbols', words: 'debug, pdb, symbol server', base: 'profile' },
    ['symbols', R, 'ads2019'],
    ['symbols_write', RW, 'ads2019'],
    ['symbols_manage', RWM, 'ads2019'],
  ),
  area(
    'Task Groups',
    { of: 'task groups', words: 'pipelines' },
    ['taskgroups_read', R, 'ads2019'],
    ['taskgroups_write', 'Read & create', 'ads2019'],
    ['taskgroups_manage', RM, 'ads2019', HIGH],
  ),
  area(
    'Team Dashboards',
    { of: 'team dashboards' },
    ['dashboards', R, 'ads2019'],
    ['dashboards_manage', RM, 'ads2019'],
  ),
  area(
    'Test Management',
    { of: 'tests and their results', words: 'test plans, test runs, test results, test cases', base: 'profile' },
    ['test', R, 'tfs2017'],
    ['test_write', RW, 'tfs2017'],
  ),
  area('Token Administration', { of: "other users' tokens", words: 'pats, revoke' }, [
    'tokenadministration',
    RM,
    'services',
    HIGH,
  ]),
  area('Tokens', { of: 'your tokens', words: 'pats, personal access tokens' }, ['tokens', RM, 'services', HIGH]),
  area(
    'User Profile',
    { of: 'your profile', words: 'account' },
    ['profile', R, 'tfs2017'],
    ['profile_write', RW, 'ads2019'],
  ),
  area(
    'Variable Groups',
    { of: 'variable groups', words: 'variables, secrets, library, pipelines' },
    ['variablegroups_read', R, 'ads2019'],
    ['variablegroups_write', 'Read & create', 'ads2019'],
    ['variablegroups_manage', RM, 'ads2019', HIGH],
  ),
  area('Wiki', { of: 'wikis', words: 'pages, markdown' }, ['wiki', R, 'ads2019'], ['wiki_write', RW, 'ads2019']),
];

/**
 * What existing tokens may have, but no new one is offered: hooks ("no longer public"), governance (not selectable), the
 * scopes of the drop, build cache and symbol tools, retired products, and the delegated scopes of Microsoft Entra.
 * Sources: services.md section 7 below its table; server.md section 8 for chat. That each chain includes what stands
 * before it is inferred here, and so are the words.
 */
export const UNLISTED_AREAS: readonly Area[] = [
  area(
    'Service Hooks',
    { of: 'service hooks', base: 'profile' },
    ['hooks', R, 'tfs2017'],
    ['hooks_write', RW, 'tfs2017'],
    ['hooks_interact', 'Interact', 'services', { over: 'profile', does: 'Interact with service hooks' }],
  ),
  area('Governance', { of: 'component governance' }, ['governance', 'Access', 'services']),
  area(
    'Drop',
    { of: 'drops' },
    ['drop', R, 'services'],
    ['drop_write', RW, 'services'],
    ['drop_manage', RWM, 'services'],
  ),
  area('Build Cache', { of: 'the build cache' }, ['buildcache', R, 'services'], ['buildcache_write', RW, 'services']),
  area('Load Test', { of: 'load tests' }, ['loadtest', R, 'services'], ['loadtest_write', RW, 'services']),
  area('Team Rooms', { of: 'team rooms' }, ['chat_write', RW, 'tfs2017'], ['chat_manage', RWM, 'tfs2017']),
  area('Personal Access Tokens', { of: 'your tokens' }, ['pats', R, 'services'], ['pats_manage', RM, 'services']),
];
