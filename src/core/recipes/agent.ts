import { collectionUrl, rootUrl } from './addresses';
import type { FieldId } from './fields';
import { isPlainHttp, type Place } from './place';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce, powerShellWith } from './shell-lines';

/** An argument of the agent's `config`, by the name that follows `--`. */
type Arguments = [name: string, value: string][];

/** The agent refuses to send a token without TLS unless this is set. Source: server.md 6, "HTTP and PATs". */
export const UNSAFE = 'VSS_ALLOW_UNSAFE_BASICAUTH';

/**
 * With a token of one collection an agent registers at the address of that collection: the root answers such a token with 401.
 * Source: azure-pipelines-agent 2565, 5234.
 */
const poolArguments = ({ place, given }: Setting): Arguments => [
  ['url', collectionUrl(place)],
  ['pool', given.pool],
  ['agent', given.agent],
];

/** What a machine of a project says where a pool would be. `--collectionname` on servers only. Source: server.md 10 and 11. */
const machineArguments = ({ place, given }: Setting, group: [name: string, value: string]): Arguments => [
  ['url', rootUrl(place)],
  ...(place.kind === 'server' ? ([['collectionname', place.collection]] satisfies Arguments) : []),
  ['projectname', given.project],
  group,
  ['agent', given.agent],
];

/** The agent takes any argument from the environment, too. Source: server.md 10 (VSTS_AGENT_INPUT_*). */
const variable = (name: string) => `VSTS_AGENT_INPUT_${name.toUpperCase()}`;

/** A value that begins as a flag does would be taken for one, so it travels in the environment. */
const looksLikeFlag = ([, value]: [string, string]) => value.startsWith('-');

function inBash(place: Place, command: string, values: Arguments, ...flags: string[]): string {
  const args = values.filter((value) => !looksLikeFlag(value));
  return bashOnce(
    ...(isPlainHttp(place) ? [`export ${UNSAFE}=true`] : []),
    ...values.filter(looksLikeFlag).map(([name, value]) => `export ${variable(name)}=${bashQuoted(value)}`),
    `export ${variable('token')}="$PAT"`,
    [
      `./config.sh ${command}--unattended --auth pat`,
      ...args.map(([name, value]) => `--${name} ${bashQuoted(value)}`),
      ...flags,
    ].join(' '),
  );
}

/**
 * config.cmd is a batch file, which reads `%`, `&` and `^` in its arguments as its own: so names travel in the environment, from which
 * the agent removes the token itself.
 */
function inPowerShell(place: Place, command: string, values: Arguments, ...flags: string[]): string {
  const environment: Record<string, string> = {
    [variable('token')]: '$PAT',
    ...Object.fromEntries(values.map(([name, value]) => [variable(name), powerShellQuoted(value)])),
    ...(isPlainHttp(place) && { [UNSAFE]: `'true'` }),
  };
  const line = [`.\\config.cmd ${command}--unattended --auth pat`, ...flags].join(' ');
  return powerShellOnce(...powerShellWith(environment, line));
}

/** The ways to write a registration. An agent on Windows is asked to run as a service; one on Linux has a license to accept. */
function registration(argumentsOf: (setting: Setting) => Arguments, ...flags: string[]): Recipe['write'] {
  return {
    bash: (setting) => inBash(setting.place, '', argumentsOf(setting), ...flags, '--acceptTeeEula'),
    powershell: (setting) => inPowerShell(setting.place, '', argumentsOf(setting), ...flags, '--runAsService'),
  };
}

export const POOL: readonly FieldId[] = ['pool', 'agent'];

/** Source: server.md 10 (Agent) and 11. */
export const AGENT_RECIPES: readonly Recipe[] = [
  {
    id: 'agent',
    scopes: ['vso.agentpools_manage'],
    where: 'registration',
    needs: POOL,
    warning: 'agent-folder',
    warningOnServer: 'collection-address',
    write: registration(poolArguments),
  },
  {
    id: 'agent-deployment-group',
    scopes: ['vso.machinegroup_manage'],
    where: 'registration',
    needs: ['project', 'deploymentGroup', 'agent'],
    warning: 'agent-folder',
    warningOnServer: 'all-organizations',
    atRoot: true,
    write: registration(
      (setting) => machineArguments(setting, ['deploymentgroupname', setting.given.deploymentGroup]),
      '--deploymentgroup',
    ),
  },
  {
    id: 'agent-environment',
    scopes: ['vso.environment_manage'],
    where: 'registration',
    needs: ['project', 'environment', 'agent'],
    warning: 'agent-folder',
    warningOnServer: 'all-organizations',
    atRoot: true,
    // The scope is documented; that the flags go as a deployment group's do is taken from the script that an environment's page shows.
    write: registration(
      (setting) => machineArguments(setting, ['environmentname', setting.given.environment]),
      '--environment',
    ),
  },
  {
    id: 'agent-remove',
    scopes: ['vso.agentpools_manage'],
    where: 'one-command',
    needs: [],
    warning: 'agent-folder-remove',
    warningOnServer: 'root-on-removal',
    atRoot: true,
    write: {
      bash: ({ place }) => inBash(place, 'remove ', []),
      powershell: ({ place }) => inPowerShell(place, 'remove ', []),
    },
  },
];
