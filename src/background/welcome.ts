import { browser } from '../platform/browser';

/** Opens the welcome page once: after the installation, not after an update. */
export async function welcome(reason: string): Promise<void> {
  if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('src/page/index.html#welcome') });
}
