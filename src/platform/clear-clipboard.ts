import * as z from 'zod/mini';
import { Clearing } from '../core/clipboard';
import { browser } from './browser';
import { digestOf } from './digest';
import { mayReadClipboard } from './permission';
import { wait } from './wait';

// A worker has no clipboard: Chromium wants a hidden page for it, Firefox's background is a page itself.

type Offscreen = {
  hasDocument(): Promise<boolean>;
  createDocument(page: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};
/** What a page can do to the clipboard; `undefined` where it could not be read. */
type Reach = { read(): Promise<string | undefined>; empty(): Promise<boolean> };
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
export const ClearAsk = z.object({ clearClipboard: z.object({ digest: z.nullable(z.string()) }) });
export type ClearAsk = z.output<typeof ClearAsk>;

const PAGE = {
  url: 'src/offscreen/index.html',
  reasons: ['CLIPBOARD'],
  justification: 'Takes a copied token off the clipboard when its time is over.',
};

/**
 * In milliseconds. What the hidden page writes is on its way to the system when it answers, and is lost with the page: of
 * seven hundred that were closed at once, with a busy machine, Chromium lost four.
 */
const REACHES_SYSTEM = 200;

async function byHiddenPage(offscreen: Offscreen, digest: string | null): Promise<Clearing> {
  if (!(await offscreen.hasDocument())) await offscreen.createDocument(PAGE);
  const ask: ClearAsk = { clearClipboard: { digest } };
  try {
    const answer = Clearing.safeParse(await browser.runtime.sendMessage(ask));
    if (answer.data === 'unseen') await wait(REACHES_SYSTEM); // nobody has looked whether it is there
    return answer.success ? answer.data : 'failed';
  } finally {
    await offscreen.closeDocument();
  }
}

/**
 * Clears by what a page can do; where a digest is given, only the text of it, and then looks again: under Wayland a browser that is not
 * in front is not let write, and no error says so. Source: keepassxc 4498.
 */
export async function clearBy({ read, empty }: Reach, digest: string | null): Promise<Clearing> {
  const isOurs = (text: string) => digestOf(text) === digest;
  const look = async () => (digest === null ? undefined : await read());
  const before = await look();
  if (before !== undefined && !isOurs(before)) return 'kept';
  if (!(await empty())) return 'failed';
  const after = await look();
  if (after === undefined) return 'unseen';
  if (after === '') return 'cleared';
  return isOurs(after) ? 'failed' : 'kept';
}

const reachOf = (clipboard: Clipboard): Reach => ({
  read: () => clipboard.readText(),
  empty: async () => {
    await clipboard.writeText('');
    return true;
  },
});

/**
 * Clears the clipboard. With the optional permission to read it, only if it still holds the text of that digest; an
 * extension cannot reach what the system's clipboard history has kept.
 */
export async function clearClipboard(digest: string): Promise<Clearing> {
  const known = digest !== '' && (await mayReadClipboard()) ? digest : null;
  try {
    const { offscreen, clipboard } = ways();
    if (offscreen) return await byHiddenPage(offscreen, known);
    return clipboard ? await clearBy(reachOf(clipboard), known) : 'failed';
  } catch {
    return 'failed';
  }
}
