import { isRevoke } from '../../dev-server/requests';
import { readClipboard } from '../../scripts/launch';
import { expect, test } from './fixtures';

const ADDRESS = { name: 'Organization or server address' };

test.use({ welcomes: true });

test('organizations: the first, another, all of them, and one less', async ({ server, session, signIn, openPopup }) => {
  const tab = await signIn();
  await tab.goto('about:blank');
  const popup = await openPopup();

  await test.step('the welcome page tells of clipboard histories; without an open page the popup asks for an organization, and finds the others', async () => {
    const page = session.context.pages().find((each) => each.url().endsWith('#welcome'));
    if (!page) throw new Error('Nothing welcomes.');
    await expect(page.getByRole('heading', { name: 'Welcome to Patina' })).toBeVisible();
    await expect(page.getByText('Windows+V')).toBeVisible();
    await expect(page.getByRole('textbox', ADDRESS)).toBeVisible();

    await popup.getByRole('textbox', ADDRESS).fill('https://dev.azure.com/_apis');
    await popup.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(popup.getByRole('alert')).toHaveText(/not the name or address/);
    await popup.getByRole('textbox', ADDRESS).fill('https://fabrikam.visualstudio.com/project');
    await popup.keyboard.press('Enter');
    await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
    await expect(popup.getByRole('combobox', { name: 'Organization' }).getByRole('option')).toHaveText([
      'fabrikam',
      'contoso',
      'All organizations',
      'Add organization or server…',
    ]);
    expect(session.context.pages().length).toBeGreaterThan(0);
  });

  await test.step('another organization shows its own tokens; All organizations those of each, and revokes in the right one', async () => {
    const organization = popup.getByRole('combobox', { name: 'Organization' });
    await organization.selectOption('contoso');
    await expect(popup.getByRole('listitem').filter({ hasText: 'contoso deploy' })).toBeVisible();
    await organization.selectOption('Add organization or server…');
    await popup.getByRole('textbox', ADDRESS).fill('northwind');
    await popup.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(popup.getByRole('alert')).toHaveText(/northwind does not let this account in/);
    await popup.keyboard.press('Escape');
    await expect(organization).toHaveValue('services:contoso');

    await organization.selectOption('All organizations');
    const row = (name: string) => popup.getByRole('listitem').filter({ hasText: name });
    await expect(row('contoso deploy')).toContainText('contoso');
    await expect(row('ci-build')).toContainText('fabrikam');
    await expect(row('everything'), 'a global token stands there once').toHaveCount(1);
    await popup.getByRole('group', { name: 'Quick mint' }).getByRole('button', { name: 'Clone and fetch' }).click();
    const mintIn = popup.getByRole('menu', { name: 'Mint in' }).getByRole('menuitem');
    await expect(mintIn).toHaveText([/fabrikam/, /contoso/]);
    await popup.keyboard.press('Escape');
    await expect(mintIn).toHaveCount(0);
    const five = "{ own: [], pinned: ['clone', 'push', 'packages', 'agent', 'wiki'], order: [] }";
    await session.worker.evaluate(`chrome.storage.local.set({ purposes: { version: 1, value: ${five} } })`);
    const all = popup.getByRole('button', { name: 'All purposes' });
    await expect(all, 'the fifth is behind it').toBeVisible();
    const choose = async () => {
      await all.click();
      await popup.getByRole('menuitem', { name: 'Wiki' }).click();
    };
    for (const press of [() => popup.keyboard.press('5'), choose]) {
      await press();
      await expect(mintIn).toHaveText([/fabrikam/, /contoso/]);
      await popup.keyboard.press('Escape');
      await expect(mintIn).toHaveCount(0);
    }
    await popup.getByRole('button', { name: 'Actions for contoso deploy' }).click();
    await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Revoked contoso deploy' })).toBeVisible();
    expect(server.requests.filter(isRevoke).map(({ path }) => path)).toEqual([expect.stringMatching(/^\/contoso\//)]);

    server.faults.set('notMember401', { path: /\/contoso\// });
    const again = await openPopup();
    await expect(again.getByRole('alert').filter({ hasText: 'contoso does not let this account in' })).toBeVisible();
    await expect(again.getByRole('heading', { name: 'contoso' })).toBeVisible();
    await expect(again.getByRole('listitem').filter({ hasText: 'ci-build' })).toBeVisible();
    server.faults.clear();
  });

  await test.step('settings remove an organization, and Copy diagnostics puts a text on the clipboard that names nobody', async () => {
    const settings = await session.context.newPage();
    await settings.goto(`chrome-extension://${session.extensionId}/src/page/index.html`);
    await settings.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect(settings.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    const text = await readClipboard(session.context, 'https://dev.azure.com/fabrikam');
    expect(text).toMatch(/^Patina \d/);
    expect(text).toContain('GET tokens/pats 403 InvalidAccessException -> unsupported');
    expect(text).not.toMatch(/fabrikam|contoso|northwind|Paulk|@|[0-9a-f]{8}-/);

    await settings.bringToFront();
    await expect(settings.getByRole('heading', { name: 'Settings' })).toBeVisible();
    const list = settings.getByRole('list', { name: 'Organizations and servers' });
    await expect(list.getByRole('listitem')).toHaveCount(2);
    await settings.getByRole('button', { name: 'Remove contoso' }).click();
    await expect(list.getByRole('listitem')).toHaveText([/fabrikam/]);
  });
});

test('pages that are open follow the organizations: what is added is shown, and one that is removed gives way', async ({
  session,
  signIn,
}) => {
  await signIn();
  const open = async (view: string) => {
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html#${view}`);
    return page;
  };
  const [revokeAll, overview, cleanUp] = [await open('revoke-all'), await open('overview'), await open('clean-up')];
  for (const page of [revokeAll, overview, cleanUp]) await expect(page.getByText('No organization yet.')).toBeVisible();
  const settings = await open('settings');
  await settings.getByRole('textbox', ADDRESS).fill('fabrikam');
  await settings.getByRole('button', { name: 'Add', exact: true }).click();

  await test.step('where there was none', async () => {
    await expect(revokeAll.getByRole('list', { name: 'Tokens to revoke' })).toContainText('ci-build');
    await expect(revokeAll.getByText('The whole list must be read first.')).toBeHidden();
    for (const name of ['fabrikam', 'contoso'])
      await expect(overview.getByRole('region', { name }).getByText(/active · read/)).toBeVisible();
    await expect(cleanUp.getByText(/^1 of \d$/)).toBeVisible();
  });

  await test.step('in the place of the one that was shown', async () => {
    await settings.getByRole('button', { name: 'Remove fabrikam' }).click();
    await expect(revokeAll.getByRole('list', { name: 'Tokens to revoke' })).toContainText('contoso deploy');
    await expect(revokeAll.getByRole('textbox', { name: 'Type contoso to confirm' })).toBeVisible();
    await expect(overview.getByRole('region', { name: 'fabrikam' })).toBeHidden();
  });

  await test.step('beside those that are shown', async () => {
    await settings.getByRole('textbox', ADDRESS).fill('fabrikam');
    await settings.getByRole('button', { name: 'Add', exact: true }).click();
    await revokeAll.getByRole('combobox', { name: 'Organization' }).selectOption('All organizations');
    await expect(revokeAll.getByRole('list', { name: 'Tokens to revoke' })).toContainText('ci-build');
    await expect(overview.getByRole('region', { name: 'fabrikam' }).getByText(/active · read/)).toBeVisible();
  });
});
