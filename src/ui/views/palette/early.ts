import { isWithCtrl } from '../../keys/key-down';

/** What was pressed before the palette was there. */
export type Early = {
  typed: string;
  /** Whether Enter was pressed after it: the best line for it is chosen as soon as it is known. */
  isEntered: boolean;
};

export const NOTHING: Early = { typed: '', isEntered: false };

/** What is pressed up to this key; `null` when it calls the palette off. */
function withKey(early: Early | null, event: KeyboardEvent): Early | null {
  if (!early) return isWithCtrl(event, 'k') ? NOTHING : null;
  const { key, ctrlKey, metaKey, repeat } = event;
  if (key === 'Escape') return null;
  if (early.isEntered || ctrlKey || metaKey) return early;
  if (key === 'Enter') return { ...early, isEntered: !repeat };
  if (key === 'Backspace') return { ...early, typed: [...early.typed].slice(0, -1).join('') };
  return [...key].length === 1 ? { ...early, typed: early.typed + key } : early;
}

/** What these presses come to, which were made after it was asked for; `null` when it is not wanted any more. */
export const earlyOf = (pressed: readonly KeyboardEvent[]): Early | null =>
  pressed.reduce(withKey, NOTHING as Early | null);
