import { collectionUrl } from './addresses';
import { bashQuoted, powerShellQuoted } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';

/** One sign-in, but each deed of tfx needs another scope. */
const TFX = [
  { id: 'tfx', name: 'tfx: publish extensions', scope: 'vso.gallery_publish' },
  { id: 'tfx-install', name: 'tfx: install extensions', scope: 'vso.extension_manage' },
  { id: 'tfx-tasks', name: 'tfx: upload build tasks', scope: 'vso.agentpools_manage' },
];

const SESSION = 'In the environment of the shell, until it is closed.';

/** Tools that are told the token for a whole session. Source: server.md 10 and 11 (az devops, Terraform, tfx). */
export const COMMAND_LINE_RECIPES: readonly Recipe[] = [
  {
    id: 'az-devops',
    name: 'az devops: variable',
    scopes: [],
    where: SESSION,
    needs: [],
    servicesOnly: true,
    warning: 'Which scopes it needs depends on the command.',
    write: {
      bash: ({ place }) =>
        bashSession(
          'export AZURE_DEVOPS_EXT_PAT="$PAT"',
          `az devops configure --defaults ${bashQuoted(`organization=${collectionUrl(place)}`)}`,
        ),
      powershell: ({ place }) =>
        powerShellOnce(
          '$env:AZURE_DEVOPS_EXT_PAT = $PAT',
          `az devops configure --defaults ${powerShellQuoted(`organization=${collectionUrl(place)}`)}`,
        ),
    },
  },
  {
    id: 'az-devops-login',
    name: 'az devops: sign in',
    scopes: [],
    where: 'In the keychain of the system, or in a file of az where there is none.',
    needs: [],
    servicesOnly: true,
    warning: 'Paste the token at the prompt of az. "az devops logout" forgets it.',
    write: {
      bash: ({ place }) => `az devops login --organization ${bashQuoted(collectionUrl(place))}`,
      powershell: ({ place }) => `az devops login --organization ${powerShellQuoted(collectionUrl(place))}`,
    },
  },
  {
    id: 'terraform',
    name: 'Terraform: azuredevops provider',
    scopes: [],
    where: SESSION,
    needs: [],
    warning: 'Never write the token into a .tf file. Which scopes it needs depends on the resources.',
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
  ...TFX.map(({ id, name, scope }) => ({
    id,
    name,
    scopes: [scope],
    where: 'In a file of tfx in your home directory, in plain text, until "tfx logout".',
    needs: [],
    warning: 'Paste the token at the prompt of tfx.',
    write: {
      bash: ({ place }: Setting) => `tfx login --service-url ${bashQuoted(collectionUrl(place))}`,
      powershell: ({ place }: Setting) => `tfx login --service-url ${powerShellQuoted(collectionUrl(place))}`,
    },
  })),
];
