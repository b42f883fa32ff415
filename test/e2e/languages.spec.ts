import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What a message of a language says. */
function said(language: string, key: string): string {
  const all: Record<string, { message: string }> = JSON.parse(
    readFileSync(`dist/chrome/_locales/${language}/messages.json`, 'utf8'),
  );
  return all[key]?.message ?? '';
}

const heading = (page: Page, language: string, key: string) =>
  expect(page.getByRole('heading', { name: said(language, key), exact: true, level: 1 })).toBeVisible();

async function isSpoken(page: Page, tag: string, direction: 'ltr' | 'rtl'): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', tag);
  await expect(page.locator('html')).toHaveAttribute('dir', direction);
}

test('another language is chosen: open tabs, the popup’s first frame, the badge and the menu speak it, until the browser’s is', async ({
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const inEnglish = await openPopup();
  await expect(inEnglish.getByRole('listitem').first()).toBeVisible();
  const address = `chrome-extension://${session.extensionId}/src/page/index.html`;
  const [settings, newToken] = [await session.context.newPage(), await session.context.newPage()];
  await newToken.goto(`${address}#new-token`);
  await newToken.getByRole('textbox', { name: 'Name' }).fill('typed before');
  await settings.goto(address);
  const language = settings.locator('#language-choice');
  await expect(language).toHaveAccessibleName('Language');

  await language.focus();
  await language.selectOption('Deutsch');
  await heading(settings, 'de', 'settings');
  await isSpoken(settings, 'de', 'ltr');
  await expect(language).toBeFocused();
  // Where something was typed nothing is drawn anew before it is left.
  await expect(newToken.getByRole('textbox', { name: 'Name' })).toHaveValue('typed before');
  await newToken.goto(`${address}#history`);
  await heading(newToken, 'de', 'history');
  await expect.poll(() => session.worker.evaluate('chrome.action.getTitle({})')).toContain(said('de', 'badge_urgent'));

  // The value that is shown first is there in German, so that no other frame comes before.
  const stamp = `chrome.storage.local.get('front').then(({ front }) => JSON.parse(front.slice(front.indexOf(' ') + 1)).stamp)`;
  await expect.poll(() => session.worker.evaluate(stamp)).toMatch(/ de$/);
  const inGerman = await openPopup();
  await isSpoken(inGerman, 'de', 'ltr');
  await expect(inGerman.getByRole('button', { name: said('de', 'built_in_name_push'), exact: true })).toBeVisible();
  await expect(inGerman.getByRole('heading', { name: said('de', 'tokens'), exact: true })).toBeVisible();

  await settings.bringToFront();
  await settings.setViewportSize({ width: 1280, height: 800 });
  const oneLine = (await settings.locator('.page-head').boundingBox())?.height;
  for (const [name, tag] of [
    ['Français', 'fr'],
    ['Español', 'es'],
  ] as const) {
    await language.selectOption(name);
    await isSpoken(settings, tag, 'ltr');
    // The names of all views fit beside the product's.
    expect((await settings.locator('.page-head').boundingBox())?.height).toBe(oneLine);
  }
  await language.selectOption('العربية');
  await isSpoken(settings, 'ar', 'rtl');
  await heading(settings, 'ar', 'settings');
  await newToken.goto(`${address}#new-token`);
  const name = newToken.getByRole('textbox', { name: said('ar', 'name'), exact: true });
  await expect(name, 'dots keep the day in its order').toHaveValue(/^\p{Script=Arabic}.* 20\d\d\.\d\d\.\d\d \w{5}$/u);
  await expect(name, 'a Latin name is read from its own side').toHaveCSS('unicode-bidi', 'plaintext');

  await language.selectOption({ index: 0 });
  await heading(settings, 'en', 'settings');
  await isSpoken(settings, 'en', 'ltr');
  expect(await session.worker.evaluate("chrome.storage.local.get('spoken').then(({ spoken }) => spoken)")).toBeNull();
});
