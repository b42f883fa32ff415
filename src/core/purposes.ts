import type { Purpose, PurposeSettings } from './purpose';
import { BUILT_IN_PURPOSES, type BuiltInPurpose, DEFAULT_PINNED } from './purpose-catalogue';

/** As many as there are digits to mint with. */
export const MAX_PINNED = 9;

export const DEFAULT_PURPOSE_SETTINGS: PurposeSettings = { own: [], pinned: [...DEFAULT_PINNED] };

/** A purpose of the user's, or one that comes with Patina and has a source and a gap. */
export type AnyPurpose = Purpose | BuiltInPurpose;

/** All purposes in the user's order; without one, the built-in ones come first. No id stands in it twice. */
export function allPurposes({ own, order = [] }: PurposeSettings): AnyPurpose[] {
  const byId = new Map<string, AnyPurpose>();
  for (const purpose of [...BUILT_IN_PURPOSES, ...own]) if (!byId.has(purpose.id)) byId.set(purpose.id, purpose);
  const ids = new Set([...order, ...byId.keys()]);
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}

/** What Quick mint shows, in the order of all: never more than `MAX_PINNED`. */
export function pinnedPurposes(settings: PurposeSettings): AnyPurpose[] {
  return allPurposes(settings)
    .filter(({ id }) => settings.pinned.includes(id))
    .slice(0, MAX_PINNED);
}
