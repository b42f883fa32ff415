import type { Page } from '@playwright/test';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { readClipboard } from '../../scripts/launch';
import { expect, test } from './fixtures';

const CREATED = { name: 'Token created' };

/** The files that were fetched before the popup could be used. */
const filesBeforeUse = (popup: Page) =>
  popup.evaluate(() => {
    const usable = performance.getEntriesByName('interactive')[0]?.startTime ?? 0;
    return performance.getEntriesByType('resource').flatMap(({ name, startTime }) => (startTime < usable ? name : []));
  });

test('the main job: a token is minted, shown, taken back, copied, listed and revoked', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  let popup = await openPopup();
  const created = () => popup.getByRole('heading', CREATED);
  const mint = () => popup.getByRole('group', { name: 'Quick mint' }).getByRole('button', { name: 'Clone and fetch' });

  await test.step('a double click on Quick mint makes one token, and its secret is masked until it is asked for', async () => {
    await mint().dblclick();
    await expect(created()).toBeVisible();
    expect(server.requests.filter(isCreate)).toHaveLength(1);
    const field = popup.getByLabel('Token', { exact: true });
    await expect(field).not.toHaveValue(/JQQJ99/);
    await popup.getByRole('button', { name: 'Show token' }).click();
    await expect(field).toHaveValue(/^\w{84}$/);
    await popup.getByRole('button', { name: 'Hide token' }).click();
    await expect(field).not.toHaveValue(/JQQJ99/);
  });

  await test.step('a token made by mistake is revoked where it was made, and an Undo brings its secret back; then four files open the popup', async () => {
    const revoke = popup.getByRole('button', { name: 'Revoke', exact: true });
    await revoke.click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).press('Enter');
    await expect(popup.getByRole('button', { name: 'Undo' })).toBeFocused();
    await expect(created()).toHaveCount(0);
    await popup.keyboard.press('Enter');
    await expect(created()).toBeVisible();
    await popup.getByRole('button', { name: 'Show token' }).click();
    await expect(popup.getByLabel('Token', { exact: true })).toHaveValue(/^\w{84}$/);
    expect(server.requests.filter(isRevoke)).toEqual([]);

    await revoke.click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Revoked Clone and fetch' })).toBeVisible();
    expect(server.requests.filter(isRevoke)).toHaveLength(1);
    popup = await openPopup();
    await expect(popup.getByRole('list', { name: 'Tokens' })).toBeVisible();
    await expect(created()).toHaveCount(0);

    const before = await filesBeforeUse(popup);
    expect(
      before.filter((name) => !name.startsWith('chrome-extension:')),
      'before anybody is asked',
    ).toEqual([]);
    expect(1 + before.length, before.join(' ')).toBeLessThanOrEqual(4);
  });

  await test.step('a token is minted and copied by two presses, listed and revoked, and it alone', async () => {
    server.requests.length = 0;
    const loads: string[] = [];
    popup.on('framenavigated', (frame) => loads.push(frame.url()));
    await mint().click();
    const copy = popup.getByRole('button', { name: 'Copy token' });
    await expect(copy).toBeFocused();
    await expect(copy).toHaveClass('primary');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
    await expect(popup.getByText(/^Clipboard clears in \d+ s$/)).toBeInViewport();
    await expect(copy, 'what comes next is Done').not.toHaveClass('primary');
    await expect(popup.getByRole('button', { name: 'Done' })).toHaveClass(/primary/);
    expect(loads).toEqual([]);

    const copied = await readClipboard(session.context, 'https://dev.azure.com/fabrikam');
    const token = server.ledger.findBySecret(copied)?.token;
    expect(token, 'the token whose secret is on the clipboard').toMatchObject({ scope: 'vso.code', isValid: true });
    expect(server.requests.filter(isCreate)).toHaveLength(1);
    const name = token?.displayName ?? '';

    const again = await openPopup();
    await expect(again.getByRole('heading', CREATED)).toBeVisible();
    await again.getByRole('button', { name: 'Done' }).click();
    await expect(
      again.getByRole('list', { name: 'Tokens' }).getByRole('listitem').filter({ hasText: name }),
    ).toBeVisible();

    await again.getByRole('button', { name: `Actions for ${name}` }).click();
    await again.getByRole('menuitem', { name: 'Revoke…' }).click();
    const dialog = again.getByRole('alertdialog', { name: `Revoke ${name}?` });
    await dialog.getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(again.getByRole('status').filter({ hasText: `Revoked ${name}` })).toBeVisible();

    expect(server.requests.filter(isRevoke).map(({ path }) => path.split('/').at(-1))).toEqual([
      token?.authorizationId,
    ]);
    expect(token?.isValid).toBe(false);
  });
});
