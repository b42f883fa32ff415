import { inBackground } from '../../platform/log';

type Open = (typed: string) => void;

const isPaletteKey = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) =>
  key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey;

/** What is typed before there is a field for it; nothing any more after Escape. */
function typedWith(typed: string, { key, ctrlKey, metaKey }: KeyboardEvent): string | null {
  if (key === 'Escape') return null;
  return key.length === 1 && !ctrlKey && !metaKey ? typed + key : typed;
}

/**
 * Ctrl+K opens the palette wherever no question waits for its answer. Its code is loaded by the first press; what is
 * typed meanwhile is for its field, and presses nothing on the screen under it.
 */
export function onPaletteKey(load: () => Promise<{ open: Open }>): void {
  let open: Open | undefined;
  let early: string | null = null;
  const loadFirst = async () => {
    open = (await load()).open;
    if (early !== null) open(early);
    early = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isAsked = early === null && isPaletteKey(event);
    if (early === null && !isAsked) return;
    event.preventDefault(); // or the browser begins a search of its own
    event.stopImmediatePropagation();
    if (early !== null) early = typedWith(early, event);
    else if (event.repeat || document.querySelector('dialog[open]')) return;
    else if (open) open('');
    else {
      early = '';
      inBackground('palette', loadFirst());
    }
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
}
