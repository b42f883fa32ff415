import { isActive } from '../expiry';
import { isNamedByTool } from '../names/tool-made';
import { PRESETS } from '../purposes/built-in';
import type { Purpose } from '../purposes/purpose';
import type { AnyPurpose } from '../purposes/purposes';
import { areasFor, knownScope } from '../scopes/areas';
import { FULL_ACCESS } from '../scopes/full-access';
import type { Product } from '../scopes/product';
import { includesScope } from '../scopes/reach';
import type { Token } from '../token';
import { inWords, namedFor } from './named-for';

type Listed = { token: Token; now: number };

/** That a token can do more than it is for: in how many areas, of how many it would need, and what for if its name says that. */
export type Advice = { areas: number; isAll: boolean; needs: number; purpose: AnyPurpose | null };

const areasOf = (scopes: readonly string[]) => new Set(scopes.map((scope) => knownScope(scope)?.area ?? scope)).size;

const includesAll = (scopes: readonly string[], wanted: readonly string[]) =>
  wanted.every((scope) => includesScope(scopes, scope));

/** The purposes that a token serves while it can do more: what a narrower one in its place could be for. The user's own come first. */
export const narrowerPurposes = ({ scopes }: Pick<Token, 'scopes'>, own: readonly Purpose[] = []): AnyPurpose[] =>
  [...own, ...PRESETS].filter((each) => includesAll(scopes, each.scopes) && !includesAll(each.scopes, scopes));

/** What the name of a token says that it is for: one of the user's own purposes, whose whole name is in it, before all others. */
function meantBy(name: string, own: readonly Purpose[]): string | undefined {
  const called = (each: Purpose) => ` ${inWords(name)} `.includes(` ${inWords(each.name)} `);
  return own.filter(called).toSorted((a, b) => b.name.length - a.name.length)[0]?.id ?? namedFor(name);
}

/** Where a token is, and what the user has made purposes for. */
export type Known = { product?: Product; own?: readonly Purpose[] };

/** What is to be said of a token's width; a tool knows what its own tokens are for. */
export function adviceOn({ token, now }: Listed, { product = 'services', own = [] }: Known = {}): Advice | null {
  const { scopes, name } = token;
  if (!isActive(token, now) || isNamedByTool(token)) return null;
  const isAll = scopes.includes(FULL_ACCESS);
  const areas = isAll ? areasFor(product).length : areasOf(scopes);
  const meant = meantBy(name, own);
  const purpose = narrowerPurposes(token, own).find(({ id }) => id === meant) ?? null;
  if (purpose) return { areas, isAll, needs: areasOf(purpose.scopes), purpose };
  // In as many areas as any purpose needs, a token is wide for no purpose.
  const mostNeeded = Math.max(...[...own, ...PRESETS].map((each) => areasOf(each.scopes)));
  return areas > mostNeeded ? { areas, isAll, needs: mostNeeded, purpose } : null;
}

/** Whether a narrower one can be put in its place: it may not be on its way already, nor be one for all organizations. */
export const canNarrow = ({ token, role }: Listed & { role: unknown }, own: readonly Purpose[] = []): boolean =>
  role === null && token.organizationIds !== null && narrowerPurposes(token, own).length > 0;
