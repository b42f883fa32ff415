import type { Page } from '@playwright/test';

export const attention = (page: Page) => page.getByRole('region', { name: 'Needs attention' });

/** Has the line in which several things wait opened whenever it is there, for tests that are about what is in it. */
export async function reviewing(page: Page): Promise<Page> {
  const line = attention(page).getByRole('button', { name: 'Review', expanded: false });
  await page.addLocatorHandler(line, () => line.click());
  return page;
}
