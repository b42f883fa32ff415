import * as z from 'zod/mini';
import { fittingList } from '../fitting';
import type { Product } from '../scopes/product';
import { scopesKnownBy } from '../scopes/reach';
import { PRESETS, type Preset } from './built-in';
import { Purpose } from './purpose';

/** As many as there are digits to mint with. */
export const MAX_PINNED = 9;

const FIRST_PINNED = ['clone', 'push', 'packages', 'agent'];

const ids = fittingList(z.string());

/** What the user has made of the purposes. A part that does not fit has its default, and the others stay as they are. */
export const Purposes = z.object({
  /** Those that they made themselves. */
  own: z.catch(fittingList(Purpose), () => []),
  /** Ids of what Quick mint shows, in its order. */
  pinned: z.catch(ids, () => [...FIRST_PINNED]),
  /** Ids of others, in the user's order; what is in neither list follows. */
  order: z.catch(ids, () => []),
  /** Ids of those that an administrator has decided not to offer. */
  withheld: z.exactOptional(z.catch(ids, () => [])),
});
export type Purposes = z.output<typeof Purposes>;

export const FIRST_PURPOSES: Purposes = { own: [], pinned: [...FIRST_PINNED], order: [] };

/** One of the user's own has a name; one that comes with Patina is named by the messages. */
export type AnyPurpose = Purpose | Preset;

/**
 * All purposes in the user's order, the pinned ones first. No id stands in it twice, and one that comes with Patina is
 * never another's: nobody shall find other scopes behind a name they know.
 */
export function allPurposes({ own, pinned, order, withheld = [] }: Purposes): AnyPurpose[] {
  const presets = PRESETS.filter(({ id }) => !withheld.includes(id));
  const byId = new Map<string, AnyPurpose>([...own, ...presets].map((purpose) => [purpose.id, purpose]));
  const inOrder = new Set([...pinned, ...order, ...PRESETS.map(({ id }) => id), ...own.map(({ id }) => id)]);
  return [...inOrder].flatMap((id) => byId.get(id) ?? []);
}

/** What Quick mint shows: never more than `MAX_PINNED`. */
export function pinnedPurposes(purposes: Purposes): AnyPurpose[] {
  return allPurposes(purposes)
    .filter(({ id }) => purposes.pinned.includes(id))
    .slice(0, MAX_PINNED);
}

/** Whether it is the user's own. */
export const isOwn = (purpose: AnyPurpose): purpose is Purpose => 'name' in purpose;

export function isBuiltIn(id: string): boolean {
  return PRESETS.some((preset) => preset.id === id);
}

/** Whether a purpose is of use on this product: it knows the scopes, or the catalogue does not know them either. */
export function servesOn(product: Product): (purpose: AnyPurpose) => boolean {
  const [known, listed] = [scopesKnownBy(product), scopesKnownBy('services')];
  return ({ scopes }) => scopes.every((scope) => known.has(scope) || !listed.has(scope));
}
