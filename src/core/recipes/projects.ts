import { feedUrl } from './addresses';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';
import { file } from './snippet';
import { sourceName } from './source-name';

/** The name under which a tool knows the feed, as it stands in the name of a variable. */
const variableOf = (setting: Setting) => sourceName(setting).toUpperCase();
const simple = (setting: Setting) => `${feedUrl(setting)}/pypi/simple/`;

/** A user, which can be any word, and the token, in two variables that the tool looks for by the name of the feed. */
function userAndPassword(nameOf: (setting: Setting, what: string) => string): Omit<Recipe['write'], 'file'> {
  return {
    bash: (setting) =>
      bashSession(`export ${nameOf(setting, 'USERNAME')}=any`, `export ${nameOf(setting, 'PASSWORD')}="$PAT"`),
    powershell: (setting) =>
      powerShellOnce(`$env:${nameOf(setting, 'USERNAME')} = 'any'`, `$env:${nameOf(setting, 'PASSWORD')} = $PAT`),
  };
}

const ENCODED = "[Convert]::ToBase64String([Text.Encoding]::ASCII.GetBytes('pat:' + $PAT))";

const common = {
  scopes: ['vso.packaging'],
  where: 'shell-named-by-shared-file',
  needs: ['feed'],
  takes: ['feedProject'],
  warning: 'project-together',
} as const;

/** Tools whose project says where packages come from, and whose variables say who asks. JSON's strings are TOML's, too. */
export const PROJECT_RECIPES: readonly Recipe[] = [
  {
    ...common,
    id: 'uv',
    path: 'pyproject',
    // Source: uv's guide, "Azure Artifacts".
    write: {
      file: (setting) => file`[[tool.uv.index]]
name = "${sourceName(setting)}"
url = "${simple(setting)}"
`,
      ...userAndPassword((setting, what) => `UV_INDEX_${variableOf(setting)}_${what}`),
    },
  },
  {
    ...common,
    id: 'poetry',
    path: 'pyproject',
    // Source: Poetry's manual, "Repositories". Supplemental: asked for what PyPI has not.
    write: {
      file: (setting) => file`[[tool.poetry.source]]
name = "${sourceName(setting)}"
url = "${simple(setting)}"
priority = "supplemental"
`,
      ...userAndPassword((setting, what) => `POETRY_HTTP_BASIC_${variableOf(setting)}_${what}`),
    },
  },
  {
    ...common,
    id: 'cargo',
    servicesOnly: true,
    path: 'cargo-config',
    warning: 'cargo-together',
    // The variable is Cargo's; that it holds the whole header, as feeds want it, is what the pipeline task CargoAuthenticate writes into it.
    write: {
      file: (setting) => file`[registries.${sourceName(setting)}]
index = "sparse+${feedUrl(setting)}/Cargo/index/"
credential-provider = "cargo:token"
`,
      bash: (setting) =>
        bashSession(
          `export CARGO_REGISTRIES_${variableOf(setting)}_TOKEN="Basic $(printf 'pat:%s' "$PAT" | base64 | tr -d '\\n')"`,
        ),
      powershell: (setting) =>
        powerShellOnce(`$env:CARGO_REGISTRIES_${variableOf(setting)}_TOKEN = 'Basic ' + ${ENCODED}`),
    },
  },
];
