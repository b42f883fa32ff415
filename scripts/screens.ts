import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Session } from './launch';

const WAIT_MS = 10_000;
/** As a person sees it: without what is hidden, and without the values of fields. */
const VISIBLE_TEXT = 'document.body.innerText';

/** The popup, opened again whenever it has closed, and pictures of what is on the screen. */
export async function createScreens(session: Session, folder: string) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let popup: Page | undefined;
  let pictures = 0;

  /** The popup loses the focus, and closes, whenever a tab gets it. */
  async function current(): Promise<Page> {
    if (popup && !popup.isClosed()) return popup;
    popup = await session.openPopup();
    popup.setDefaultTimeout(WAIT_MS);
    return popup;
  }

  async function picture(page: Page, name: string): Promise<void> {
    pictures += 1;
    await page.screenshot({
      animations: 'disabled',
      path: path.join(folder, `${String(pictures).padStart(2, '0')}-${name}.png`),
    });
  }

  /** The words on the popup, for a report of what went wrong; values of fields, such as a secret, are not among them. */
  async function look(): Promise<string> {
    if (!popup || popup.isClosed()) return 'The popup is closed.';
    await picture(popup, 'failed').catch(() => undefined);
    const words = await popup.evaluate(VISIBLE_TEXT).catch(() => '');
    return `The popup says: "${String(words).replace(/\s+/g, ' ').trim().slice(0, 400)}"`;
  }

  return { popup: current, picture, look };
}

export type Screens = Awaited<ReturnType<typeof createScreens>>;
