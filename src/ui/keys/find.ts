import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'f' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** Whether the key is the browser's: somebody is in a search already, or in a question. */
const isTaken = () =>
  Boolean(document.activeElement?.matches('input[type="search"]') || document.querySelector('dialog[open]'));

/**
 * Where rows are not drawn, the browser would look for them in vain: its key leads to the search of the list. Pressed
 * there, it is the browser's. Answers whether that is to be said now, which is the first time until one types or leaves.
 */
export function useFind(search: RefObject<HTMLInputElement | null>, isNeeded: boolean): boolean {
  const [says, say] = useState(false);
  const isFirst = useRef(true);
  useEffect(() => {
    const field = search.current;
    if (!field || !isNeeded) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (!isFind(event) || event.defaultPrevented || isTaken()) return;
      event.preventDefault();
      field.focus(); // which brings it into view, as to select it does not
      field.select();
      say(isFirst.current);
      isFirst.current = false;
    };
    const hush = () => say(false);
    document.addEventListener('keydown', onKeyDown);
    for (const kind of ['input', 'blur']) field.addEventListener(kind, hush);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      for (const kind of ['input', 'blur']) field.removeEventListener(kind, hush);
    };
  }, [isNeeded]);
  return says;
}
