import { call } from '../../contract/call';
import { browser } from '../../platform/browser';

export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** Opens a view of the tab, by the word behind its `#`. */
export const openView = (view: string) => openPage(browser.runtime.getURL(`src/page/index.html#${view}`));

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** The tab in which a browser can ask for leave to reach an address; a popup would close over the question. */
export async function openAdd(address: string): Promise<void> {
  await call('hosts.pend', { address });
  await openView('add');
}
