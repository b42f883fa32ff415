/**
 * What Microsoft says that each scope grants, as it stands there, so in English: a quotation is not translated.
 * Source: https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/oauth, "Scopes"
 * (MicrosoftDocs/azure-devops-docs, docs/integrate/includes/scopes.md, 2025-07-16; CC BY 4.0; services.md section 7).
 */
const GRANTS: ReadonlyMap<string, string> = new Map([
  ['vso.advsec', 'Grants the ability to read alerts, result instances, analysis result instances.'],
  ['vso.advsec_write', 'Grants the ability to upload analyses in sarif.'],
  ['vso.advsec_manage', 'Grants the ability to upload analyses in sarif.'],
  [
    'vso.agentpools',
    'Grants the ability to view tasks, pools, queues, agents, and currently running or recently completed jobs for agents.',
  ],
  ['vso.agentpools_manage', 'Grants the ability to manage pools, queues, and agents.'],
  ['vso.environment_manage', 'Grants the ability to manage pools, queues, agents, and environments.'],
  ['vso.analytics', 'Grants the ability to query analytics data.'],
  ['vso.auditlog', 'Grants the ability to read the auditing log to users.'],
  ['vso.auditstreams_manage', 'Grants the ability to manage auditing streams to users.'],
  [
    'vso.build',
    'Grants the ability to access build artifacts, including build results, definitions, and requests, and the ability to receive notifications about build events via service hooks.',
  ],
  [
    'vso.build_execute',
    'Grants the ability to access build artifacts, including build results, definitions, and requests, and the ability to queue a build, update build properties, and the ability to receive notifications about build events via service hooks.',
  ],
  [
    'vso.code',
    'Grants the ability to read source code and metadata about commits, changesets, branches, and other version control artifacts. Also grants the ability to search code and get notified about version control events via service hooks.',
  ],
  [
    'vso.code_write',
    'Grants the ability to read, update, and delete source code, access metadata about commits, changesets, branches, and other version control artifacts. Also grants the ability to create and manage pull requests and code reviews and to receive notifications about version control events via service hooks.',
  ],
  [
    'vso.code_manage',
    'Grants the ability to read, update, and delete source code, access metadata about commits, changesets, branches, and other version control artifacts. Also grants the ability to create and manage code repositories, create and manage pull requests and code reviews, and to receive notifications about version control events via service hooks.',
  ],
  [
    'vso.code_full',
    'Grants full access to source code, metadata about commits, changesets, branches, and other version control artifacts. Also grants the ability to create and manage code repositories, create and manage pull requests and code reviews, and to receive notifications about version control events via service hooks. Also includes limited support for Client OM APIs.',
  ],
  ['vso.code_status', 'Grants the ability to read and write commit and pull request status.'],
  ['vso.connected_server', 'Grants the ability to access endpoints needed from an on-premises connected server.'],
  ['vso.entitlements', 'Provides read only access to licensing entitlements endpoint to get account entitlements.'],
  [
    'vso.memberentitlementmanagement',
    'Grants the ability to read users, their licenses as well as projects and extensions they can access.',
  ],
  [
    'vso.memberentitlementmanagement_write',
    'Grants the ability to manage users, their licenses as well as projects and extensions they can access.',
  ],
  ['vso.extension', 'Grants the ability to read installed extensions.'],
  [
    'vso.extension_manage',
    'Grants the ability to install, uninstall, and perform other administrative actions on installed extensions.',
  ],
  ['vso.extension.data', 'Grants the ability to read data (settings and documents) stored by installed extensions.'],
  [
    'vso.extension.data_write',
    'Grants the ability to read and write data (settings and documents) stored by installed extensions.',
  ],
  ['vso.githubconnections', 'Grants the ability to read GitHub connections and GitHub repositories data.'],
  [
    'vso.githubconnections_manage',
    'Grants the ability to read and manage GitHub connections and GitHub repositories data',
  ],
  ['vso.graph', 'Grants the ability to read user, group, scope, and group membership information.'],
  [
    'vso.graph_manage',
    'Grants the ability to read user, group, scope and group membership information, and to add users, groups, and manage group memberships.',
  ],
  ['vso.identity', 'Grants the ability to read identities and groups.'],
  ['vso.identity_manage', 'Grants the ability to read, write, and manage identities and groups.'],
  ['vso.machinegroup_manage', 'Provides ability to manage deployment group and agent pools.'],
  ['vso.gallery', 'Grants read access to public and private items and publishers.'],
  ['vso.gallery_acquire', 'Grants read access and the ability to acquire items.'],
  ['vso.gallery_publish', 'Grants read access and the ability to upload, update, and share items.'],
  ['vso.gallery_manage', 'Grants read access and the ability to publish and manage items and publishers.'],
  ['vso.notification', 'Provides read access to subscriptions and event metadata, including filterable field values.'],
  [
    'vso.notification_write',
    'Provides read and write access to subscriptions and read access to event metadata, including filterable field values.',
  ],
  [
    'vso.notification_manage',
    'Provides read, write, and management access to subscriptions and read access to event metadata, including filterable field values.',
  ],
  [
    'vso.notification_diagnostics',
    'Provides access to notification-related diagnostic logs and provides the ability to enable diagnostics for individual subscriptions.',
  ],
  ['vso.packaging', 'Grants the ability to read feeds and packages.'],
  ['vso.packaging_write', 'Grants the ability to create and read feeds and packages.'],
  ['vso.packaging_manage', 'Grants the ability to create, read, update, and delete feeds and packages.'],
  [
    'vso.pipelineresources_use',
    "Grants the ability to approve a pipeline's request to use a protected resource: agent pool, environment, queue, repository, secure files, service connection, and variable group.",
  ],
  [
    'vso.pipelineresources_manage',
    "Grants the ability to manage a protected resource or a pipeline's request to use a protected resource: agent pool, environment, queue, repository, secure files, service connection, and variable group.",
  ],
  ['vso.project', 'Grants the ability to read projects and teams.'],
  ['vso.project_write', 'Grants the ability to read and update projects and teams.'],
  ['vso.project_manage', 'Grants the ability to create, read, update, and delete projects and teams.'],
  [
    'vso.release',
    'Grants the ability to read release artifacts, including releases, release definitions and release environment.',
  ],
  [
    'vso.release_execute',
    'Grants the ability to read and update release artifacts, including releases, release definitions and release environment, and the ability to queue a new release.',
  ],
  [
    'vso.release_manage',
    'Grants the ability to read, update, and delete release artifacts, including releases, release definitions and release environment, and the ability to queue and approve a new release.',
  ],
  ['vso.securefiles_read', 'Grants the ability to read secure files.'],
  ['vso.securefiles_write', 'Grants the ability to read and create secure files.'],
  ['vso.securefiles_manage', 'Grants the ability to read, create, and manage secure files.'],
  ['vso.security_manage', 'Grants the ability to read, write, and manage security permissions.'],
  ['vso.serviceendpoint', 'Grants the ability to read service endpoints.'],
  ['vso.serviceendpoint_query', 'Grants the ability to read and query service endpoints.'],
  ['vso.serviceendpoint_manage', 'Grants the ability to read, query, and manage service endpoints.'],
  [
    'vso.hooks',
    'Grants the ability to read service hook subscriptions and metadata, including supported events, consumers, and actions. (No longer public.)',
  ],
  [
    'vso.hooks_write',
    'Grants the ability to create and update service hook subscriptions and read metadata, including supported events, consumers, and actions. (No longer public.)',
  ],
  [
    'vso.hooks_interact',
    'Grants the ability to interact and perform actions on events received via service hooks. (No longer public.)',
  ],
  ['vso.settings', 'Grants the ability to read settings.'],
  ['vso.settings_write', 'Grants the ability to read and write settings.'],
  ['vso.symbols', 'Grants the ability to read symbols.'],
  ['vso.symbols_write', 'Grants the ability to read and write symbols.'],
  ['vso.symbols_manage', 'Grants the ability to read, write, and manage symbols.'],
  ['vso.taskgroups_read', 'Grants the ability to read task groups.'],
  ['vso.taskgroups_write', 'Grants the ability to read and create task groups.'],
  ['vso.taskgroups_manage', 'Grants the ability to read, create and manage taskgroups.'],
  ['vso.dashboards', 'Grants the ability to read team dashboard information.'],
  ['vso.dashboards_manage', 'Grants the ability to manage team dashboard information.'],
  ['vso.test', 'Grants the ability to read test plans, cases, results and other test management related artifacts.'],
  [
    'vso.test_write',
    'Grants the ability to read, create, and update test plans, cases, results and other test management related artifacts.',
  ],
  ['vso.threads_full', 'Grants the ability to read and write to pull request comment threads.'],
  ['vso.tokens', 'Grants the ability to manage delegated authorization tokens to users.'],
  [
    'vso.tokenadministration',
    'Grants the ability to manage (view and revoke) existing tokens to organization administrators.',
  ],
  [
    'vso.profile',
    'Grants the ability to read your profile, accounts, collections, projects, teams, and other top-level organizational artifacts.',
  ],
  ['vso.profile_write', 'Grants the ability to write to your profile.'],
  ['vso.variablegroups_read', 'Grants the ability to read variable groups.'],
  ['vso.variablegroups_write', 'Grants the ability to read and create variable groups.'],
  ['vso.variablegroups_manage', 'Grants the ability to read, create and manage variable groups.'],
  [
    'vso.wiki',
    'Grants the ability to read wikis, wiki pages and wiki attachments. Also grants the ability to search wiki pages.',
  ],
  ['vso.wiki_write', 'Grants the ability to read, create and updates wikis, wiki pages and wiki attachments.'],
  [
    'vso.work',
    'Grants the ability to read work items, queries, boards, area and iterations paths, and other work item tracking related metadata. Also grants the ability to execute queries, search work items and to receive notifications about work item events via service hooks.',
  ],
  [
    'vso.work_write',
    'Grants the ability to read, create, and update work items and queries, update board metadata, read area and iterations paths other work item tracking related metadata, execute queries, and to receive notifications about work item events via service hooks.',
  ],
  [
    'vso.work_full',
    'Grants full access to work items, queries, backlogs, plans, and work item tracking metadata. Also provides the ability to receive notifications about work item events via service hooks.',
  ],
]);

export const inMicrosoftsWords = (scope: string): string | undefined => GRANTS.get(scope);
