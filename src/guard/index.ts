import { speak } from '../platform/message';
import { dropped, inserted, pasted, stop } from './caught';
import { isAsking } from './question';

declare global {
  /** Ends the guard in a page that is open when its site is taken off the list: called by the worker, in the world of this script. */
  var endPasteGuard: (() => void) | undefined;
  /** Gives it the words of the language that was chosen: called by the file that has them, which runs next (`scripts/guard-words.ts`). */
  var speakPasteGuard: typeof speak | undefined;
}

/**
 * Three events, since no fewer see everything: editors take `paste` and `drop` before anything goes in, and `beforeinput`
 * alone is there for what is typed. On the window, from the beginning of the document and on the way down, so that no
 * script of the page is asked before.
 */
const CAUGHT = ['paste', 'drop', 'beforeinput'] as const;

/** What a page makes up itself tells it nothing and asks nobody. Nothing goes in while a question is open, wherever the page has put the focus. */
function caught(event: Event): void {
  if (!event.isTrusted) return;
  if (isAsking()) stop(event);
  else if (event instanceof ClipboardEvent) pasted(event);
  else if (event instanceof DragEvent) dropped(event);
  else if (event instanceof InputEvent) inserted(event);
}

function listen(): void {
  for (const type of CAUGHT) window.addEventListener(type, caught, { capture: true });
}

function start(): void {
  // Not what the page has by that name: an element with an id is found here, too.
  if (Object.hasOwn(globalThis, 'endPasteGuard')) globalThis.endPasteGuard?.();
  globalThis.speakPasteGuard = speak;
  listen();
  // `document.open()` takes every listener off the window, those of this world too, and changes the document's children.
  const emptied = new MutationObserver(listen);
  emptied.observe(document, { childList: true });
  globalThis.endPasteGuard = () => {
    emptied.disconnect();
    for (const type of CAUGHT) window.removeEventListener(type, caught, { capture: true });
  };
}

start();
