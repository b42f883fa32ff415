import type { Purpose } from './purpose';

type Row = readonly [id: string, name: string, scopes: readonly string[], days: number];

/**
 * The purposes that come with Patina, each with the least scope that serves it. What else is known of them stands in the
 * catalogue, so that the list of tokens need not wait for it. An agent needs its token only while it registers, hence one
 * day. Source: server.md sections 10 and 11 (recipes, and the presets below them), services.md section 7.
 */
const rows = [
  ['clone', 'Clone and fetch', ['vso.code'], 30],
  ['push', 'Push code', ['vso.code_write'], 30],
  ['packages', 'Restore packages', ['vso.packaging'], 30],
  ['agent', 'Register an agent', ['vso.agentpools_manage'], 1],
  ['deployment-group', 'Deployment group', ['vso.machinegroup_manage'], 1],
  ['publish-packages', 'Publish packages', ['vso.packaging_write'], 30],
  ['run-pipelines', 'Run pipelines', ['vso.build_execute'], 30],
  ['build-and-release', 'Build and release', ['vso.build_execute', 'vso.release_execute'], 30],
  ['read-builds', 'Read builds', ['vso.build'], 30],
  ['read-work-items', 'Work items read', ['vso.work'], 30],
  ['write-work-items', 'Work items write', ['vso.work_write'], 30],
  ['git-credential-manager', 'Git tooling (as Git Credential Manager)', ['vso.code_write', 'vso.packaging'], 30],
  ['wiki', 'Wiki', ['vso.wiki_write'], 30],
  ['test-results', 'Test results', ['vso.test_write'], 30],
  ['publish-extensions', 'Extension publishing', ['vso.gallery_publish'], 30],
] as const satisfies readonly Row[];

export type PresetId = (typeof rows)[number][0];
export type Preset = Purpose & { id: PresetId };

/** In their order until the user has another one; the first four are pinned from the start. */
export const PRESETS: readonly Preset[] = rows.map(([id, name, scopes, days]) => ({
  id,
  name,
  scopes: [...scopes],
  days,
}));
