import type { Page } from '@playwright/test';

export const attention = (page: Page) => page.getByRole('region', { name: 'Needs attention' });

/** Has the line in which several things wait opened whenever it is there, for tests that are about what is in it. */
export async function reviewing(page: Page): Promise<Page> {
  const line = attention(page).getByRole('button', { name: 'Review', expanded: false });
  // It may have gone again by then, with the screen that it is on: nothing is waited for.
  const open = () =>
    line.evaluateAll((all) => {
      for (const each of all) if (each instanceof HTMLElement) each.click();
    });
  await page.addLocatorHandler(line, open, { noWaitAfter: true });
  return page;
}
