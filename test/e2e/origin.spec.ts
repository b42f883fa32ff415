import { isCreate, isRevoke } from '../../dev-server/requests';
import { expect, test } from './fixtures';

test('a server that takes changes only from its own pages gets them as from there, and is remembered', async ({
  server,
  signIn,
  openPopup,
}) => {
  await signIn();
  server.faults.set('originRefused403');
  const popup = await openPopup();
  const outcomes = () => server.requests.filter(isCreate).map(({ status, headers }) => [status, headers.origin]);
  await popup.getByRole('button', { name: 'Push code' }).click();
  await popup.getByRole('button', { name: 'Done' }).click();
  expect(outcomes()).toEqual([
    [403, expect.stringMatching(/^chrome-extension:/)],
    [200, 'https://dev.azure.com'],
  ]);
  server.requests.length = 0;
  await popup.getByRole('button', { name: 'Restore packages' }).click();
  await popup.getByRole('button', { name: 'Done' }).click();
  expect(outcomes()).toEqual([[200, 'https://dev.azure.com']]);

  await popup.getByRole('button', { name: /^Actions for Push code/ }).click();
  await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
  await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(popup.getByRole('status').filter({ hasText: 'Revoked Push code' })).toBeVisible();
  expect(server.requests.filter(isRevoke)).toHaveLength(1);
});

test('the rule that changes the origin is gone when the change is done', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  server.faults.set('originRefused403');
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Push code' }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
  const settings = await session.context.newPage();
  await settings.goto(`chrome-extension://${session.extensionId}/src/page/index.html`);
  expect(await settings.evaluate('chrome.declarativeNetRequest.getSessionRules()')).toEqual([]);
});
