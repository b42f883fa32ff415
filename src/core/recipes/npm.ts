import { urlSegment } from '../quoting';
import type { SnippetPart } from '../snippet';
import { file } from '../snippet';
import { feedUrl } from './addresses';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';

/**
 * npm looks up credentials by the address without its scheme, for the registry and for the packages' own addresses: hence two blocks.
 * The address is percent-encoded, so nothing in it is a comment, a section or a variable to npm. Source: server.md 10 and 11.
 */
function npmrc(setting: Setting, password: string | SnippetPart): SnippetPart[] {
  const feed = `${feedUrl(setting)}/npm/`;
  const key = feed.replace(/^https?:/i, '');
  const { npmScope } = setting.given;
  const registry = npmScope === '' ? 'registry' : `@${urlSegment(npmScope.replace(/^@/, ''))}:registry`;
  return file`${registry}=${feed}registry/
always-auth=true
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

/** Source: server.md 10 (npm) and 11. */
export const NPM_RECIPES: readonly Recipe[] = [
  {
    id: 'npm',
    name: 'npm, pnpm, Yarn 1: .npmrc and a variable',
    scopes: ['vso.packaging'],
    where: 'In the environment of the shell, until it is closed; the file only names the variable.',
    needs: ['feed'],
    takes: ['feedProject', 'npmScope'],
    path: '.npmrc of the project',
    warning:
      'The file and the variable belong together: save the one, and set the other in each shell. Yarn 2 and later does not read .npmrc.',
    write: {
      file: (setting) => npmrc(setting, `\${AZDO_NPM_B64}`),
      bash: () => bashSession(EXPORT),
      powershell: () => powerShellOnce(ASSIGN),
    },
  },
  {
    id: 'npm-user',
    name: 'npm, pnpm, Yarn 1: token in .npmrc',
    scopes: ['vso.packaging'],
    where: 'In your own .npmrc, as base64 that anybody who can read the file can read.',
    needs: ['feed'],
    takes: ['feedProject', 'npmScope'],
    path: '~/.npmrc',
    warning: 'Keep this file out of every repository. Yarn 2 and later does not read .npmrc.',
    write: { file: (setting) => npmrc(setting, { secret: 'base64' }) },
  },
];
