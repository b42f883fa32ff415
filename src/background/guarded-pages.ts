import type { Settings } from '../core/settings';
import { browser } from '../platform/browser';
import { isAwake } from '../platform/tabs/page-tabs';
import { runInTab } from '../platform/tabs/run-in-tab';

const ID = 'paste-guard';

/** The script, and behind it the words of a language that was chosen: by itself it speaks the browser's. */
const filesFor = (language: Settings['language']) =>
  language === 'browser' ? ['guard.js'] : ['guard.js', `guard-words/${language}.js`];

/** Everywhere under these patterns, in frames too, before any script of the page; also after a restart of the browser. */
const scriptFor = (matches: string[], js: string[]) => ({
  id: ID,
  js,
  matches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start' as const,
  persistAcrossSessions: true,
});

/** Registers it for the pages under these patterns, from when they are opened next; answers for which, and with which files, it was before. */
async function register(patterns: string[], files: string[]): Promise<{ before: string[]; filesBefore: string[] }> {
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (patterns.length === 0) {
    if (there) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  } else if (there) await browser.scripting.updateContentScripts([scriptFor(patterns, files)]);
  else await browser.scripting.registerContentScripts([scriptFor(patterns, files)]);
  return { before: there?.matches ?? [], filesBefore: there?.js ?? [] };
}

/**
 * Does something to each open tab under these patterns; one in which no script may run is left alone. A discarded one is
 * loaded anew when it is looked at, as the guard is registered by then; of a frozen one it is only asked.
 */
async function inTabs(patterns: string[], deed: (target: { tabId: number; allFrames: true }) => Promise<unknown>) {
  if (patterns.length === 0) return;
  const tabs = (await browser.tabs.query({ url: patterns })).filter(({ discarded }) => !discarded);
  const start = (tabId: number) => deed({ tabId, allFrames: true }).catch(() => undefined);
  await Promise.all(
    tabs.map(({ id, ...tab }) => {
      const done = id === undefined ? undefined : start(id);
      return isAwake(tab) ? done : undefined;
    }),
  );
}

/** The browser takes only the text of this function, which runs where the guard does. */
const end = () => (globalThis as { endPasteGuard?: () => void }).endPasteGuard?.();

/** Has the guard in the pages under these patterns, and in no others, in this language: also in those that are open. */
export async function guardUnder(patterns: string[], language: Settings['language']): Promise<void> {
  const files = filesFor(language);
  const { before, filesBefore } = await register(patterns, files);
  const isSpoken = filesBefore.join() === files.join();
  await inTabs(
    before.filter((pattern) => !patterns.includes(pattern)),
    (target) => runInTab({ target, func: end }),
  );
  // One that speaks otherwise ends when the other one begins.
  await inTabs(
    patterns.filter((pattern) => !(isSpoken && before.includes(pattern))),
    (target) => runInTab({ target, files }),
  );
}
