import type { Purpose } from './purpose';

type Row = readonly [id: string, scopes: readonly string[], days: number];

/**
 * The purposes that come with Patina, each with the least scope that serves it. What they are called, what is known of
 * them and where that is from are messages. An agent needs its token only while it registers, hence one day. Source:
 * server.md sections 10 and 11 (recipes, and the presets below them), services.md section 7.
 */
const rows: readonly Row[] = [
  ['clone', ['vso.code'], 30],
  ['push', ['vso.code_write'], 30],
  ['packages', ['vso.packaging'], 30],
  ['agent', ['vso.agentpools_manage'], 1],
  ['deployment-group', ['vso.machinegroup_manage'], 1],
  ['publish-packages', ['vso.packaging_write'], 30],
  ['run-pipelines', ['vso.build_execute'], 30],
  ['build-and-release', ['vso.build_execute', 'vso.release_execute'], 30],
  ['read-builds', ['vso.build'], 30],
  ['read-work-items', ['vso.work'], 30],
  ['write-work-items', ['vso.work_write'], 30],
  ['git-credential-manager', ['vso.code_write', 'vso.packaging'], 30],
  ['wiki', ['vso.wiki_write'], 30],
  ['test-results', ['vso.test_write'], 30],
  ['publish-extensions', ['vso.gallery_publish'], 30],
];

/** A purpose that comes with Patina has an id, by which the messages name it. */
export type Preset = Omit<Purpose, 'name' | 'note'>;

/** In their order until the user has another one; the first four are pinned from the start. */
export const PRESETS: readonly Preset[] = rows.map(([id, scopes, days]) => ({ id, scopes: [...scopes], days }));
