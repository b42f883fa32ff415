import { collectionUrl } from './addresses';
import type { Place } from './place';
import { bashQuoted, powerShellQuoted, withoutVariables } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';

/** az and tfx are batch files on Windows, and cmd reads variables in their arguments, quoted or not. */
const urlForBatch = (place: Place) => withoutVariables(collectionUrl(place));

/** One sign-in, but each deed of tfx needs another scope. */
const TFX = [
  { id: 'tfx', scope: 'vso.gallery_publish' },
  { id: 'tfx-install', scope: 'vso.extension_manage' },
  { id: 'tfx-tasks', scope: 'vso.agentpools_manage' },
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
  ...TFX.map(({ id, scope }) => ({
    id,
    scopes: [scope],
    where: 'tfx',
    needs: [],
    warning: 'tfx-prompt',
    write: {
      bash: ({ place }: Setting) => `tfx login --service-url ${bashQuoted(collectionUrl(place))}`,
      powershell: ({ place }: Setting) => `tfx login --service-url ${powerShellQuoted(urlForBatch(place))}`,
    },
  })),
];
