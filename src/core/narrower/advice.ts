import { isActive } from '../expiry';
import { isNamedByTool } from '../names/tool-made';
import { PRESETS, type Preset } from '../purposes/built-in';
import { areasFor, knownScope } from '../scopes/areas';
import { FULL_ACCESS } from '../scopes/full-access';
import type { Product } from '../scopes/product';
import { includesScope } from '../scopes/reach';
import type { Token } from '../token';
import { namedFor } from './named-for';

type Listed = { token: Token; now: number };

/** That a token can do more than it is for: in how many areas, of how many it would need, and what for if its name says that. */
export type Advice = { areas: number; isAll: boolean; needs: number; purpose: Preset | null };

const areasOf = (scopes: readonly string[]) => new Set(scopes.map((scope) => knownScope(scope)?.area ?? scope)).size;

/** In as many areas as any purpose needs, a token is wide for no purpose. */
const MOST_NEEDED = Math.max(...PRESETS.map(({ scopes }) => areasOf(scopes)));

const includesAll = (scopes: readonly string[], wanted: readonly string[]) =>
  wanted.every((scope) => includesScope(scopes, scope));

/** The purposes that a token serves while it can do more: what a narrower one in its place could be for. */
export const narrowerPurposes = ({ scopes }: Pick<Token, 'scopes'>): Preset[] =>
  PRESETS.filter((each) => includesAll(scopes, each.scopes) && !includesAll(each.scopes, scopes));

/** What is to be said of a token's width; a tool knows what its own tokens are for. */
export function adviceOn({ token, now }: Listed, product: Product = 'services'): Advice | null {
  const { scopes, name } = token;
  if (!isActive(token, now) || isNamedByTool(token)) return null;
  const isAll = scopes.includes(FULL_ACCESS);
  const areas = isAll ? areasFor(product).length : areasOf(scopes);
  const meant = namedFor(name);
  const purpose = narrowerPurposes(token).find(({ id }) => id === meant) ?? null;
  if (purpose) return { areas, isAll, needs: areasOf(purpose.scopes), purpose };
  return areas > MOST_NEEDED ? { areas, isAll, needs: MOST_NEEDED, purpose } : null;
}

/** Whether a narrower one can be put in its place: it may not be on its way already, nor be one for all organizations. */
export const canNarrow = ({ token, role }: Listed & { role: unknown }): boolean =>
  role === null && token.organizationIds !== null && narrowerPurposes(token).length > 0;
