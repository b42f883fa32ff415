import { collectionUrl, isShared, repositoryUrl, schemeAndHost } from './addresses';
import type { Place } from './place';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce, powerShellWith } from './shell-lines';

/**
 * What git's credential protocol calls this place, without the password. No path at dev.azure.com: git's own helpers would then ask with
 * the whole path and find nothing, so the user name tells organizations apart. Source: server.md 11, the reading at its top.
 */
function description(place: Place): string[] {
  const { scheme, host } = schemeAndHost(collectionUrl(place));
  const username = isShared(place) ? place.organization : 'pat';
  return [`protocol=${scheme}`, `host=${host}`, `username=${username}`];
}

/** The collection as the path of an address: nothing where the host says it, and not known where a root has escapes of its own. */
function pathOf(place: Place): string | undefined {
  if (place.kind === 'services') return isShared(place) ? `${place.organization}/` : '';
  const [, root = ''] = /^\w+:\/\/[^/]+\/?(.*?)\/*$/.exec(place.base) ?? [];
  return place.base.includes('%') ? undefined : `${root === '' ? '' : `${root}/`}${place.collection}/`;
}

/**
 * The same with the path of the repository, where it is known. git forgets it unless `useHttpPath` is set for that host, as Git for Windows
 * and the recipe of Git Credential Manager do; then git asks every helper with the path, decoded, and finds nothing that has none.
 * Source: git-credential's manual; git-credential-manager 1307, 1619.
 */
function withRepository({ place, given }: Setting): string[] {
  const path = pathOf(place);
  if (path === undefined || given.project === '' || given.repository === '') return description(place);
  return [...description(place), `path=${path}${given.project}/_git/${given.repository}`];
}

/** Git Credential Manager also takes the organization as the path, and then wants git to tell it. Source: server.md 10. */
function withPath(place: Place): string[] {
  return isShared(place) ? [...description(place), `path=${place.organization}`] : description(place);
}

/** Writes each line from an argument of its own, so that no name is taken for a format. printf is part of the shell: no process list shows it. */
const toGitInBash = (lines: string[], command: string) =>
  `printf '%s\\n' ${[...lines.map(bashQuoted), ...(command === 'approve' ? ['"password=$PAT"'] : []), "''"].join(' ')} | git credential ${command}`;

function toGitInPowerShell(lines: string[], command: string): string[] {
  const all = [...lines.map(powerShellQuoted), ...(command === 'approve' ? [`('password=' + $PAT)`] : []), `''`];
  // Windows PowerShell 5 pipes ASCII to programs unless told otherwise.
  const encoding = lines.some((line) => /[^ -~]/.test(line))
    ? ['$OutputEncoding = [Text.UTF8Encoding]::new($false)']
    : [];
  return [...encoding, `(${all.join(', ')}) -join "\`n" | git credential ${command}`];
}

/** The line that clones, where the user said what. */
const cloning = (setting: Setting, quoted: (text: string) => string) =>
  setting.given.project && setting.given.repository ? [`git clone ${quoted(repositoryUrl(setting))}`] : [];

/** git would offer the Windows account before it looks for a stored token. Source: server.md 10 and 11. */
function withoutNegotiate(place: Place, quoted: (text: string) => string): string[] {
  const { scheme, host } = schemeAndHost(collectionUrl(place));
  return place.kind === 'server' ? [`git config --global ${quoted(`http.${scheme}://${host}.emptyAuth`)} false`] : [];
}

const USE_PATH = 'git config --global credential.https://dev.azure.com.useHttpPath true';
const usingPath = (place: Place) => (isShared(place) ? [USE_PATH] : []);

/** A header for this host alone: submodules elsewhere must not be sent the token. */
function headerKey(place: Place): string {
  const { scheme, host } = schemeAndHost(collectionUrl(place));
  return `http.${scheme}://${host}/.extraHeader`;
}

/** Source: server.md 10 (git, Git Credential Manager) and 11. */
export const GIT_RECIPES: readonly Recipe[] = [
  {
    id: 'git-helper',
    scopes: ['vso.code'],
    where: 'credential-helper',
    needs: [],
    takes: ['project', 'repository'],
    warning: 'needs-helper',
    write: {
      bash: (setting) => bashOnce(toGitInBash(withRepository(setting), 'approve'), ...cloning(setting, bashQuoted)),
      powershell: (setting) =>
        powerShellOnce(
          ...withoutNegotiate(setting.place, powerShellQuoted),
          ...toGitInPowerShell(withRepository(setting), 'approve'),
          ...cloning(setting, powerShellQuoted),
        ),
    },
  },
  {
    id: 'git-once',
    scopes: ['vso.code'],
    where: 'one-command',
    needs: ['project', 'repository'],
    warning: 'asks-again',
    write: {
      bash: (setting) =>
        bashOnce(
          `export GIT_AUTH="Authorization: Basic $(printf 'pat:%s' "$PAT" | base64 | tr -d '\\n')"`,
          `git ${bashQuoted(`--config-env=${headerKey(setting.place)}=GIT_AUTH`)} clone ${bashQuoted(repositoryUrl(setting))}`,
        ),
      powershell: (setting) =>
        powerShellOnce(
          ...powerShellWith(
            {
              GIT_AUTH: `'Authorization: Basic ' + [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('pat:' + $PAT))`,
            },
            `git ${powerShellQuoted(`--config-env=${headerKey(setting.place)}=GIT_AUTH`)} clone ${powerShellQuoted(repositoryUrl(setting))}`,
          ),
        ),
    },
  },
  {
    id: 'git-gcm',
    scopes: ['vso.code'],
    where: 'git-credential-manager',
    needs: [],
    takes: ['project', 'repository'],
    warning: 'oauth-mode',
    write: {
      bash: (setting) =>
        bashOnce(
          ...usingPath(setting.place),
          ...withoutNegotiate(setting.place, bashQuoted),
          toGitInBash(withPath(setting.place), 'approve'),
          ...cloning(setting, bashQuoted),
        ),
      powershell: (setting) =>
        powerShellOnce(
          ...usingPath(setting.place),
          ...withoutNegotiate(setting.place, powerShellQuoted),
          ...toGitInPowerShell(withPath(setting.place), 'approve'),
          ...cloning(setting, powerShellQuoted),
        ),
    },
  },
  {
    id: 'git-forget',
    scopes: [],
    where: 'out-of-store',
    needs: [],
    warning: 'stays-valid',
    write: {
      bash: ({ place }) => toGitInBash(description(place), 'reject'),
      powershell: ({ place }) =>
        ['& {', ...toGitInPowerShell(description(place), 'reject').map((line) => `  ${line}`), '}'].join('\n'),
    },
  },
];
