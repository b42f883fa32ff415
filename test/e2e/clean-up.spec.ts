import { sqlDateTime } from '../../dev-server/dates';
import { isRevoke } from '../../dev-server/requests';
import { seedToken } from '../../dev-server/seed';
import { organizations } from '../../dev-server/tenant';
import { expect, test } from './fixtures';

const DAY = 86_400_000;

test('by keyboard alone through the tokens of two organizations: each decision moves on, can be taken back, and is remembered', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  const contoso = { validTo: sqlDateTime(Date.now() + 90 * DAY), targetAccounts: [organizations.contoso.id] };
  server.ledger.add(seedToken('contoso test', contoso));
  await signIn();
  await expect((await openPopup()).getByRole('listitem').first()).toBeVisible();
  const tab = await session.context.newPage();
  await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html#overview`);
  await tab.getByRole('link', { name: 'Clean up' }).press('Enter');

  const inView = (name: string, place: string) =>
    expect(tab.locator('[aria-current="step"]').getByRole('heading'), place).toHaveText(name);
  const count = tab.getByText(/^\d of \d$/);
  await inView('everything', 'full access in all organizations');
  await expect(count).toHaveText('1 of 5');
  await expect(tab.getByRole('heading', { name: 'Clean up' })).toBeFocused();
  await tab.keyboard.press('Delete');
  await inView('full access', 'while the revoke waits');
  await expect(count).toHaveText('2 of 5');
  await expect(tab.getByRole('status').filter({ hasText: 'Revoking everything… 2 of 5: full access.' })).toHaveCount(1);
  await tab.keyboard.press('u');
  await inView('everything', 'it is back');
  await tab.keyboard.press('k');
  await tab.keyboard.press('Delete');
  await inView('contoso test', 'a name alone');
  await tab.keyboard.press('l');
  await inView('git on the laptop', 'that ends later');
  await tab.keyboard.press('r');
  await tab
    .getByRole('dialog', { name: 'Rotate git on the laptop' })
    .getByRole('button', { name: 'Rotate' })
    .press('Enter');
  await expect(tab.getByRole('heading', { name: 'Token created' })).toBeVisible();
  await tab.getByRole('button', { name: 'Done' }).press('Enter');
  await inView('build agent', 'it goes on after a rotation');
  await expect(count).toHaveText('5 of 5');
  await tab.keyboard.press('?');
  await expect(tab.getByRole('dialog', { name: 'Keyboard shortcuts' })).toContainText('Later: ask again in a week');
  await tab.keyboard.press('Escape');
  await tab.getByRole('button', { name: 'Keep', exact: true }).press('Enter');
  await expect(tab.getByText('All is decided.', { exact: true })).toBeVisible();
  await expect(tab.getByText('1 revoked')).toBeVisible({ timeout: 15_000 });
  expect(server.requests.filter(isRevoke)).toHaveLength(1);

  await tab.getByRole('link', { name: 'History' }).first().press('Enter');
  const history = tab.getByRole('list', { name: 'History' });
  for (const entry of ['kept everything', 'Revoked full access', 'contoso test put off', 'kept build agent'])
    await expect(history.getByRole('listitem').filter({ hasText: entry })).toHaveCount(1);
  await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html#clean-up`);
  await tab.reload();
  await expect(tab.getByText(/^Nothing is worth ending/)).toBeVisible();
  await expect(tab.getByRole('button', { name: 'Ask about 3 kept tokens again' })).toBeVisible();
});
