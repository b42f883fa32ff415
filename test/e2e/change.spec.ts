import { users } from '../../dev-server/tenant';
import { expect, test } from './fixtures';

const DAY = 86_400_000;

test.use({ serverOptions: { switches: { patsMode: 'open' } } });

test('Extend and Edit change a token in place, where the organization can', async ({ server, signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Extend…' }).click();
  const extend = popup.getByRole('dialog', { name: 'Extend ci-build' });
  await extend.getByRole('combobox', { name: 'Lifetime' }).selectOption('180 days');
  server.faults.set('slow', { method: 'PUT', seconds: 60 });
  await extend.getByRole('button', { name: 'Extend' }).click();

  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Edit…' }).click();
  const edit = popup.getByRole('dialog', { name: 'Edit ci-build' });
  const save = edit.getByRole('button', { name: 'Save' });
  const name = edit.getByRole('textbox', { name: 'Name' });
  await expect(save).toBeDisabled();
  await name.fill('ci-build at night');
  await edit.getByRole('combobox', { name: 'Work Items' }).selectOption('Read');
  await expect(save, 'the extension is under way').toBeDisabled();
  await name.press('Enter');
  server.faults.clear();
  await expect(popup.getByText('ci-build now expires in 180 days.')).toBeVisible();
  await expect(name).toHaveValue('ci-build at night');
  await save.click();
  await expect(popup.getByRole('status').filter({ hasText: 'Saved ci-build at night.' })).toBeVisible();

  const sent = server.requests.filter(({ method }) => method === 'PUT');
  expect(sent.map(({ body }) => Object.keys(body as object).join(' '))).toEqual([
    'authorizationId validTo',
    'authorizationId displayName scope',
  ]);
  const [changed] = server.ledger
    .ofUser(users.normal.id)
    .filter(({ token }) => token.displayName === 'ci-build at night');
  expect(Math.abs(Date.parse(changed?.token.validTo ?? '') - Date.now() - 180 * DAY)).toBeLessThan(60_000);
});
