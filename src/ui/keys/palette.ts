import { inBackground } from '../../platform/log';
import { isWithCtrl } from './key-down';

/** What was pressed before it was there, as `earlyOf` reads it. */
type Open = (pressed: readonly KeyboardEvent[]) => void;

/**
 * Ctrl+K opens the palette wherever no question waits for its answer. Its code is loaded by the first press; what is
 * pressed meanwhile is for its field, and presses nothing on the screen under it.
 */
export function onPaletteKey(load: () => Promise<{ open: Open }>): void {
  let open: Open | undefined;
  let early: KeyboardEvent[] | null = null;
  const loadFirst = async () => {
    try {
      open = (await load()).open;
      open(early ?? []);
    } finally {
      early = null; // or every key would be swallowed
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!early && !isWithCtrl(event, 'k')) return;
    event.preventDefault(); // or the browser begins a search of its own
    event.stopImmediatePropagation();
    if (early) early.push(event);
    else if (event.repeat || document.querySelector('dialog[open]')) return;
    else if (open) open([]);
    else {
      early = [];
      inBackground('palette', loadFirst());
    }
  };
  document.addEventListener('keydown', onKeyDown, { capture: true });
}
