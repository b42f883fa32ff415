import { isSameName } from './name';
import type { Purpose } from './purpose';
import { allPurposes, isBuiltIn, MAX_PINNED, type Purposes, pinnedPurposes } from './purposes';

/** Far more than anyone makes by hand, and few enough to be read whenever the popup opens. */
export const MAX_OWN = 100;

type Named = Pick<Purpose, 'id' | 'name'>;

/** Whether another purpose has this name: two buttons of one name could not be told apart. `named`: all of them. */
export function isPurposeNameTaken(named: readonly Named[], { id, name }: Named): boolean {
  return named.some((other) => other.id !== id && isSameName(other.name, name));
}

/** With a purpose of the user's added, or put in the place of theirs with the same id. */
export function withPurpose(purposes: Purposes, purpose: Purpose): Purposes {
  if (isBuiltIn(purpose.id)) return purposes;
  const known = purposes.own.some(({ id }) => id === purpose.id);
  const replaced = purposes.own.map((each) => (each.id === purpose.id ? purpose : each));
  return { ...purposes, own: known ? replaced : [...purposes.own, purpose] };
}

/** Without a purpose of the user's, wherever it was named. One that comes with Patina stays: it can be unpinned. */
export function withoutPurpose(purposes: Purposes, id: string): Purposes {
  const { own, pinned, order } = purposes;
  if (isBuiltIn(id)) return purposes;
  const others = (ids: string[]) => ids.filter((each) => each !== id);
  return { ...purposes, own: own.filter((each) => each.id !== id), pinned: others(pinned), order: others(order) };
}

/**
 * What is pinned, in its order. What an administrator withholds keeps its place, though nobody sees it here: in the
 * user's other browsers it is pinned all the same.
 */
function pinsOf(purposes: Purposes, except: string): string[] {
  const kept = new Set([...pinnedPurposes(purposes).map(({ id }) => id), ...(purposes.withheld ?? [])]);
  return purposes.pinned.filter((id) => kept.has(id) && id !== except);
}

/** With a purpose pinned behind the others, or not. Nothing changes where there is no room for another pin. */
export function withPinned(purposes: Purposes, id: string, pinned: boolean): Purposes {
  const others = pinsOf(purposes, id);
  if (!pinned) return { ...purposes, pinned: others, order: [id, ...purposes.order.filter((each) => each !== id)] };
  const seen = pinnedPurposes(purposes).filter((each) => each.id !== id);
  return seen.length < MAX_PINNED ? { ...purposes, pinned: [...others, id] } : purposes;
}

/** The pinned ones, or the others: a purpose is moved among its like. */
function likeOf(purposes: Purposes, id: string): string[] {
  const isPinned = new Set(pinnedPurposes(purposes).map((each) => each.id));
  const all = allPurposes(purposes).map((each) => each.id);
  return all.filter((each) => isPinned.has(each) === isPinned.has(id));
}

/** Whether a purpose has a place `by` places later (`by` > 0) or earlier to move to. */
export function canMove(purposes: Purposes, id: string, by: number): boolean {
  const like = likeOf(purposes, id);
  return like.includes(id) && like[like.indexOf(id) + by] !== undefined;
}

/** With a purpose moved by some places, if it can be. */
export function moved(purposes: Purposes, id: string, by: number): Purposes {
  if (!canMove(purposes, id, by)) return purposes;
  const like = likeOf(purposes, id);
  const to = like.indexOf(id) + by;
  const isPinned = pinnedPurposes(purposes).some((each) => each.id === id);
  if (!isPinned) return { ...purposes, order: like.toSpliced(like.indexOf(id), 1).toSpliced(to, 0, id) };
  const others = pinsOf(purposes, id);
  const place = others.indexOf(like[to] ?? id) + (by > 0 ? 1 : 0);
  return { ...purposes, pinned: others.toSpliced(place, 0, id) };
}
