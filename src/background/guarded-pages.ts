import { browser } from '../platform/browser';

const ID = 'paste-guard';
const FILES = ['guard.js'];

/** Everywhere under these patterns, in frames too, before any script of the page; also after a restart of the browser. */
const scriptFor = (matches: string[]) => ({
  id: ID,
  js: FILES,
  matches,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start' as const,
  persistAcrossSessions: true,
});

/** Registers it for the pages under these patterns, from when they are opened next; answers for which it was before. */
async function register(patterns: string[]): Promise<string[]> {
  const [there] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (patterns.length === 0) {
    if (there) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  } else if (there) await browser.scripting.updateContentScripts([scriptFor(patterns)]);
  else await browser.scripting.registerContentScripts([scriptFor(patterns)]);
  return there?.matches ?? [];
}

/** Does something to each open tab under these patterns; one in which no script may run is left alone. */
async function inTabs(patterns: string[], deed: (target: { tabId: number; allFrames: true }) => Promise<unknown>) {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  const ids = tabs.flatMap(({ id }) => id ?? []);
  await Promise.all(ids.map((tabId) => deed({ tabId, allFrames: true }).catch(() => undefined)));
}

/** The browser takes only the text of this function, which runs where the guard does. */
const end = () => (globalThis as { endPasteGuard?: () => void }).endPasteGuard?.();

/** Has the guard in the pages under these patterns, and in no others, those that are open among them. */
export async function guardUnder(patterns: string[]): Promise<void> {
  const before = await register(patterns);
  const { scripting } = browser;
  await inTabs(
    before.filter((pattern) => !patterns.includes(pattern)),
    (target) => scripting.executeScript({ target, func: end, injectImmediately: true }),
  );
  await inTabs(
    patterns.filter((pattern) => !before.includes(pattern)),
    (target) => scripting.executeScript({ target, files: FILES, injectImmediately: true }),
  );
}
