import { isCreate } from '../../dev-server/requests';
import { attention } from './attention';
import { expect, test } from './fixtures';

const DAY = 86_400_000;

function propertiesOf(body: unknown) {
  return (body as { dataProviderContext: { properties: Record<string, unknown> } }).dataProviderContext.properties;
}

test('New token: what is filled in, what is missing, and what is asked for', async ({ server, signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();

  await test.step('what is found to need attention comes under Quick mint, which a hand may be about to press', async () => {
    const mint = popup.getByRole('group', { name: 'Quick mint' });
    const before = await mint.boundingBox();
    await expect(popup.getByRole('list', { name: 'Tokens' })).toHaveAttribute('aria-busy', 'false');
    await expect(attention(popup)).toBeVisible();
    expect(await mint.boundingBox()).toEqual(before);
  });

  await test.step('New token begins with the first pinned purpose, is walked by keys, says what scopes let do, and points out a name that is there', async () => {
    await expect(popup.getByRole('listitem').first()).toBeVisible();
    await popup.getByRole('button', { name: 'New token' }).click();
    const purpose = popup.getByRole('combobox', { name: 'Purpose' });
    await expect(purpose).toHaveValue('clone');
    await expect(popup.getByRole('textbox', { name: 'Name' })).toHaveValue(/^Clone and fetch /);
    await expect(popup.getByRole('button', { name: 'Remove Code: Read' })).toBeVisible();
    await purpose.focus();
    const passed: string[] = [];
    while (passed.at(-1) !== 'Create token' && passed.length < 20) {
      await popup.keyboard.press('Tab');
      passed.push(await popup.evaluate(() => document.activeElement?.textContent ?? ''));
    }
    expect(passed.at(-1)).toBe('Create token');
    expect(passed.length).toBeLessThanOrEqual(15);

    const search = popup.getByRole('searchbox', { name: 'Search scopes' });
    await popup.getByRole('button', { name: 'Remove Code: Read' }).focus();
    await popup.keyboard.press('Enter');
    await expect(search).toBeFocused();
    await expect(popup.getByRole('combobox', { name: 'Code', exact: true })).toHaveValue('');
    await popup.keyboard.press('ArrowDown');
    await expect(popup.getByRole('combobox', { name: 'Code', exact: true })).toBeFocused();
    await popup.keyboard.press('ArrowDown');
    await popup.keyboard.press('ArrowDown');
    await expect(popup.getByRole('combobox', { name: 'Packaging' })).toBeFocused();
    const explanation = popup.getByRole('tooltip').filter({ visible: true });
    await expect(explanation).toContainText('Read & write: lets whoever has the token');
    const [over, row] = [await explanation.boundingBox(), await popup.locator(':focus').boundingBox()];
    expect((over?.y ?? 0) + (over?.height ?? 0), 'what comes next can be seen').toBeLessThanOrEqual(row?.y ?? 0);
    await popup.getByRole('combobox', { name: 'Code Status' }).click({ trial: true });

    await popup.keyboard.press('Escape');
    await expect(explanation).toHaveCount(0);
    await search.focus();
    await popup.getByRole('combobox', { name: 'Code', exact: true }).hover();
    await expect(explanation).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(explanation, 'Escape hides it, and does nothing else, wherever the focus is').toHaveCount(0);
    await expect(search).toBeFocused();

    const groups = popup.getByRole('combobox', { name: 'Deployment Groups' });
    await groups.evaluate((list) => list.closest('.area-row')?.scrollIntoView());
    const before = await groups.boundingBox();
    await popup.mouse.click((before?.x ?? 0) + 20, (before?.y ?? 0) + 15);
    await expect(groups).toBeFocused();
    expect(await groups.boundingBox(), 'what is pressed stays where it is').toEqual(before);
    await popup.keyboard.press('Escape');
    await popup.getByRole('combobox', { name: 'Packaging' }).focus();
    await popup.keyboard.press('End');
    await expect(popup.getByRole('combobox', { name: 'Wiki' })).toBeFocused();
    await popup.keyboard.type('Read');
    await expect(popup.getByRole('button', { name: 'Remove Wiki: Read' })).toBeVisible();
    await search.fill('packag');
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('combobox', { name: 'Packaging' })).toBeFocused();

    await purpose.selectOption('Publish packages');
    await expect(popup.getByText('Can read and write packages.')).toBeVisible();
    await popup.getByRole('textbox', { name: 'Name' }).fill('ci-build');
    await expect(popup.getByText(/An active token has this name/)).toBeVisible();
    await search.fill('clone');
    await expect(popup.getByRole('combobox', { name: 'Code', exact: true })).toBeVisible();
    await popup.getByRole('combobox', { name: 'Code', exact: true }).selectOption('Full');
    await expect(popup.getByText(/High privilege/)).toBeVisible();
    expect(server.requests.filter(isCreate)).toEqual([]);
    await popup.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('what is missing is said at its field, which has the focus, before anything is sent', async () => {
    await popup.getByRole('button', { name: 'New token' }).click();
    await popup.getByRole('combobox', { name: 'Purpose' }).selectOption('Custom');
    const create = popup.getByRole('button', { name: 'Create token' });
    const name = popup.getByRole('textbox', { name: 'Name' });
    const search = popup.getByRole('searchbox', { name: 'Search scopes' });
    await create.click();
    await expect(name).toBeFocused();
    await expect(name).toHaveAccessibleDescription('Give the token a name.');
    await expect(search).toHaveAccessibleDescription('Choose at least one scope.');
    await name.fill('laptop');
    await expect(name).not.toHaveAttribute('aria-invalid');
    await name.press('Enter');
    await expect(search).toBeFocused();
    await popup.getByRole('combobox', { name: 'Lifetime' }).selectOption('Custom date…');
    await popup.getByRole('checkbox', { name: 'Full access' }).check();
    const date = popup.getByLabel('Expiry date');
    await date.fill('2020-01-01');
    await create.click();
    await expect(date).toBeFocused();
    await expect(date).toHaveAccessibleDescription('The expiry date is in the past. Choose a later day.');
    await popup.getByRole('combobox', { name: 'Lifetime' }).selectOption('7 days');
    await create.click();
    const confirm = popup.getByRole('textbox', { name: 'Type full access to confirm' });
    await expect(confirm).toBeFocused();
    await expect(confirm).toHaveAccessibleDescription('Type full access if no smaller scope will do.');
    await expect(name).toHaveValue('laptop');
    expect(server.requests.filter(isCreate)).toEqual([]);
    await confirm.fill('Full access');
    await create.click();
    await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
    expect(propertiesOf(server.requests.find(isCreate)?.body).scope).toBe('app_token');
    await popup.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('the name of a token opens everything known of it; Duplicate… fills New token with its scopes, and leaves it alone', async () => {
    await popup.getByRole('button', { name: 'ci-build', exact: true }).click();
    await expect(popup.getByRole('heading', { name: 'ci-build' })).toBeVisible();
    await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
    await expect(popup.getByText(/does not let Patina extend or edit a token/)).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('heading', { name: 'Tokens' })).toBeVisible();

    server.requests.length = 0;
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

  await test.step('New token asks for exactly what was chosen', async () => {
    server.requests.length = 0;
    await popup.getByRole('button', { name: 'New token' }).click();
    await popup.getByRole('textbox', { name: 'Name' }).fill('  my laptop ');
    await popup.getByRole('combobox', { name: 'Lifetime' }).selectOption('90 days');
    await popup.getByRole('combobox', { name: 'Organization' }).selectOption('contoso');
    await popup.getByRole('combobox', { name: 'Code', exact: true }).selectOption('Read & write');
    await popup.getByRole('searchbox', { name: 'Search scopes' }).fill('work');
    await popup.getByRole('combobox', { name: 'Work Items' }).selectOption('Read');
    await expect(popup.getByText('vso.code_write vso.work')).toBeVisible();
    await popup.getByRole('button', { name: 'Create token' }).click();
    await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();

    const [create, ...others] = server.requests.filter(isCreate);
    expect(others).toEqual([]);
    const asked = propertiesOf(create?.body);
    const contoso = server.ledger
      .ofUser('bb5bb6c8-ef0a-400f-8987-92b3674d2043')
      .find(({ token }) => token.displayName === 'contoso deploy');
    expect(asked).toMatchObject({
      displayName: '  my laptop ',
      scope: 'vso.code_write vso.work',
      targetAccounts: contoso?.token.targetAccounts,
    });
    expect(Math.abs(Date.parse(String(asked.validTo)) - Date.now() - 90 * DAY)).toBeLessThan(60_000);
  });
});

const purposes = [
  ['Clone and fetch', 'vso.code', 30],
  ['Push code', 'vso.code_write', 30],
  ['Restore packages', 'vso.packaging', 30],
  ['Register an agent', 'vso.agentpools_manage', 1],
] as const;

test('each purpose, an organization that cuts lifetimes short, and what a tab leaves behind', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();

  await test.step('each purpose asks for its scope and lifetime, for this organization only', async () => {
    for (const [purpose, scope, days] of purposes) {
      server.requests.length = 0;
      await popup.getByRole('button', { name: purpose }).click();
      await popup.getByRole('button', { name: 'Done' }).click();
      const asked = propertiesOf(server.requests.find(isCreate)?.body);
      const displayName = expect.stringMatching(`^${purpose} 20\\d\\d-\\d\\d-\\d\\d \\w{5}$`);
      expect(asked).toMatchObject({ scope, displayName });
      expect(asked.targetAccounts).toHaveLength(1);
      expect(Math.abs(Date.parse(String(asked.validTo)) - Date.now() - days * DAY)).toBeLessThan(60_000);
    }
  });

  await test.step('an end that the server cut short is shown beside what was asked', async () => {
    Object.assign(server.switches, { longestDays: 7, overlong: 'clamped' });
    await popup.getByRole('button', { name: 'Clone and fetch', exact: true }).click();
    await expect(popup.getByText(/^Shorter than asked: until .+, not .+\.$/)).toBeVisible();
    await expect(popup.getByText('Expires in 7 days')).toBeVisible();
    await popup.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('in a tab New token is left with its page, and so is a question about a token', async () => {
    const tab = await session.context.newPage();
    const heading = (name: string) => tab.getByRole('heading', { name, exact: true, level: 1 });
    const open = async (name: string) => {
      await tab.getByRole('link', { name: 'Overview' }).click();
      await tab.getByText('As a table').click();
      await tab.getByRole('table').getByRole('link', { name, exact: true }).click();
    };
    await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html#new-token`);
    await expect(heading('New token')).toBeVisible();
    await tab.keyboard.press('Escape');
    await expect(heading('Settings'), 'what is behind it').toBeVisible();
    await open('full access');
    await expect(heading('full access')).toBeVisible();
    await tab.getByRole('button', { name: 'Duplicate…' }).click();
    await expect(heading('New token')).toBeVisible();
    await open('build agent');
    await expect(heading('build agent')).toBeVisible();
    await tab.getByRole('button', { name: 'Revoke…' }).click();
    await expect(tab.getByRole('alertdialog')).toBeVisible();
    await tab.goBack();
    await expect(heading('Overview')).toBeVisible();
    await open('full access');
    await expect(heading('full access')).toBeVisible();
    await expect(tab.getByRole('alertdialog')).toHaveCount(0);
  });
});
