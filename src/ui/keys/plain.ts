import { isTyping } from './typing';

const OVER_IT = 'dialog[open], [role="menu"]';

/** Whether a key is pressed alone, and is nobody else's: not typed, not under a dialog or menu, not held down. */
export function isPlain(event: KeyboardEvent): boolean {
  const withOthers = event.ctrlKey || event.altKey || event.metaKey;
  return !withOthers && !event.repeat && !event.isComposing && !isTyping(event) && !document.querySelector(OVER_IT);
}
