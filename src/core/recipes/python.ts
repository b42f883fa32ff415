import { feedUrl, isShared, schemeAndHost } from './addresses';
import { isPlainHttp } from './place';
import { bashQuoted, powerShellQuoted, urlSegment } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce, powerShellWith } from './shell-lines';
import { file } from './snippet';
import { userOfCollection } from './source-name';

/** The index's address up to the place of the token, and after it. */
function index(setting: Setting): [before: string, after: string] {
  const [scheme = '', rest = ''] = `${feedUrl(setting)}/pypi/simple/`.split('://');
  return [`${scheme}://any:`, `@${rest}`];
}

/** pip leaves an index without TLS out unless it is told to trust the host. */
function trusted(setting: Setting): string | undefined {
  return isPlainHttp(setting.place) ? schemeAndHost(feedUrl(setting)).host : undefined;
}

/** Who the token is said to belong to: where organizations or collections share a host, the keychain tells them apart by it. */
function userOf({ place }: Setting): string {
  if (place.kind === 'server') return userOfCollection(place);
  return isShared(place) ? place.organization : 'pat';
}

/** keyring asks for the token itself. pip finds it by the host and by the user in the address. */
function keyring(setting: Setting, quoted: (text: string) => string): string[] {
  const url = `${feedUrl(setting)}/pypi/simple/`;
  const named = url.replace('://', `://${urlSegment(userOf(setting))}@`);
  const host = trusted(setting);
  const trust = host === undefined ? '' : ` --trusted-host ${quoted(host)}`;
  return [
    `keyring set ${quoted(schemeAndHost(url).host)} ${quoted(userOf(setting))}`,
    `pip install --index-url ${quoted(named)}${trust} ${quoted('--')} ${quoted(setting.given.package)}`,
  ];
}

function pipInBash(setting: Setting): string {
  const [before, after] = index(setting).map(bashQuoted);
  const host = trusted(setting);
  const trust = host === undefined ? '' : ` PIP_TRUSTED_HOST=${bashQuoted(host)}`;
  return bashOnce(`PIP_INDEX_URL=${before}"$PAT"${after}${trust} pip install -- ${bashQuoted(setting.given.package)}`);
}

function pipInPowerShell(setting: Setting): string {
  const [before, after] = index(setting).map(powerShellQuoted);
  const host = trusted(setting);
  const trust = host === undefined ? {} : { PIP_TRUSTED_HOST: powerShellQuoted(host) };
  return powerShellOnce(
    ...powerShellWith(
      { PIP_INDEX_URL: `${before} + $PAT + ${after}`, ...trust },
      `pip install '--' ${powerShellQuoted(setting.given.package)}`,
    ),
  );
}

const upload = (setting: Setting, quoted: (text: string) => string, files: string) =>
  `twine upload --repository-url ${quoted(`${feedUrl(setting)}/pypi/upload/`)} ${files}`;

/** Source: server.md 10 (pip, twine) and 11. */
export const PYTHON_RECIPES: readonly Recipe[] = [
  {
    id: 'pip',
    scopes: ['vso.packaging'],
    where: 'one-command',
    needs: ['feed', 'package'],
    takes: ['feedProject'],
    warning: 'this-feed-alone',
    write: { bash: pipInBash, powershell: pipInPowerShell },
  },
  {
    id: 'pip-keyring',
    scopes: ['vso.packaging'],
    where: 'keychain',
    needs: ['feed', 'package'],
    takes: ['feedProject'],
    warning: 'keyring-prompt',
    write: {
      bash: (setting) => ['(', ...keyring(setting, bashQuoted).map((line) => `  ${line}`), ')'].join('\n'),
      powershell: (setting) =>
        ['& {', ...keyring(setting, powerShellQuoted).map((line) => `  ${line}`), '}'].join('\n'),
    },
  },
  {
    id: 'pip-config',
    scopes: ['vso.packaging'],
    where: 'pip-conf',
    needs: ['feed'],
    takes: ['feedProject'],
    path: 'pip-conf',
    warning: 'pip-conf-private',
    write: {
      file: (setting) => {
        const [before, after] = index(setting);
        const host = trusted(setting);
        const trust = host === undefined ? '' : `trusted-host = ${host}\n`;
        return file`[global]
index-url = ${before}${{ secret: 'plain' }}${after}
${trust}`;
      },
    },
  },
  {
    id: 'twine',
    scopes: ['vso.packaging_write'],
    where: 'one-command',
    needs: ['feed'],
    takes: ['feedProject'],
    write: {
      bash: (setting) => bashOnce(`TWINE_USERNAME=any TWINE_PASSWORD="$PAT" ${upload(setting, bashQuoted, 'dist/*')}`),
      powershell: (setting) =>
        powerShellOnce(
          ...powerShellWith(
            { TWINE_USERNAME: `'any'`, TWINE_PASSWORD: '$PAT' },
            upload(setting, powerShellQuoted, 'dist/*'),
          ),
        ),
    },
  },
];
