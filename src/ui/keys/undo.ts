import { useEffect } from 'preact/hooks';
import { isWithCtrl } from './key-down';
import { isTyping } from './typing';

const isLetter = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) =>
  key.toLowerCase() === 'u' && !ctrlKey && !metaKey && !altKey;

/** `Ctrl+Z`, and `U` where letters alone may press something, take back what can be; in a field they are the field's. */
export function useUndoKeys(undo: (() => void) | null, singleKeys: boolean): void {
  useEffect(() => {
    if (!undo) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || isTyping(event) || document.querySelector('dialog[open]')) return;
      if (!isWithCtrl(event, 'z') && !(singleKeys && isLetter(event))) return;
      event.preventDefault();
      undo();
    };
    // Before the list, for which any other letter is the first of a search.
    document.addEventListener('keydown', onKeyDown, { capture: true });
    return () => document.removeEventListener('keydown', onKeyDown, { capture: true });
  });
}
