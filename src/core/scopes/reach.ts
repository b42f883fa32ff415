import { AREAS, UNLISTED_AREAS } from './catalogue';
import { FULL_ACCESS, isFullAccess } from './full-access';
import { isAsNewAs, type Product } from './product';

const levels = [...AREAS, ...UNLISTED_AREAS].flatMap((area) => area.levels);
const directly: ReadonlyMap<string, readonly string[]> = new Map(
  levels.map(({ scope, includes }) => [scope, includes]),
);
// The delegated permission of Microsoft Entra is no scope of these tokens, but it is as wide as full access.
const high: ReadonlySet<string> = new Set([
  FULL_ACCESS,
  'user_impersonation',
  ...levels.filter((level) => level.high).map(({ scope }) => scope),
]);

/** What a scope includes, near and far, itself not among them. */
function includedIn(scope: string): string[] {
  return (directly.get(scope) ?? []).flatMap((each) => [each, ...includedIn(each)]);
}

/**
 * The same access in the fewest ids: each once, none that another one includes, and full access alone where it is
 * among them. An unknown id stays. The order is kept.
 */
export function foldScopes(scopes: readonly string[]): string[] {
  if (scopes.includes(FULL_ACCESS)) return [FULL_ACCESS];
  const included = new Set(scopes.flatMap(includedIn));
  return [...new Set(scopes)].filter((scope) => !included.has(scope));
}

/** Whether a token with `scopes` may do what `wanted` allows. */
export function includesScope(scopes: readonly string[], wanted: string): boolean {
  return scopes.some((scope) => scope === FULL_ACCESS || scope === wanted || includedIn(scope).includes(wanted));
}

/** Whether Microsoft marks one of them as high-privilege; full access is. */
export function isHighPrivilege(scopes: readonly string[]): boolean {
  return scopes.some((scope) => high.has(scope));
}

/**
 * What manages, does everything in an area, or deals with tokens and rights themselves, by the form of its id, in whatever
 * letters: also one that the catalogue does not know.
 */
const MANAGES = /_(manage|full)$|^vso\.(pats|tokens|tokenadministration|security|authorization)(_|$)/i;

/** Whether one of them is as much to be looked at as full access. */
export function mayManage(scopes: readonly string[]): boolean {
  return scopes.some((scope) => isFullAccess(scope) || MANAGES.test(scope));
}

/** The scope ids that a new token of this product can be offered, full access among them. Inferred: see the catalogue. */
export function scopesKnownBy(product: Product): ReadonlySet<string> {
  const offered = AREAS.flatMap((area) => area.levels).filter(({ since }) => isAsNewAs(product, since));
  return new Set([FULL_ACCESS, ...offered.map(({ scope }) => scope)]);
}
