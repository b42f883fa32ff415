import { bashQuoted, powerShellQuoted } from '../quoting';
import { rootUrl } from './addresses';
import type { FieldId } from './fields';
import type { Place, Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce, powerShellWith } from './shell-lines';

/** An argument of the agent's `config`, by the name that follows `--`. */
type Arguments = [name: string, value: string][];

/** The agent refuses to send a token without TLS unless this is set. Source: server.md 6, "HTTP and PATs". */
const isInsecure = (place: Place) => place.kind === 'server' && /^http:/i.test(place.base);
const UNSAFE = 'VSS_ALLOW_UNSAFE_BASICAUTH';

const poolArguments = ({ place, given }: Setting): Arguments => [
  ['url', rootUrl(place)],
  ['pool', given.pool],
  ['agent', given.agent],
];

/** `--collectionname` on servers only. Source: server.md 10 and 11. */
const groupArguments = ({ place, given }: Setting): Arguments => [
  ['url', rootUrl(place)],
  ...(place.kind === 'server' ? ([['collectionname', place.collection]] satisfies Arguments) : []),
  ['projectname', given.project],
  ['deploymentgroupname', given.deploymentGroup],
  ['agent', given.agent],
];

function inBash(place: Place, command: string, values: Arguments, ...flags: string[]): string {
  const args = values.map(([name, value]) => `--${name} ${bashQuoted(value)}`);
  return bashOnce(
    ...(isInsecure(place) ? [`export ${UNSAFE}=true`] : []),
    'export VSTS_AGENT_INPUT_TOKEN="$PAT"',
    [`./config.sh ${command}--unattended --auth pat`, ...args, ...flags].join(' '),
  );
}

/**
 * config.cmd is a batch file, which reads `%`, `&` and `^` in its arguments as its own: so names travel in the environment, which the
 * agent takes for any argument, and from which it removes the token itself. Source: server.md 10 (VSTS_AGENT_INPUT_*).
 */
function inPowerShell(place: Place, command: string, values: Arguments, ...flags: string[]): string {
  const named = values.map(([name, value]) => [`VSTS_AGENT_INPUT_${name.toUpperCase()}`, powerShellQuoted(value)]);
  const environment: Record<string, string> = {
    VSTS_AGENT_INPUT_TOKEN: '$PAT',
    ...Object.fromEntries(named),
    ...(isInsecure(place) && { [UNSAFE]: `'true'` }),
  };
  const line = [`.\\config.cmd ${command}--unattended --auth pat`, ...flags].join(' ');
  return powerShellOnce(...powerShellWith(environment, line));
}

const dockerEnvironment = ({ place, given }: Setting): [string, string][] => [
  ['AZP_URL', rootUrl(place)],
  ['AZP_POOL', given.pool],
  ['AZP_AGENT_NAME', given.agent],
  ...(isInsecure(place) ? ([[UNSAFE, 'true']] satisfies [string, string][]) : []),
];

/** The file is made for its owner alone before the token is in it. Source: server.md 10 and 11 (Docker agent). */
function dockerInBash(setting: Setting): string {
  const names = dockerEnvironment(setting).map(([name, value]) => `-e ${name}=${bashQuoted(value)}`);
  return bashOnce(
    'umask 077',
    `printf '%s' "$PAT" > "$HOME/.azp_token"`,
    `docker run -d -v "$HOME/.azp_token:/run/azp_token:ro" -e AZP_TOKEN_FILE=/run/azp_token ${names.join(' ')} ${bashQuoted(setting.given.image)}`,
  );
}

/** Windows PowerShell 5 loses double quotes in arguments, so Docker copies the names from the environment. */
function dockerInPowerShell(setting: Setting): string {
  const environment = dockerEnvironment(setting).map(([name, value]) => [name, powerShellQuoted(value)]);
  const names = environment.map(([name]) => `-e ${name}`).join(' ');
  return powerShellOnce(
    `Set-Content -NoNewline -Path "$HOME/.azp_token" -Value $PAT`,
    ...powerShellWith(
      Object.fromEntries(environment),
      `docker run -d -v "\${HOME}/.azp_token:/run/azp_token:ro" -e AZP_TOKEN_FILE=/run/azp_token ${names} ${powerShellQuoted(setting.given.image)}`,
    ),
  );
}

const REGISTERING = 'In the environment of that one command; the agent itself does not keep it.';
const POOL: readonly FieldId[] = ['pool', 'agent'];
const USED_ONCE = 'The token is used only while the agent registers: a lifetime of one day is enough.';

/** Run in the folder that the agent was unpacked into. Source: server.md 10 (Agent, Docker agent) and 11. */
export const AGENT_RECIPES: readonly Recipe[] = [
  {
    id: 'agent',
    name: 'Build agent: register',
    scopes: ['vso.agentpools_manage'],
    where: REGISTERING,
    needs: POOL,
    warning: USED_ONCE,
    write: {
      bash: (setting) => inBash(setting.place, '', poolArguments(setting), '--acceptTeeEula'),
      powershell: (setting) => inPowerShell(setting.place, '', poolArguments(setting), '--runAsService'),
    },
  },
  {
    id: 'agent-docker',
    name: 'Build agent: Docker',
    scopes: ['vso.agentpools_manage'],
    where: 'In the file .azp_token in your home directory, which the container reads.',
    needs: [...POOL, 'image'],
    warning: 'The container uses the token again when it stops, to unregister: it must outlive the container.',
    write: { bash: dockerInBash, powershell: dockerInPowerShell },
  },
  {
    id: 'agent-deployment-group',
    name: 'Deployment group: register a machine',
    scopes: ['vso.machinegroup_manage'],
    where: REGISTERING,
    needs: ['project', 'deploymentGroup', 'agent'],
    warning: USED_ONCE,
    write: {
      bash: (setting) => inBash(setting.place, '', groupArguments(setting), '--deploymentgroup', '--acceptTeeEula'),
      powershell: (setting) =>
        inPowerShell(setting.place, '', groupArguments(setting), '--deploymentgroup', '--runAsService'),
    },
  },
  {
    id: 'agent-remove',
    name: 'Build agent: remove',
    scopes: ['vso.agentpools_manage'],
    where: 'In the environment of that one command, and nowhere after it.',
    needs: [],
    warning: 'A machine of a deployment group needs Deployment Groups: Read & manage for this.',
    write: {
      bash: ({ place }) => inBash(place, 'remove ', []),
      powershell: ({ place }) => inPowerShell(place, 'remove ', []),
    },
  },
];
