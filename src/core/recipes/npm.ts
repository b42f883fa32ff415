import { feedUrl } from './addresses';
import { urlSegment } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';
import type { SnippetPart } from './snippet';
import { file } from './snippet';

/** The scope without its `@`, empty for none. */
export const npmScopeOf = ({ given }: Setting) => urlSegment(given.npmScope.replace(/^@/, ''));

/**
 * npm looks up credentials by the address without its scheme, for the registry and for the packages' own addresses: hence two blocks.
 * `always-auth` is for Yarn 1 alone, which else sends nothing: npm 11 warns of it, and the next one is to refuse it.
 * The address is percent-encoded, so nothing in it is a comment, a section or a variable to npm. Source: server.md 10 and 11.
 */
function npmrc(setting: Setting, password: string | SnippetPart): SnippetPart[] {
  const feed = `${feedUrl(setting)}/npm/`;
  const key = feed.replace(/^https?:/i, '');
  const scope = npmScopeOf(setting);
  const registry = scope === '' ? 'registry' : `@${scope}:registry`;
  return file`${registry}=${feed}registry/
${key}registry/:username=any
${key}registry/:_password=${password}
${key}registry/:email=not-used
${key}:username=any
${key}:_password=${password}
${key}:email=not-used
`;
}

const EXPORT = `export AZDO_NPM_B64="$(printf '%s' "$PAT" | base64 | tr -d '\\n')"`;
const ASSIGN = '$env:AZDO_NPM_B64 = [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes($PAT))';

const common = { scopes: ['vso.packaging'], needs: ['feed'], takes: ['feedProject', 'npmScope'] } as const;

const withVariable = {
  file: (setting: Setting) => npmrc(setting, `\${AZDO_NPM_B64}`),
  bash: () => bashSession(EXPORT),
  powershell: () => powerShellOnce(ASSIGN),
};

/** Source: server.md 10 (npm) and 11. */
export const NPM_RECIPES: readonly Recipe[] = [
  {
    ...common,
    id: 'npm',
    where: 'shell-named-by-file',
    path: 'project-npmrc',
    warning: 'npm-together',
    write: withVariable,
  },
  {
    ...common,
    id: 'pnpm',
    where: 'shell-named-by-file',
    // A file that comes with a repository could send the environment anywhere, so pnpm reads no variables there. Seen in 10.34 and 12.21.
    path: 'own-npmrc-for-pnpm',
    warning: 'pnpm-together',
    write: withVariable,
  },
  {
    ...common,
    id: 'npm-user',
    where: 'npmrc',
    path: 'own-npmrc',
    warning: 'npmrc-private',
    write: { file: (setting) => npmrc(setting, { secret: 'base64' }) },
  },
  {
    ...common,
    id: 'yarn-classic',
    where: 'shell-named-by-file',
    path: 'project-npmrc',
    warning: 'yarn-classic-together',
    write: { ...withVariable, file: (setting) => [{ text: 'always-auth=true\n' }, ...withVariable.file(setting)] },
  },
];
