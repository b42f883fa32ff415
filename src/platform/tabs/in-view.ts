import { browser } from '../browser';

/** The address of the page that the user looks at, where the browser tells it: it does for the page over which the popup was opened. */
export async function pageInView(): Promise<string | undefined> {
  const [active] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return active?.url;
}
