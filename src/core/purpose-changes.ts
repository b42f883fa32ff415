import type { Purpose, PurposeSettings } from './purpose';
import { isReservedId } from './purpose-catalogue';
import { allPurposes, MAX_PINNED, pinnedPurposes } from './purposes';

/**
 * With a purpose of the user's added, or put in the place of theirs with the same id. A built-in one cannot be
 * replaced: nobody shall find other scopes behind a name they know.
 */
export function withPurpose(settings: PurposeSettings, purpose: Purpose): PurposeSettings {
  if (isReservedId(purpose.id)) return settings;
  const known = settings.own.some(({ id }) => id === purpose.id);
  const replaced = settings.own.map((each) => (each.id === purpose.id ? purpose : each));
  return { ...settings, own: known ? replaced : [...settings.own, purpose] };
}

/** Without a purpose of the user's, wherever it was named. A built-in one stays: it can be unpinned. */
export function withoutPurpose(settings: PurposeSettings, id: string): PurposeSettings {
  if (isReservedId(id)) return settings;
  const others = (ids: string[]) => ids.filter((each) => each !== id);
  const order = settings.order && { order: others(settings.order) };
  return { own: settings.own.filter((each) => each.id !== id), pinned: others(settings.pinned), ...order };
}

/** With a purpose pinned or not. Nothing changes where there is none of this id, or no room for another pin. */
export function withPinned(settings: PurposeSettings, id: string, pinned: boolean): PurposeSettings {
  const others = settings.pinned.filter((each) => each !== id);
  if (!pinned) return { ...settings, pinned: others };
  const there = allPurposes(settings).some((purpose) => purpose.id === id);
  const full = pinnedPurposes(settings).length >= MAX_PINNED;
  return there && !full ? { ...settings, pinned: [...others, id] } : settings;
}

/** With a purpose some places later (`by` > 0) or earlier among all, as far as there are places. */
export function moved(settings: PurposeSettings, id: string, by: number): PurposeSettings {
  const order = allPurposes(settings).map((purpose) => purpose.id);
  const from = order.indexOf(id);
  if (from === -1) return settings;
  order.splice(from, 1);
  order.splice(Math.max(0, from + by), 0, id);
  return { ...settings, order };
}
