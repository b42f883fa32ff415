import { collectionUrl, feedUrl, schemeAndHost } from './addresses';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashOnce, powerShellOnce } from './shell-lines';
import { file } from './snippet';

/** What an address may hold as it is; an escape that the user wrote stays one. */
const OUTSIDE = /[^A-Za-z0-9\-._~:/?#@!$&()*+,;=%]/gu;

/** `connectionData` is answered by every server without a version (services.md, Readings 7), to any token: an assumption. */
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
    scopes: [],
    where: 'standard-input',
    needs: [],
    takes: ['api'],
    warning: 'scope-of-call',
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
    scopes: [],
    where: 'memory',
    needs: [],
    takes: ['api'],
    warning: 'scope-of-call',
    write: {
      powershell: (setting) =>
        powerShellOnce(`Invoke-RestMethod -Uri ${powerShellQuoted(callUrl(setting))} -Headers @{ ${BASIC} }`),
    },
  },
  {
    id: 'netrc',
    scopes: [],
    where: 'netrc',
    needs: [],
    path: 'netrc',
    warning: 'netrc-private',
    write: {
      file: (setting) =>
        machines(setting).flatMap((machine) => file`machine ${machine}\nlogin pat\npassword ${{ secret: 'plain' }}\n`),
    },
  },
  {
    id: 'dotenv',
    scopes: [],
    where: 'dotenv',
    needs: [],
    path: 'dotenv',
    warning: 'dotenv-private',
    write: {
      file: ({ place }) => file`AZDO_ORG_SERVICE_URL=${collectionUrl(place)}
AZDO_PERSONAL_ACCESS_TOKEN=${{ secret: 'plain' }}
AZURE_DEVOPS_EXT_PAT=${{ secret: 'plain' }}
`,
    },
  },
];
