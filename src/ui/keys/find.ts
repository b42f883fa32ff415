import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { isWithCtrl, useKeyDown } from './key-down';

/** Whether the key is the browser's: somebody is in a search already, or in a question. */
const isTaken = () =>
  Boolean(document.activeElement?.matches('input[type="search"]') || document.querySelector('dialog[open]'));

/**
 * Where rows are not drawn, the browser would look for them in vain: its key leads to the search of the list. Pressed
 * there, it is the browser's. `finds`: that is to be said now, which is the first time until one types or leaves.
 */
export function useFind(field: RefObject<HTMLInputElement | null>, isNeeded: boolean) {
  const [finds, say] = useState(false);
  const isNews = useRef(true);
  useKeyDown((event) => {
    if (!isNeeded || !isWithCtrl(event, 'f') || event.defaultPrevented || isTaken()) return;
    event.preventDefault();
    field.current?.focus(); // which brings it into view, as to select it does not
    field.current?.select();
    say(isNews.current);
    isNews.current = false;
  });
  return { finds, hush: () => say(false) };
}
