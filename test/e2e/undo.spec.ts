import { isRevoke } from '../../dev-server/requests';
import { expect, test } from './fixtures';

test('a revoke can be taken back for five seconds; without that it happens, also when the popup is closed', async ({
  server,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  const actions = popup.getByRole('button', { name: 'Actions for ci-build' });
  await actions.click();
  await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
  await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(popup.getByRole('status').filter({ hasText: 'Revoking ci-build…' })).toBeVisible();
  await popup.getByRole('button', { name: 'Undo' }).click();
  await expect(popup.getByRole('status').filter({ hasText: 'ci-build was not revoked.' })).toBeVisible();

  await actions.click();
  await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
  await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(popup.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(server.requests.filter(isRevoke)).toEqual([]);
  await popup.close();
  await expect.poll(() => server.requests.filter(isRevoke).length).toBe(1);
  const again = await openPopup();
  await expect(again.getByRole('status').filter({ hasText: 'Revoked ci-build' })).toBeVisible();
  expect(server.requests.filter(isRevoke)).toHaveLength(1);
});
