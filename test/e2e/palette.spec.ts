import { isCreate, isRevoke } from '../../dev-server/requests';
import { expect, test } from './fixtures';

test('Ctrl+K in the popup and in the tab, and pat in the address bar', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  await expect(popup.getByRole('listitem').first()).toBeVisible();

  await test.step('Ctrl+K finds a deed and a token by their words, and gives the focus back', async () => {
    const { keyboard } = popup;
    await keyboard.press('ArrowDown');
    const row = await popup.evaluate(() => document.activeElement?.textContent);
    const palette = popup.getByRole('dialog', { name: 'Commands' });
    const field = palette.getByRole('combobox', { name: 'Search commands and tokens' });

    await keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await expect(palette.getByRole('option').first()).toHaveAccessibleName('New token');
    await keyboard.press('Escape');
    await expect(palette).toHaveCount(0);
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe(row);

    await keyboard.press('Control+k');
    await keyboard.type('build revoke ci');
    await expect(palette.getByRole('option', { selected: true })).toHaveAccessibleName('Revoke ci-build…');
    await keyboard.press('Enter');
    const question = popup.getByRole('alertdialog', { name: 'Revoke ci-build?' });
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await keyboard.press('Control+k');
    await expect(palette).toHaveCount(0);
    await keyboard.press('Escape');
    expect(await popup.evaluate(() => document.activeElement?.textContent)).toBe(row);

    await keyboard.press('Control+k');
    await keyboard.type('push code fabrikam');
    await keyboard.press('Enter');
    await expect(popup.getByRole('heading', { name: 'New token' })).toBeFocused();
    await expect(popup.getByRole('combobox', { name: 'Purpose' })).toHaveValue('push');
    await keyboard.press('Escape');
    await keyboard.press('Control+k');
    await keyboard.type('show ci-build');
    await keyboard.press('Enter');
    await expect(popup.getByRole('heading', { name: 'ci-build' })).toBeFocused();
    expect(server.requests.filter((each) => isCreate(each) || isRevoke(each))).toEqual([]);
  });

  await test.step('the palette of the tab leads to its views, and to what is asked about a token', async () => {
    const tab = await session.context.newPage();
    await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html`);
    const { keyboard } = tab;
    const chosen = tab.getByRole('dialog', { name: 'Commands' }).getByRole('option', { selected: true });
    await expect(tab.getByRole('heading', { name: 'Settings' })).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('hist');
    await keyboard.press('Enter');
    await expect(tab.getByRole('heading', { name: 'History' })).toBeVisible();
    await keyboard.press('Control+k');
    await keyboard.type('rotate ci-build');
    await expect(chosen).toHaveAccessibleName('Rotate ci-build…');
    await keyboard.press('Enter');
    await expect(tab.getByRole('dialog', { name: 'Rotate ci-build' })).toBeVisible();
    await keyboard.press('Escape');
    server.faults.set('slow', { seconds: 60 });
    await keyboard.press('Control+k');
    await keyboard.type('duplicate ci-build');
    await expect(chosen).toHaveAccessibleName('Duplicate ci-build…');
    await keyboard.press('Enter');
    const name = tab.getByRole('textbox', { name: 'Name' });
    await expect(name, 'no server has answered').toHaveValue(/^ci-build 20\d\d/, { timeout: 10_000 });
    server.faults.clear('slow');
    await keyboard.press('Control+k');
    await keyboard.type('clone nowhere');
    await expect(tab.getByRole('status').filter({ hasText: 'Nothing matches.' })).toBeVisible();
    await keyboard.press('Control+a');
    await keyboard.type('clone fabrikam');
    await keyboard.press('Enter');
    await expect(tab.getByRole('combobox', { name: 'Purpose' })).toHaveValue('clone');
  });

  await test.step('pat in the address bar opens New token, filled in, and makes nothing', async () => {
    // What the address bar fires cannot be typed from outside.
    const words = session.worker.evaluate(
      'new Promise((done) => chrome.omnibox.onInputChanged.dispatch("fabrikam", (given) => done(given.map(({ content }) => content))))',
    );
    expect(await words).toContainEqual(expect.stringMatching(/^New token: Push code in fabrikam #new-token/));
    const opened = session.context.waitForEvent('page');
    await session.worker.evaluate('chrome.omnibox.onInputEntered.dispatch("push fabrikam", "newForegroundTab")');
    const tab = await opened;
    await expect(tab.getByRole('combobox', { name: 'Purpose' })).toHaveValue('push');
    await expect(tab.getByRole('combobox', { name: 'Organization' })).toHaveValue('services:fabrikam');
    expect(server.requests.filter(isCreate)).toEqual([]);
  });
});
