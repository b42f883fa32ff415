import { organizations, users } from '../../dev-server/tenant';
import { signIn } from '../../scripts/sign-in';
import { expect, test } from './fixtures';
import { tabOpenedBy } from './opened';

test('a token that was found is told, costs what was announced, and is gone with the page', async ({
  server,
  session,
}) => {
  await signIn(session.context, 'fabrikam');
  const popup = await session.openPopup();
  await popup.getByRole('button', { name: 'More' }).click();
  const page = await tabOpenedBy(session, popup.getByRole('menuitem', { name: 'Token doctor' }));
  const field = page.getByRole('textbox', { name: 'Tokens, or text with tokens in it' });
  const draft = { userId: users.normal.id, displayName: 'of the wiki', scope: 'vso.wiki', validTo: Date.now() + 9e9 };
  const { secret } = server.ledger.mint({ ...draft, targetAccounts: [organizations.fabrikam.id] });
  const announced = Number(/\d+/.exec((await page.getByText(/^At most \d+ harmless reads/).textContent()) ?? '')?.[0]);
  // The list learns of it, as it does of each that is made elsewhere.
  await page.getByRole('navigation', { name: 'Patina' }).getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByText(/ active · read /).first()).toBeVisible();
  await page.getByRole('link', { name: 'Token doctor' }).click();
  await expect(page.getByRole('heading', { name: 'Token doctor' })).toBeVisible();

  server.requests.length = 0;
  const header = Buffer.from(`me:${secret}`).toString('base64');
  await field.fill(`[http]\n  extraheader = Authorization: Basic ${header}\nGITHUB=ghp_${'q7'.repeat(18)}\n`);
  await page.getByRole('button', { name: 'Examine' }).click();
  const items = page.getByRole('list', { name: 'Found' }).locator('> li');
  const [token, other] = [items.first(), items.nth(1)];
  await expect(token.getByText('It is most likely of the wiki.')).toBeVisible();
  await expect(token).toContainText('Works in fabrikam, as Normal Paulk.');
  await expect(token).toContainText('Can read: Wiki.');
  const wiki = token.getByRole('button', { name: 'Wiki', exact: true });
  await expect(wiki).toHaveAccessibleDescription(
    /^Lets whoever has the token read wikis\. .*Grants the ability to read wikis/,
  );
  const says = page.getByRole('tooltip').filter({ hasText: 'read wikis' });
  await wiki.focus();
  for (const key of ['Shift+Tab', 'Tab']) await page.keyboard.press(key);
  await expect(says).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(says).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(says).toBeHidden();
  await wiki.hover();
  await expect(says).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(says).toBeHidden();
  await expect(token).toContainText('line 2, in base64');
  await expect(other).toContainText('GitHub token');
  await expect(field).toHaveValue('');

  const asked = server.requests.filter(({ headers }) => headers.authorization !== undefined);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.length).toBeLessThanOrEqual(announced);
  expect(
    asked.filter(({ headers, host }) => headers.cookie !== undefined || !/^(vssps\.)?dev\.azure\.com/.test(host)),
  ).toEqual([]);
  expect(server.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(JSON.stringify(server.requests.map(({ path, query }) => [path, query]))).not.toContain(secret.slice(0, 12));

  await token.getByRole('button', { name: 'Revoke…' }).click();
  await expect(page.getByRole('alertdialog', { name: 'Revoke of the wiki?' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('link', { name: 'History' }).click();
  await page.getByRole('link', { name: 'Token doctor' }).click();
  await expect(page.getByRole('heading', { name: 'Token doctor' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Found' })).toHaveCount(0);
});
