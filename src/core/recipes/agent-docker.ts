import { collectionUrl } from './addresses';
import { POOL, UNSAFE } from './agent';
import { isPlainHttp } from './place';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce, powerShellWith } from './shell-lines';

const environmentOf = ({ place, given }: Setting): [string, string][] => [
  ['AZP_URL', collectionUrl(place)],
  ['AZP_POOL', given.pool],
  ['AZP_AGENT_NAME', given.agent],
  ...(isPlainHttp(place) ? ([[UNSAFE, 'true']] satisfies [string, string][]) : []),
];

/** The file is made anew, for its owner alone, before the token is in it. */
function inBash(setting: Setting): string {
  const names = environmentOf(setting).map(([name, value]) => `-e ${name}=${bashQuoted(value)}`);
  return bashOnce(
    'umask 077',
    'rm -f "$HOME/.azp_token"',
    `printf '%s' "$PAT" > "$HOME/.azp_token"`,
    `docker run -d -v "$HOME/.azp_token:/run/azp_token:ro" -e AZP_TOKEN_FILE=/run/azp_token ${names.join(' ')} ${bashQuoted(setting.given.image)}`,
  );
}

/** Windows PowerShell 5 loses double quotes in arguments, so Docker copies the names from the environment. */
function inPowerShell(setting: Setting): string {
  const environment = environmentOf(setting).map(([name, value]) => [name, powerShellQuoted(value)]);
  const names = environment.map(([name]) => `-e ${name}`).join(' ');
  return powerShellOnce(
    `Set-Content -NoNewline -Path "$HOME/.azp_token" -Value $PAT`,
    ...powerShellWith(
      Object.fromEntries(environment),
      `docker run -d -v "\${HOME}/.azp_token:/run/azp_token:ro" -e AZP_TOKEN_FILE=/run/azp_token ${names} ${powerShellQuoted(setting.given.image)}`,
    ),
  );
}

/** Source: server.md 10 (Docker agent) and 11. */
export const AGENT_DOCKER_RECIPES: readonly Recipe[] = [
  {
    id: 'agent-docker',
    scopes: ['vso.agentpools_manage'],
    where: 'azp-token',
    needs: [...POOL, 'image'],
    warning: 'outlives-container',
    warningOnServer: 'root-on-removal',
    write: { bash: inBash, powershell: inPowerShell },
  },
];
