import { includesScope } from '../scopes/reach';
import { AGENT_RECIPES } from './agent';
import { AGENT_DOCKER_RECIPES } from './agent-docker';
import { COMMAND_LINE_RECIPES } from './command-line';
import type { FieldId } from './fields';
import { usableFields, usablePlace } from './fields';
import { GIT_RECIPES } from './git';
import { HTTP_RECIPES } from './http';
import { JAVA_RECIPES } from './java';
import { NPM_RECIPES } from './npm';
import { NUGET_RECIPES } from './nuget';
import { isPlainHttp, type Place } from './place';
import { PROJECT_RECIPES } from './projects';
import { PYTHON_RECIPES } from './python';
import type { Recipe, Shell } from './shape';
import type { SnippetPart } from './snippet';
import { YARN_RECIPES } from './yarn';

/** "Use with": how each tool takes a token; of one tool the safer way comes first. Source: server.md 10 and 11. */
export const RECIPES: readonly Recipe[] = [
  ...GIT_RECIPES,
  ...NPM_RECIPES,
  ...YARN_RECIPES,
  ...NUGET_RECIPES,
  ...PYTHON_RECIPES,
  ...PROJECT_RECIPES,
  ...JAVA_RECIPES,
  ...AGENT_RECIPES,
  ...AGENT_DOCKER_RECIPES,
  ...COMMAND_LINE_RECIPES,
  ...HTTP_RECIPES,
];

/** What the recipe needs and a token with these scopes lacks. */
export function missingScopes(recipe: Recipe, tokenScopes: readonly string[]): string[] {
  return recipe.scopes.filter((wanted) => !includesScope(tokenScopes, wanted));
}

/** What is to be known before the recipe is used there, by the ids of texts. */
export function warningsOf(recipe: Recipe, place: Place): string[] {
  const { warning, warningOnServer, warningOnHttp } = recipe;
  return [
    warning,
    ...(place.kind === 'server' ? [warningOnServer] : []),
    ...(isPlainHttp(place) ? [warningOnHttp] : []),
  ].filter((id) => id !== undefined);
}

/** What a recipe and a token are to each other: made for it, for whatever a token may do, or not enough. In the order of the list. */
export const FITS = ['made', 'any', 'lacking'] as const;
export type Fit = (typeof FITS)[number];

export function fitOf(recipe: Recipe, tokenScopes: readonly string[]): Fit {
  if (recipe.scopes.length === 0) return 'any';
  return missingScopes(recipe, tokenScopes).length === 0 ? 'made' : 'lacking';
}

/** The recipes that exist for this place: those made for the token's scopes, then those for any token, then the others. */
export function recipesFor(tokenScopes: readonly string[], place: Place): Recipe[] {
  const rank = (recipe: Recipe) => FITS.indexOf(fitOf(recipe, tokenScopes));
  const here = RECIPES.filter(({ servicesOnly }) => place.kind === 'services' || !servicesOnly);
  return here.toSorted((one, other) => rank(one) - rank(other));
}

const SHELLS = {
  windows: ['file', 'powershell', 'bash'],
  other: ['file', 'bash', 'powershell'],
} as const satisfies Record<string, readonly Shell[]>;

/** What shell people have by default. */
export type System = keyof typeof SHELLS;

/**
 * What the recipe can be written for, what fits the user's system before what does not. A file comes first, since the others then only set
 * what it asks for.
 */
export function shellsOf(recipe: Recipe, system: System = 'other'): Shell[] {
  return SHELLS[system].filter((shell) => recipe.write[shell]);
}

/** Whether what is pasted stops and asks for the token. */
export function asksForToken(parts: readonly SnippetPart[]): boolean {
  return parts.some((part) => 'text' in part && /read -rs PAT|Read-Host/.test(part.text));
}

/** The text for a place, or the fields that are still to be filled in. It has no secret in it: see `withSecret`. */
export function render(
  recipe: Recipe,
  asked: { place: Place; fields: Partial<Record<FieldId, string>>; shell: Shell },
): { ok: true; parts: SnippetPart[] } | { ok: false; missing: FieldId[] } {
  const given = usableFields(asked.fields);
  const missing = recipe.needs.filter((id) => given[id] === '');
  if (missing.length > 0) return { ok: false, missing };
  const written = recipe.write[asked.shell]?.({ place: usablePlace(asked.place), given }) ?? '';
  return { ok: true, parts: typeof written === 'string' ? [{ text: written }] : written };
}
