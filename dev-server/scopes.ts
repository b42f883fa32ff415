/** Every scope of services.md section 7 that a token may carry: an area, and the endings it comes with ('' = none). */
const areas: Record<string, string> = {
  'vso.advsec': ' _write _manage',
  'vso.agentpools': ' _manage',
  'vso.analytics': '',
  'vso.auditlog': '',
  'vso.auditstreams': '_manage',
  'vso.build': ' _execute',
  'vso.buildcache': ' _write',
  'vso.code': ' _write _manage _full _status',
  'vso.connected_server': '',
  'vso.dashboards': ' _manage',
  'vso.drop': ' _write _manage',
  'vso.entitlements': '',
  'vso.environment': '_manage',
  'vso.extension': ' _manage',
  'vso.extension.data': ' _write',
  'vso.gallery': ' _acquire _publish _manage',
  'vso.githubconnections': ' _manage',
  'vso.governance': '',
  'vso.graph': ' _manage',
  'vso.hooks': ' _write _interact',
  'vso.identity': ' _manage',
  'vso.loadtest': ' _write',
  'vso.machinegroup': '_manage',
  'vso.memberentitlementmanagement': ' _write',
  'vso.notification': ' _write _manage _diagnostics',
  'vso.packaging': ' _write _manage',
  'vso.pipelineresources': '_use _manage',
  'vso.profile': ' _write',
  'vso.project': ' _write _manage',
  'vso.release': ' _execute _manage',
  'vso.securefiles': '_read _write _manage',
  'vso.security': '_manage',
  'vso.serviceendpoint': ' _query _manage',
  'vso.settings': ' _write',
  'vso.symbols': ' _write _manage',
  'vso.taskgroups': '_read _write _manage',
  'vso.test': ' _write',
  'vso.threads': '_full',
  'vso.tokenadministration': '',
  'vso.tokens': '',
  'vso.variablegroups': '_read _write _manage',
  'vso.wiki': ' _write',
  'vso.work': ' _write _full',
};

export const knownScopes = new Set(['app_token']);
for (const [area, endings] of Object.entries(areas))
  for (const ending of endings.split(' ')) knownScopes.add(area + ending);

const writers = ['vso.code_write', 'vso.code_manage', 'vso.code_full', 'app_token'];
const publishers = ['vso.packaging_write', 'vso.packaging_manage', 'app_token'];
const including = {
  fetch: ['vso.code', ...writers],
  push: writers,
  restore: ['vso.packaging', ...publishers],
  publish: publishers,
};

export function areKnownScopes(scope: string): boolean {
  return scope !== '' && scope.split(' ').every((id) => knownScopes.has(id));
}

/** Whether a token's scope lets git fetch or push, or lets a tool restore or publish packages; each step of a chain includes the one before. */
export function allows(scope: string, deed: keyof typeof including): boolean {
  return scope.split(' ').some((id) => including[deed].includes(id));
}

/** What each read wants, by the beginning of its path: one of these scopes. Each step of a chain includes the one before. */
const wanted: [path: string, ...scopes: string[]][] = [
  ['git/', 'vso.code', 'vso.code_write', 'vso.code_manage', 'vso.code_full', 'vso.hooks_write'],
  ['process/', 'vso.work', 'vso.work_write', 'vso.work_full', 'vso.hooks_write'],
  ['build/', 'vso.build', 'vso.build_execute', 'vso.hooks_write'],
  ['teams', 'vso.project', 'vso.project_write', 'vso.project_manage'],
  ['projects', 'vso.profile', 'vso.project', 'vso.project_write', 'vso.project_manage'],
  ['distributedtask/', 'vso.agentpools', 'vso.agentpools_manage', 'vso.environment_manage', 'vso.machinegroup_manage'],
  ['serviceendpoint/', 'vso.serviceendpoint', 'vso.serviceendpoint_query', 'vso.serviceendpoint_manage'],
  ['wiki/', 'vso.wiki', 'vso.wiki_write'],
  [
    'notification/',
    'vso.notification',
    'vso.notification_write',
    'vso.notification_manage',
    'vso.notification_diagnostics',
  ],
  ['identities', 'vso.identity', 'vso.identity_manage'],
  ['graph/', 'vso.graph', 'vso.graph_manage'],
  ['packaging/', 'vso.packaging', 'vso.packaging_write', 'vso.packaging_manage'],
];

/** The scopes of which one lets a token read at a path behind `_apis/`. */
export function areaOf(path: string): string[] {
  return wanted.find(([begin]) => path.toLowerCase().startsWith(begin))?.slice(1) ?? [];
}

export const lets = (scope: string, oneOf: string[]): boolean =>
  scope.split(' ').some((id) => id === 'app_token' || oneOf.includes(id));
