import { collectionUrl, feedUrl, schemeAndHost } from './addresses';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce } from './shell-lines';
import { file } from './snippet';

/** What an address may hold as it is; an escape that the user wrote stays one. */
const OUTSIDE = /[^A-Za-z0-9\-._~:/?#@!$&()*+,;=%]/gu;

/** `connectionData` without a version is answered by every server, to any token. Source: services.md, Readings 7. */
function callUrl({ place, given }: Setting): string {
  const call = given.api === '' ? '_apis/connectionData' : given.api.replace(/^\/+/, '');
  const path = call
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(OUTSIDE, (character) => encodeURIComponent(character).replace("'", '%27'));
  return `${collectionUrl(place)}/${path}`;
}

/** A host of .netrc is a name without a port, and a number of IPv6 without its brackets. */
function machines(setting: Setting): string[] {
  const urls = [collectionUrl(setting.place), feedUrl(setting)];
  return [...new Set(urls.map((url) => schemeAndHost(url).host.replace(/:\d+$|[[\]]/g, '')))];
}

const BASIC = `Authorization = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('pat:' + $PAT))`;

/** Source: server.md 10 (curl) and 11. A user name is given although an empty one works: services.md, Readings 12. */
export const HTTP_RECIPES: readonly Recipe[] = [
  {
    id: 'curl',
    name: 'curl',
    scopes: [],
    where: 'Nowhere: curl reads it from its standard input.',
    needs: [],
    takes: ['api'],
    warning: 'Which scope it needs depends on the call.',
    write: {
      bash: (setting) =>
        bashOnce(
          // --globoff, or curl would take brackets in the address for a range of addresses.
          `printf 'user = "pat:%s"\\n' "$PAT" | curl --basic --globoff -K - ${bashQuoted(callUrl(setting))}`,
        ),
    },
  },
  {
    id: 'powershell',
    name: 'PowerShell: Invoke-RestMethod',
    scopes: [],
    where: 'In the memory of that one command.',
    needs: [],
    takes: ['api'],
    warning: 'Which scope it needs depends on the call.',
    write: {
      powershell: (setting) =>
        powerShellOnce(`Invoke-RestMethod -Uri ${powerShellQuoted(callUrl(setting))} -Headers @{ ${BASIC} }`),
    },
  },
  {
    id: 'netrc',
    name: '.netrc',
    scopes: [],
    where: 'In .netrc, in plain text.',
    needs: [],
    path: '~/.netrc, on Windows %USERPROFILE%\\_netrc',
    warning:
      'Let nobody else read this file (chmod 600). git, curl --netrc and pip read it; one token per host, whatever the organization.',
    write: {
      file: (setting) =>
        machines(setting).flatMap((machine) => file`machine ${machine}\nlogin pat\npassword ${{ secret: 'plain' }}\n`),
    },
  },
  {
    id: 'dotenv',
    name: '.env',
    scopes: [],
    where: 'In .env, in plain text.',
    needs: [],
    path: '.env',
    warning: 'Put .env into .gitignore first, and let nobody else read it (chmod 600).',
    write: {
      file: ({ place }) => file`AZDO_ORG_SERVICE_URL=${collectionUrl(place)}
AZDO_PERSONAL_ACCESS_TOKEN=${{ secret: 'plain' }}
AZURE_DEVOPS_EXT_PAT=${{ secret: 'plain' }}
`,
    },
  },
];
