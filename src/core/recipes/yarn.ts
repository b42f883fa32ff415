import { feedUrl, schemeAndHost } from './addresses';
import { npmScopeOf } from './npm';
import { isPlainHttp } from './place';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';
import type { SnippetPart } from './snippet';
import { file } from './snippet';

/** Yarn refuses a registry without TLS unless its host, which is a pattern here, is named. */
function allowed(setting: Setting): string {
  if (!isPlainHttp(setting.place)) return '';
  const host = schemeAndHost(feedUrl(setting)).host.replace(/:\d+$/, '');
  return `unsafeHttpWhitelist:\n  - ${JSON.stringify(host.replace(/[[\]]/g, '\\$&'))}\n`;
}

/** Yarn takes a user and a password in one word. JSON's strings are YAML's, too; the address has no `${` in it, since it is percent-encoded. */
function yarnrc(setting: Setting, password: string | SnippetPart): SnippetPart[] {
  const registry = `${feedUrl(setting)}/npm/registry/`;
  const scope = npmScopeOf(setting);
  const address = JSON.stringify(registry);
  // What is in a scope is published to where the scope says, not to where it is read from.
  const scoped = `npmScopes:
  ${JSON.stringify(scope)}:
    npmRegistryServer: ${address}
    npmPublishRegistry: ${address}`;
  return file`${scope === '' ? `npmRegistryServer: ${address}` : scoped}
${allowed(setting)}npmRegistries:
  ${JSON.stringify(registry.replace(/^https?:/i, ''))}:
    npmAlwaysAuth: true
    npmAuthIdent: "any:${password}"
`;
}

const common = { scopes: ['vso.packaging'], needs: ['feed'], takes: ['feedProject', 'npmScope'] } as const;

/** Yarn 2 and later reads no .npmrc. Source: server.md 10 (npm) for the feed; the settings are Yarn's own. */
export const YARN_RECIPES: readonly Recipe[] = [
  {
    ...common,
    id: 'yarn',
    where: 'shell-named-by-file',
    path: 'project-yarnrc',
    warning: 'yarn-together',
    write: {
      file: (setting) => yarnrc(setting, `\${AZDO_PAT}`),
      bash: () => bashSession('export AZDO_PAT="$PAT"'),
      powershell: () => powerShellOnce('$env:AZDO_PAT = $PAT'),
    },
  },
  {
    ...common,
    id: 'yarn-user',
    where: 'yarnrc',
    path: 'own-yarnrc',
    warning: 'npmrc-private',
    write: { file: (setting) => yarnrc(setting, { secret: 'plain' }) },
  },
];
