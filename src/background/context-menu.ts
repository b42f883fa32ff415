import { browser } from '../platform/browser';
import { type MessageKey, message } from '../platform/message';

/** The items of the icon's context menu, in their order. Each opens a page, and does nothing else. */
const ITEMS = [
  { id: 'new-token', title: 'menu_new_token', open: () => openPage('#new-token') },
  { id: 'revoke-all', title: 'revoke_all_item', open: () => openPage('#revoke-all') },
  { id: 'settings', title: 'settings', open: () => browser.runtime.openOptionsPage() },
] as const satisfies { id: string; title: MessageKey; open: () => Promise<unknown> }[];

function openPage(hash: string): Promise<unknown> {
  return browser.tabs.create({ url: browser.runtime.getURL(`src/page/index.html${hash}`) });
}

/** What was asked for by an item; one that an older version has left behind opens nothing. */
export async function openFromMenu(id: string | number): Promise<void> {
  await ITEMS.find((item) => item.id === id)?.open();
}

let lastBuild: Promise<void> = Promise.resolve();

async function build(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title } of ITEMS) browser.contextMenus.create({ id, title: message(title), contexts: ['action'] });
}

/** Makes the menu anew, one time after the other: an id that is there already would be an error. */
export function buildMenu(): Promise<void> {
  lastBuild = lastBuild.catch(() => undefined).then(build);
  return lastBuild;
}

/** Makes the menu where it is missing: it was seen to be lost by an update, and a worker can be ended while it makes it. */
export async function ensureMenu(): Promise<void> {
  await lastBuild;
  const last = ITEMS.at(-1)?.id ?? '';
  const isThere = await browser.contextMenus.update(last, {}).then(
    () => true,
    () => false,
  );
  if (!isThere) await buildMenu();
}
