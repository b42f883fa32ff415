import { isTyping } from './typing';

/** A dialog, a menu, or what was opened and is not there yet: Quick mint's digits must not be heard through it. */
const OVER_IT = 'dialog[open], [role="menu"], [data-coming]';

/** Whether a key is pressed alone, and is nobody else's: not typed, not under a dialog or menu, not held down. */
export function isPlain(event: KeyboardEvent): boolean {
  const withOthers = event.ctrlKey || event.altKey || event.metaKey;
  return !withOthers && !event.repeat && !event.isComposing && !isTyping(event) && !document.querySelector(OVER_IT);
}
