import { Clearing } from '../core/clipboard';
import { browser } from './browser';
import { digestOf } from './digest';
import { mayReadClipboard } from './permission';

// A worker has no clipboard: Chromium wants a hidden page for it, Firefox's background is a page itself.

type Offscreen = {
  hasDocument(): Promise<boolean>;
  createDocument(page: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};
type Clipboard = { readText(): Promise<string>; writeText(text: string): Promise<void> };

/** The types for workers know neither of them; which of the two is there tells the browsers apart. */
function ways(): { offscreen?: Offscreen | undefined; clipboard?: Clipboard | undefined } {
  const { chrome, navigator } = globalThis as {
    chrome?: { offscreen?: Offscreen };
    navigator?: { clipboard?: Clipboard };
  };
  return { offscreen: chrome?.offscreen, clipboard: navigator?.clipboard };
}

/** What the worker asks of the hidden page: to clear, where a digest is given only if the clipboard still has that text. */
export type ClearAsk = { clearClipboard: { digest: string | null } };

const PAGE = {
  url: 'src/offscreen/index.html',
  reasons: ['CLIPBOARD'],
  justification: 'Takes a copied token off the clipboard when its time is over.',
};

async function byHiddenPage(offscreen: Offscreen, digest: string | null): Promise<Clearing> {
  if (!(await offscreen.hasDocument())) await offscreen.createDocument(PAGE);
  const ask: ClearAsk = { clearClipboard: { digest } };
  const answer = Clearing.safeParse(await browser.runtime.sendMessage(ask));
  await offscreen.closeDocument();
  return answer.success ? answer.data : 'failed';
}

async function byItself(clipboard: Clipboard, digest: string | null): Promise<Clearing> {
  if (digest !== null && (await digestOf(await clipboard.readText())) !== digest) return 'kept';
  await clipboard.writeText('');
  return 'cleared';
}

/**
 * Clears the clipboard. With the optional permission to read it, only if it still holds the text of that digest; an
 * extension cannot reach what the system's clipboard history has kept.
 */
export async function clearClipboard(digest: string): Promise<Clearing> {
  const known = digest !== '' && (await mayReadClipboard()) ? digest : null;
  try {
    const { offscreen, clipboard } = ways();
    if (offscreen) return await byHiddenPage(offscreen, known);
    return clipboard ? await byItself(clipboard, known) : 'failed';
  } catch {
    return 'failed';
  }
}
