import { toHandOver } from '../stores/minted';
import { goHome, view } from '../stores/screen';

/**
 * Escape goes back, in the popup instead of closing it; not from a new token, which would be lost to sight before it was
 * copied. Dialogs and menus take their own Escape.
 */
export function goBackOnEscape(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return;
  const { target } = event;
  const clearsSearch = target instanceof HTMLInputElement && target.type === 'search' && target.value !== '';
  if (view.value === 'home' || toHandOver.value.length > 0 || clearsSearch) return;
  event.preventDefault();
  goHome();
}
