import { PRESET_BY_ID } from './preset';
import type { Purpose } from './purpose';

/** A purpose that comes with Patina. */
export type BuiltInPurpose = Purpose & {
  /** Where its scopes come from. */
  source: string;
  /** What it is known not to do: one sentence, for the user. */
  gap: string;
};

/**
 * The purposes that come with Patina, in their order on the screen, each with the least scope that serves it.
 *
 * Scopes and days: server.md sections 10 and 11 (recipes, and the presets below them), services.md section 7. An agent
 * needs its token only while it registers, hence one day. A gap follows from those sections too; where a source says
 * "by area", it is inferred from what the areas of the scope table are called.
 */
export const BUILT_IN_PURPOSES: readonly BuiltInPurpose[] = [
  {
    ...PRESET_BY_ID.clone,
    source: 'Microsoft’s scope table: Code (read)',
    gap: 'It reads every repository that you can read in the organization; it cannot be held to one of them.',
  },
  {
    ...PRESET_BY_ID.push,
    source: 'Microsoft’s scope table: Code (read and write)',
    gap: 'It does not create repositories; that takes Code: Read, write & manage.',
  },
  {
    ...PRESET_BY_ID.packages,
    source: 'Microsoft’s scope table: Packaging (read)',
    gap: 'For npm, Microsoft’s page asks for read and write: if npm is refused, use Publish packages.',
  },
  {
    ...PRESET_BY_ID.agent,
    source: 'Microsoft’s pages on self-hosted agents: the token is used only to register and to remove an agent',
    gap: 'An agent in Docker uses its token again when the container stops, so there it must live longer than the container.',
  },
  {
    id: 'deployment-group',
    name: 'Deployment group',
    scopes: ['vso.machinegroup_manage'],
    days: 1,
    source: 'Microsoft’s pages on deployment groups, and its scope table',
    gap: 'On a server, Microsoft’s page asks for a token for all organizations, which Patina does not make.',
  },
  {
    id: 'publish-packages',
    name: 'Publish packages',
    scopes: ['vso.packaging_write'],
    days: 30,
    source: 'Microsoft’s scope table: Packaging (read and write)',
    gap: 'It does not create feeds; that takes Packaging: Read, write & manage.',
  },
  {
    id: 'run-pipelines',
    name: 'Run pipelines',
    scopes: ['vso.build_execute'],
    days: 30,
    source: 'Microsoft’s scope table: Build (read and execute)',
    gap: 'It does not start classic releases; Build and release does.',
  },
  {
    id: 'build-and-release',
    name: 'Build and release',
    scopes: ['vso.build_execute', 'vso.release_execute'],
    days: 30,
    source: 'Microsoft’s scope table: Build (read and execute), Release (read, write and execute)',
    gap: 'It does not approve or delete releases that Release: Read, write, execute & manage is for.',
  },
  {
    id: 'read-builds',
    name: 'Read builds',
    scopes: ['vso.build'],
    days: 30,
    source: 'Microsoft’s scope table: Build (read); the gap by area',
    gap: 'It does not read the sources or the test results of a build; those take Code: Read and Test Management: Read.',
  },
  {
    id: 'read-work-items',
    name: 'Work items read',
    scopes: ['vso.work'],
    days: 30,
    source: 'Microsoft’s scope table: Work Items (read); the gap by area',
    gap: 'It does not read Analytics, as reports in Power BI do; that takes Analytics: Read.',
  },
  {
    id: 'write-work-items',
    name: 'Work items write',
    scopes: ['vso.work_write'],
    days: 30,
    source: 'Microsoft’s scope table: Work Items (read and write)',
    gap: 'It does not do everything there, such as changing area paths; that takes Work Items: Full.',
  },
  {
    id: 'git-credential-manager',
    name: 'Git tooling (as Git Credential Manager)',
    scopes: ['vso.code_write', 'vso.packaging'],
    days: 30,
    source: 'The source code of Git Credential Manager: the scopes of the tokens that it makes itself',
    gap: 'In its oauth mode, Git Credential Manager throws away a token that it is given; set it to pat.',
  },
  {
    id: 'wiki',
    name: 'Wiki',
    scopes: ['vso.wiki_write'],
    days: 30,
    source: 'Microsoft’s scope table: Wiki (read and write); the gap by area',
    gap: 'It does not clone or push a wiki with git; that takes Code: Read & write.',
  },
  {
    id: 'test-results',
    name: 'Test results',
    scopes: ['vso.test_write'],
    days: 30,
    source: 'Microsoft’s scope table: Test Management (read and write); the gap by area',
    gap: 'Test cases are work items too: changing their fields takes Work Items: Read & write.',
  },
  {
    id: 'publish-extensions',
    name: 'Extension publishing',
    scopes: ['vso.gallery_publish'],
    days: 30,
    source: 'Microsoft’s page on tfx, and its scope table: Marketplace (publish)',
    gap: 'It does not install the extension; that takes Extensions: Read & manage.',
  },
];
