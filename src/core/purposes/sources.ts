import { PRESETS, type PresetId } from './built-in';

type About = {
  /** Where its scopes come from. */
  source: string;
  /** What it is known not to do: one sentence, for the user. */
  gap: string;
};

/**
 * What is known of the purposes that come with Patina. A gap follows from the sections that the scopes are from; where a
 * source says "by area", it is inferred from what the areas of the scope table are called.
 */
const catalogue: Readonly<Record<PresetId, About>> = {
  clone: {
    source: 'Microsoft’s scope table: Code (read)',
    gap: 'It reads every repository that you can read in the organization; it cannot be held to one of them.',
  },
  push: {
    source: 'Microsoft’s scope table: Code (read and write)',
    gap: 'It does not create repositories; that takes Code: Read, write & manage.',
  },
  packages: {
    source: 'Microsoft’s scope table: Packaging (read)',
    gap: 'For npm, Microsoft’s page asks for read and write: if npm is refused, use Publish packages.',
  },
  agent: {
    source: 'Microsoft’s pages on self-hosted agents: the token is used only to register and to remove an agent',
    gap: 'An agent in Docker uses its token again when the container stops, so there it must live longer than the container.',
  },
  'deployment-group': {
    source: 'Microsoft’s pages on deployment groups, and its scope table',
    gap: 'On a server, Microsoft’s page asks for a token for all organizations, which Patina does not make.',
  },
  'publish-packages': {
    source: 'Microsoft’s scope table: Packaging (read and write)',
    gap: 'It does not create feeds; that takes Packaging: Read, write & manage.',
  },
  'run-pipelines': {
    source: 'Microsoft’s scope table: Build (read and execute)',
    gap: 'It does not start classic releases; Build and release does.',
  },
  'build-and-release': {
    source: 'Microsoft’s scope table: Build (read and execute), Release (read, write and execute)',
    gap: 'It does not approve or delete releases that Release: Read, write, execute & manage is for.',
  },
  'read-builds': {
    source: 'Microsoft’s scope table: Build (read); the gap by area',
    gap: 'It does not read the sources or the test results of a build; those take Code: Read and Test Management: Read.',
  },
  'read-work-items': {
    source: 'Microsoft’s scope table: Work Items (read); the gap by area',
    gap: 'It does not read Analytics, as reports in Power BI do; that takes Analytics: Read.',
  },
  'write-work-items': {
    source: 'Microsoft’s scope table: Work Items (read and write)',
    gap: 'It does not do everything there, such as changing area paths; that takes Work Items: Full.',
  },
  'git-credential-manager': {
    source: 'The source code of Git Credential Manager: the scopes of the tokens that it makes itself',
    gap: 'In its oauth mode, Git Credential Manager throws away a token that it is given; set it to pat.',
  },
  wiki: {
    source: 'Microsoft’s scope table: Wiki (read and write); the gap by area',
    gap: 'It does not clone or push a wiki with git; that takes Code: Read & write.',
  },
  'test-results': {
    source: 'Microsoft’s scope table: Test Management (read and write); the gap by area',
    gap: 'Test cases are work items too: changing their fields takes Work Items: Read & write.',
  },
  'publish-extensions': {
    source: 'Microsoft’s page on tfx, and its scope table: Marketplace (publish)',
    gap: 'It does not install the extension; that takes Extensions: Read & manage.',
  },
};

const byId: ReadonlyMap<string, About> = new Map(PRESETS.map(({ id }) => [id, catalogue[id]]));

/** What is known of a purpose that comes with Patina; nothing of one of the user's own. */
export function aboutPurpose(id: string): About | undefined {
  return byId.get(id);
}
