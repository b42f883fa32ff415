/** One step of access in an area: its scope id, and the words the token page uses for it. */
export type Level = { scope: string; label: string };

/** A part of Azure DevOps that a token can be let into, and how far, from least to most. */
export type Area = { name: string; levels: readonly Level[] };

/** The scope of a token that may do everything its user may. Source: services.md section 7. */
export const FULL_ACCESS = 'app_token';

const level = (scope: string, label: string): Level => ({ scope: `vso.${scope}`, label });
const R = 'Read';
const RW = 'Read & write';
const RM = 'Read & manage';
const RWM = 'Read, write & manage';

/**
 * Areas and levels a token can be given, after the table in services.md section 7 (Microsoft's scopes page of
 * 2025-07-16). Scopes that are not offered for new tokens (hooks, governance, Entra-only ones) are left out; existing
 * tokens that have them show the id.
 */
export const AREAS: readonly Area[] = [
  {
    name: 'Code',
    levels: [level('code', R), level('code_write', RW), level('code_manage', RWM), level('code_full', 'Full')],
  },
  { name: 'Code Status', levels: [level('code_status', 'Status')] },
  {
    name: 'Packaging',
    levels: [level('packaging', R), level('packaging_write', RW), level('packaging_manage', RWM)],
  },
  { name: 'Agent Pools', levels: [level('agentpools', R), level('agentpools_manage', RM)] },
  { name: 'Build', levels: [level('build', R), level('build_execute', 'Read & execute')] },
  { name: 'Work Items', levels: [level('work', R), level('work_write', RW), level('work_full', 'Full')] },
  {
    name: 'Advanced Security',
    levels: [level('advsec', R), level('advsec_write', RW), level('advsec_manage', RWM)],
  },
  { name: 'Analytics', levels: [level('analytics', R)] },
  { name: 'Auditing', levels: [level('auditlog', 'Read'), level('auditstreams_manage', 'Manage streams')] },
  { name: 'Connected Server', levels: [level('connected_server', 'Access')] },
  { name: 'Deployment Groups', levels: [level('machinegroup_manage', RM)] },
  { name: 'Entitlements', levels: [level('entitlements', R)] },
  { name: 'Environment', levels: [level('environment_manage', RM)] },
  { name: 'Extension Data', levels: [level('extension.data', R), level('extension.data_write', RW)] },
  { name: 'Extensions', levels: [level('extension', R), level('extension_manage', RM)] },
  { name: 'GitHub Connections', levels: [level('githubconnections', R), level('githubconnections_manage', RM)] },
  { name: 'Graph', levels: [level('graph', R), level('graph_manage', 'Manage')] },
  { name: 'Identity', levels: [level('identity', R), level('identity_manage', 'Manage')] },
  {
    name: 'Marketplace',
    levels: [
      level('gallery', R),
      level('gallery_acquire', 'Acquire'),
      level('gallery_publish', 'Publish'),
      level('gallery_manage', 'Manage'),
    ],
  },
  {
    name: 'Member Entitlement Management',
    levels: [level('memberentitlementmanagement', R), level('memberentitlementmanagement_write', RW)],
  },
  {
    name: 'Notifications',
    levels: [
      level('notification', R),
      level('notification_write', RW),
      level('notification_manage', RWM),
      level('notification_diagnostics', 'Diagnostics'),
    ],
  },
  {
    name: 'Pipeline Resources',
    levels: [level('pipelineresources_use', 'Use'), level('pipelineresources_manage', 'Use & manage')],
  },
  { name: 'Project and Team', levels: [level('project', R), level('project_write', RW), level('project_manage', RWM)] },
  { name: 'Pull Request Threads', levels: [level('threads_full', RW)] },
  {
    name: 'Release',
    levels: [
      level('release', R),
      level('release_execute', 'Read, write & execute'),
      level('release_manage', 'Read, write, execute & manage'),
    ],
  },
  {
    name: 'Secure Files',
    levels: [
      level('securefiles_read', R),
      level('securefiles_write', 'Read & create'),
      level('securefiles_manage', RM),
    ],
  },
  { name: 'Security', levels: [level('security_manage', 'Manage')] },
  {
    name: 'Service Connections',
    levels: [
      level('serviceendpoint', R),
      level('serviceendpoint_query', 'Read & query'),
      level('serviceendpoint_manage', 'Read, query & manage'),
    ],
  },
  { name: 'Settings', levels: [level('settings', R), level('settings_write', RW)] },
  { name: 'Symbols', levels: [level('symbols', R), level('symbols_write', RW), level('symbols_manage', RWM)] },
  {
    name: 'Task Groups',
    levels: [level('taskgroups_read', R), level('taskgroups_write', 'Read & create'), level('taskgroups_manage', RM)],
  },
  { name: 'Team Dashboards', levels: [level('dashboards', R), level('dashboards_manage', RM)] },
  { name: 'Test Management', levels: [level('test', R), level('test_write', RW)] },
  { name: 'Token Administration', levels: [level('tokenadministration', RM)] },
  { name: 'Tokens', levels: [level('tokens', RM)] },
  { name: 'User Profile', levels: [level('profile', R), level('profile_write', RW)] },
  {
    name: 'Variable Groups',
    levels: [
      level('variablegroups_read', R),
      level('variablegroups_write', 'Read & create'),
      level('variablegroups_manage', RM),
    ],
  },
  { name: 'Wiki', levels: [level('wiki', R), level('wiki_write', RW)] },
];
