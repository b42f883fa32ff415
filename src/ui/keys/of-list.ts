import type { RefObject } from 'preact';
import { useKeyDown } from './key-down';
import { isPlain } from './plain';

type Keys = {
  search: RefObject<HTMLInputElement | null>;
  /** Whether a letter alone may do something. */
  singleKeys: boolean;
  onNew: () => void;
  onHelp: () => void;
};

/** The fields in which an arrow already means something. */
const HAS_ARROWS = 'input:not([type="search"], [type="checkbox"]), select';

/** Brings the focus into the list; whether there is a row. */
function goDown({ target }: KeyboardEvent): boolean {
  const row = document.querySelector('.rows')?.querySelector('button');
  if (!row || !(target instanceof Element) || target.matches(HAS_ARROWS)) return false;
  row.focus();
  return true;
}

/** Does what a letter alone stands for; whether it is not to be typed any more. */
function takeLetter({ key }: KeyboardEvent, { search, onNew, onHelp }: Keys): boolean {
  if (key === '/') search.current?.focus();
  else if (key === 'n' || key === 'N') onNew();
  else if (key === '?') onHelp();
  else {
    if (/^\p{L}$/u.test(key)) search.current?.focus(); // where it is typed then
    return false;
  }
  return true;
}

/** The keys of the list: `/` or any other letter searches, `n` begins a token, `?` shows them all, an arrow goes down. */
export function useListKeys(keys: Keys): void {
  useKeyDown((event) => {
    if (event.defaultPrevented) return;
    const isTaken =
      event.key === 'ArrowDown' && (isPlain(event) || event.target === keys.search.current)
        ? goDown(event)
        : keys.singleKeys && isPlain(event) && takeLetter(event, keys);
    if (isTaken) event.preventDefault();
  });
}
