import type { Product } from '../scopes/product';

/** Ways that need no token, by the ids of their messages. */
export const OTHER_WAYS = [
  'git-sign-in',
  'git-windows',
  'pipeline-tasks',
  'agent-sign-in',
  'agent-windows',
  'az-login',
] as const;
export type OtherWay = (typeof OTHER_WAYS)[number];

type Row = { way: OtherWay; on: 'services' | 'server'; purposes: readonly string[] };

const GIT = ['clone', 'push', 'git-credential-manager'];
const AGENT = ['agent', 'deployment-group'];
const SCRIPTS = [
  'run-pipelines',
  'build-and-release',
  'read-builds',
  'read-work-items',
  'write-work-items',
  'wiki',
  'test-results',
];

/**
 * For which purposes there is a way without a token, and where. Sources: Microsoft's pages on Git Credential Manager, on SSH
 * keys, on the pipeline tasks that authenticate (`NuGetAuthenticate@1` and its kin), on "Self-hosted agent authentication
 * options" (by device code and service principal on Services alone, with Windows at servers alone, and by Windows agents
 * alone) and on Microsoft Entra for Azure DevOps; server.md 10 for Git Credential Manager at servers. What the Marketplace
 * takes is said with its purpose. Of pipeline tasks at servers nothing is said, since their versions differ.
 */
const ROWS: readonly Row[] = [
  { way: 'git-sign-in', on: 'services', purposes: GIT },
  { way: 'git-windows', on: 'server', purposes: GIT },
  { way: 'pipeline-tasks', on: 'services', purposes: ['packages', 'publish-packages'] },
  { way: 'agent-sign-in', on: 'services', purposes: AGENT },
  { way: 'agent-windows', on: 'server', purposes: AGENT },
  { way: 'az-login', on: 'services', purposes: SCRIPTS },
];

/** The way that serves a purpose without a token, if there is one on this product. */
export function otherWay(purpose: string, product: Product): OtherWay | undefined {
  const on = product === 'services' ? 'services' : 'server';
  return ROWS.find((row) => row.on === on && row.purposes.includes(purpose))?.way;
}
