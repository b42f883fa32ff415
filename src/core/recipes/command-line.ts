import { collectionUrl } from './addresses';
import type { Place } from './place';
import { bashQuoted, powerShellQuoted, withoutVariables } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';

/** Extensions are published where all organizations take them from; a server has a gallery of its own. Source: tfs-cli 242, vsmarketplace 402. */
const atMarketplace = (place: Place) =>
  place.kind === 'services' ? 'https://marketplace.visualstudio.com' : collectionUrl(place);

/** az and tfx are batch files on Windows, and cmd reads variables in their arguments, quoted or not. */
const urlForBatch = (place: Place) => withoutVariables(collectionUrl(place));

const TFX_LOGIN = 'tfx login --service-url';

/** One sign-in, but each deed of tfx needs another scope. */
const TFX = [
  { id: 'tfx', scope: 'vso.gallery_publish', at: atMarketplace, warning: 'marketplace' },
  { id: 'tfx-install', scope: 'vso.extension_manage', at: collectionUrl, warning: 'tfx-prompt' },
  { id: 'tfx-tasks', scope: 'vso.agentpools_manage', at: collectionUrl, warning: 'tfx-prompt' },
];

/** Tools that are told the token for a whole session. Source: server.md 10 and 11 (az devops, Terraform, tfx). */
export const COMMAND_LINE_RECIPES: readonly Recipe[] = [
  {
    id: 'az-devops',
    scopes: [],
    where: 'shell',
    needs: [],
    servicesOnly: true,
    warning: 'scope-of-command',
    write: {
      bash: ({ place }) =>
        bashSession(
          'export AZURE_DEVOPS_EXT_PAT="$PAT"',
          `az devops configure --defaults ${bashQuoted(`organization=${collectionUrl(place)}`)}`,
        ),
      powershell: ({ place }) =>
        powerShellOnce(
          '$env:AZURE_DEVOPS_EXT_PAT = $PAT',
          `az devops configure --defaults ${powerShellQuoted(`organization=${urlForBatch(place)}`)}`,
        ),
    },
  },
  {
    id: 'az-devops-login',
    scopes: [],
    where: 'az',
    needs: [],
    servicesOnly: true,
    warning: 'az-prompt',
    write: {
      bash: ({ place }) => `az devops login --organization ${bashQuoted(collectionUrl(place))}`,
      powershell: ({ place }) => `az devops login --organization ${powerShellQuoted(urlForBatch(place))}`,
    },
  },
  {
    id: 'terraform',
    scopes: [],
    where: 'shell',
    needs: [],
    warning: 'not-in-tf-file',
    write: {
      bash: ({ place }) =>
        bashSession(
          `export AZDO_ORG_SERVICE_URL=${bashQuoted(collectionUrl(place))}`,
          'export AZDO_PERSONAL_ACCESS_TOKEN="$PAT"',
        ),
      powershell: ({ place }) =>
        powerShellOnce(
          `$env:AZDO_ORG_SERVICE_URL = ${powerShellQuoted(collectionUrl(place))}`,
          '$env:AZDO_PERSONAL_ACCESS_TOKEN = $PAT',
        ),
    },
  },
  ...TFX.map(({ id, scope, at, warning }) => ({
    id,
    scopes: [scope],
    where: 'tfx',
    needs: [],
    warning,
    write: {
      bash: ({ place }: Setting) => `${TFX_LOGIN} ${bashQuoted(at(place))}`,
      powershell: ({ place }: Setting) => `${TFX_LOGIN} ${powerShellQuoted(withoutVariables(at(place)))}`,
    },
  })),
];
