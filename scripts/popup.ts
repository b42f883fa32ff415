import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';

const POPUP_PATH = '/src/popup/index.html';
const ATTEMPTS = 5;

/** Asks the worker for the popup. A stopped worker never answers Playwright, hence the limit. */
async function askWorker(worker: Worker): Promise<void> {
  const asked = worker.evaluate('chrome.action.openPopup()');
  const late = pause(3_000).then(() => Promise.reject(new Error('The worker did not answer.')));
  await Promise.race([asked, late]);
}

function findPopup(browser: Browser, url: string): Page | undefined {
  const pages = browser.contexts().flatMap((context) => context.pages());
  return pages.find((page) => page.url().split(/[?#]/)[0] === url);
}

/**
 * Opens the popup as a click on the toolbar icon does. Playwright has no event for it, and a debugger that was there
 * before the popup does not see it; one that connects afterwards gets an ordinary page.
 */
export function popupOpener(context: BrowserContext, worker: Worker, profile: string) {
  const url = new URL(POPUP_PATH, worker.url()).href;
  let connection: Browser | undefined;

  async function disconnect(): Promise<void> {
    const closing = connection;
    connection = undefined;
    if (!closing) return;
    await findPopup(closing, url)
      ?.close()
      .catch(() => undefined);
    await closing.close();
  }

  async function attempt(): Promise<Page> {
    await askWorker(worker);
    const [port] = (await readFile(path.join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    // Else downloads of the whole browser would go where this connection ends.
    connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
    const page = findPopup(connection, url);
    if (!page) throw new Error('The popup closed as soon as it opened.');
    await page.waitForLoadState();
    return page;
  }

  async function open(): Promise<Page> {
    let seen: unknown;
    for (let tried = 0; tried < ATTEMPTS; tried++) {
      await disconnect();
      try {
        return await attempt();
      } catch (error) {
        seen = error;
        await pause(200 * (tried + 1));
        await context
          .pages()
          .at(-1)
          ?.bringToFront()
          .catch(() => undefined);
      }
    }
    throw new Error('The popup did not open.', { cause: seen });
  }

  return { open, disconnect };
}
