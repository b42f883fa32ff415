import { browser } from '../../platform/browser';

export async function openPage(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** The address of a view of the tab, by the word behind its `#`. */
export const viewAddress = (view: string) => browser.runtime.getURL(`src/page/index.html#${view}`);

/** Opens such a view. */
export const openView = (view: string) => openPage(viewAddress(view));

export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
