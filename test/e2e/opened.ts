import type { Locator, Page } from '@playwright/test';
import type { Session } from '../../scripts/launch';

/**
 * Presses in the popup what opens a tab, and gives the tab. It takes the focus, over which the popup closes: now and
 * then before the browser has told that the press was done, which is then told as a failure, or never.
 */
export function tabOpenedBy({ context }: Session, button: Locator): Promise<Page> {
  const opened = context.waitForEvent('page');
  const pressed = button.click().catch((failure: unknown) => {
    if (!button.page().isClosed()) throw failure;
  });
  return Promise.race([opened, pressed.then(() => opened)]);
}
