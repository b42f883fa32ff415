import { feedUrl } from './addresses';
import { isPlainHttp } from './place';
import { bashQuoted, powerShellQuoted, withoutVariables, xmlEscaped } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, bashSession, powerShellOnce, powerShellWith } from './shell-lines';
import { file } from './snippet';
import { sourceName } from './source-name';

/** NuGet reads variables in what nuget.config holds. */
const sourceUrl = (setting: Setting) => withoutVariables(`${feedUrl(setting)}/nuget/v3/index.json`);
const variable = (setting: Setting) => `NuGetPackageSourceCredentials_${sourceName(setting)}`;

/** `%AZDO_PAT%` is what goes into nuget.config, and NuGet looks the variable up when it restores. Source: server.md 11. */
function addSource(setting: Setting, quoted: (text: string) => string): string {
  const stored = "--username any --password '%AZDO_PAT%' --store-password-in-clear-text";
  return `dotnet nuget add source ${quoted(sourceUrl(setting))} --name ${sourceName(setting)} ${stored}`;
}

/** The same by the program that is there without .NET. */
function addSourceByExe(setting: Setting, quoted: (text: string) => string): string {
  const stored = "-UserName any -Password '%AZDO_PAT%' -StorePasswordInClearText";
  return `nuget sources Add -Name ${sourceName(setting)} -Source ${quoted(sourceUrl(setting))} ${stored}`;
}

const push = (setting: Setting, quoted: (text: string) => string) =>
  // The key is a word that the feed ignores, but dotnet wants one. A file that begins as a flag does would be taken for one.
  `dotnet nuget push ${quoted(setting.given.package.replace(/^-/, './-'))} --source ${sourceName(setting)} --api-key az`;

/** JSON up to the place of the token, and after it. Source: server.md 10 (NuGet): the endpoint must equal the source's URL. */
function endpoints(setting: Setting): [before: string, after: string] {
  const endpoint = { endpoint: sourceUrl(setting), username: 'any', password: '' };
  const json = JSON.stringify({ endpointCredentials: [endpoint] });
  const at = json.lastIndexOf('"}]}');
  return [json.slice(0, at), json.slice(at)];
}

const ENDPOINTS = 'ARTIFACTS_CREDENTIALPROVIDER_EXTERNAL_FEED_ENDPOINTS';

/** NuGet refuses a source without TLS unless it is told otherwise. */
const allowed = ({ place }: Setting) => (isPlainHttp(place) ? ' allowInsecureConnections="true"' : '');

const common = {
  scopes: ['vso.packaging'],
  needs: ['feed'],
  takes: ['feedProject'],
} as const;

/** Source: server.md 10 (NuGet) and 11. */
export const NUGET_RECIPES: readonly Recipe[] = [
  {
    ...common,
    id: 'nuget-source',
    where: 'shell-named-by-nuget-config',
    warning: 'source-once',
    warningOnHttp: 'allow-insecure',
    write: {
      bash: (setting) => bashSession('export AZDO_PAT="$PAT"', addSource(setting, bashQuoted)),
      powershell: (setting) => powerShellOnce('$env:AZDO_PAT = $PAT', addSource(setting, powerShellQuoted)),
    },
  },
  {
    ...common,
    id: 'nuget-exe',
    where: 'shell-named-by-nuget-config',
    warning: 'source-once-exe',
    write: {
      bash: (setting) => bashSession('export AZDO_PAT="$PAT"', addSourceByExe(setting, bashQuoted)),
      powershell: (setting) => powerShellOnce('$env:AZDO_PAT = $PAT', addSourceByExe(setting, powerShellQuoted)),
    },
  },
  {
    ...common,
    id: 'nuget-env',
    where: 'shell',
    warning: 'source-of-variable',
    write: {
      bash: (setting) => bashSession(`export ${variable(setting)}="Username=any;Password=$PAT"`),
      powershell: (setting) => powerShellOnce(`$env:${variable(setting)} = 'Username=any;Password=' + $PAT`),
    },
  },
  {
    ...common,
    id: 'nuget-config',
    where: 'shell-named-by-shared-file',
    path: 'repository-nuget-config',
    warning: 'together',
    write: {
      file: (setting) => {
        const [name, url] = [sourceName(setting), sourceUrl(setting)];
        return file`<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <add key="${name}" value="${xmlEscaped(url)}"${allowed(setting)} />
  </packageSources>
  <packageSourceCredentials>
    <${name}>
      <add key="Username" value="any" />
      <add key="ClearTextPassword" value="%AZDO_PAT%" />
    </${name}>
  </packageSourceCredentials>
</configuration>
`;
      },
      bash: () => bashSession('export AZDO_PAT="$PAT"'),
      powershell: () => powerShellOnce('$env:AZDO_PAT = $PAT'),
    },
  },
  {
    ...common,
    id: 'nuget-provider',
    where: 'shell',
    warning: 'exact-address',
    write: {
      bash: (setting) => {
        const [before, after] = endpoints(setting).map(bashQuoted);
        return bashSession(`export ${ENDPOINTS}=${before}"$PAT"${after}`);
      },
      powershell: (setting) => {
        const [before, after] = endpoints(setting).map(powerShellQuoted);
        return powerShellOnce(`$env:${ENDPOINTS} = ${before} + $PAT + ${after}`);
      },
    },
  },
  {
    id: 'nuget-push',
    scopes: ['vso.packaging_write'],
    where: 'one-command',
    needs: ['feed', 'package'],
    takes: ['feedProject'],
    warning: 'source-without-password',
    write: {
      bash: (setting) =>
        bashOnce(`export ${variable(setting)}="Username=any;Password=$PAT"`, push(setting, bashQuoted)),
      powershell: (setting) =>
        powerShellOnce(
          ...powerShellWith(
            { [variable(setting)]: `'Username=any;Password=' + $PAT` },
            push(setting, powerShellQuoted),
          ),
        ),
    },
  },
];
