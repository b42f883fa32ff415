import type { BrowserContext, Page } from '@playwright/test';

/** Signs in to the dev-server in a tab, as its first user if none is named, and leaves the tab at the organization's page. */
export async function signIn(context: BrowserContext, organization: string, user?: string): Promise<Page> {
  const address = `https://dev.azure.com/${organization}`;
  const isOwnPage = (page: Page) => page.url().startsWith('chrome-extension:');
  const page = context.pages().find((tab) => !isOwnPage(tab)) ?? (await context.newPage());
  await page.goto(address);
  if (user !== undefined) await page.getByLabel('Account').selectOption(user);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.href.startsWith(address));
  // The extension's welcome page may have opened in front of it.
  await page.bringToFront();
  return page;
}
