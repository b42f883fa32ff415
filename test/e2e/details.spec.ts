import { isCreate } from '../../dev-server/requests';
import { expect, test } from './fixtures';

test('the name of a token opens everything known of it; Duplicate… fills New token with its scopes, and leaves it alone', async ({
  server,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'ci-build', exact: true }).click();
  await expect(popup.getByRole('heading', { name: 'ci-build' })).toBeVisible();
  await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
  await expect(popup.getByText(/does not let Patina extend or edit a token/)).toBeVisible();
  await popup.keyboard.press('Escape');
  await expect(popup.getByRole('heading', { name: 'Tokens' })).toBeVisible();

  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Duplicate…' }).click();
  await expect(popup.getByRole('heading', { name: 'New token' })).toBeVisible();
  await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue(/^ci-build 20\d\d-\d\d-\d\d$/);
  await popup.getByRole('button', { name: 'Create token' }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
  expect(server.requests.filter(isCreate)).toHaveLength(1);
  await popup.getByRole('button', { name: 'Done' }).click();
  await expect(popup.getByRole('button', { name: 'ci-build', exact: true })).toBeVisible();
});
