import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { isCreate } from '../../dev-server/requests';
import type { Session } from '../../scripts/launch';
import { test as base, expect } from './fixtures';

const DAY = 86_400_000;

const test = base.extend<{ settings: Page }>({
  settings: async ({ session }, use) => {
    const page = await session.context.newPage();
    await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html#purposes`);
    await use(page);
  },
});

function propertiesOf(body: unknown) {
  return (body as { dataProviderContext: { properties: Record<string, unknown> } }).dataProviderContext.properties;
}

/** A disk on which there is no room for the worker, until it is told otherwise. */
const NO_ROOM = `(() => {
  const { set } = browser.storage.local;
  globalThis.giveRoom = () => Object.assign(browser.storage.local, { set });
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
})()`;

async function addWikiBot(settings: Page, { worker }: Session) {
  await settings.getByRole('button', { name: 'Add purpose' }).click();
  const form = settings.getByRole('dialog', { name: 'Add purpose' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Wiki bot');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toHaveText('Choose at least one scope.');
  await form.getByRole('combobox', { name: 'Lifetime' }).selectOption('7 days');
  await form.getByRole('combobox', { name: 'Wiki' }).selectOption('Read');
  await form.getByRole('textbox', { name: 'Note' }).fill('on the wall');
  await worker.evaluate(NO_ROOM);
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByRole('alert')).toContainText('The browser has no room left');
  await expect(settings.locator('.purpose-name', { hasText: 'Wiki bot' })).toHaveCount(0);
  await worker.evaluate('void giveRoom()');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(settings.getByRole('status').filter({ hasText: 'Saved Wiki bot' })).toBeVisible();
  await expect(settings.getByRole('button', { name: 'Add purpose' })).toBeFocused();
}

const namesIn = (page: Page) => page.getByRole('list', { name: 'Purposes' }).locator('.purpose-name').allTextContents();

test('own purposes: kept in files, pinned, and minted', async ({ server, session, settings, signIn, openPopup }) => {
  await test.step('purposes go to a file and come back, and a bad file changes nothing and names its line', async () => {
    await addWikiBot(settings, session);
    await settings.getByRole('button', { name: 'Pin Wiki bot' }).click();
    const saving = settings.waitForEvent('download');
    await settings.getByRole('button', { name: 'Export purposes' }).click();
    const file = readFileSync(await (await saving).path(), 'utf8');
    const choose = settings.getByRole('button', { name: 'Import purposes' });
    const read = (text: string) => choose.setInputFiles({ name: 'p.json', mimeType: '', buffer: Buffer.from(text) });

    await settings.getByRole('button', { name: 'Delete Wiki bot' }).click();
    await settings
      .getByRole('alertdialog', { name: 'Delete Wiki bot?' })
      .getByRole('button', { name: 'Delete' })
      .click();
    await expect(settings.getByRole('status').filter({ hasText: 'Deleted Wiki bot' })).toBeVisible();
    await read(file.replace('"days": 7', '"days": 0'));
    await expect(
      settings.getByRole('alert').filter({ hasText: 'Nothing was imported. Line 5: A purpose’s days' }),
    ).toBeVisible();
    await read(file.replace('"version": 1,', '"version": 1'));
    await expect(settings.getByRole('alert').filter({ hasText: 'Line 4, column 3' })).toBeVisible();
    await expect(settings.getByRole('button', { name: 'Edit Wiki bot' })).toHaveCount(0);
    await read(file);
    const question = settings.getByRole('alertdialog', { name: 'Keep this purpose?' });
    await expect(question).toContainText('vso.wiki');
    await question.getByRole('button', { name: 'Keep' }).click();
    await expect(settings.getByRole('status').filter({ hasText: 'Added: Wiki bot.' })).toBeVisible();
    await settings.getByRole('button', { name: 'Pin Wiki bot' }).click();
    const again = settings.waitForEvent('download');
    await settings.getByRole('button', { name: 'Export purposes' }).click();
    expect(readFileSync(await (await again).path(), 'utf8')).toBe(file);
  });

  await test.step('an own purpose is added, pinned, and minted by its digit: exactly that', async () => {
    await settings.getByRole('button', { name: 'Unpin Push code' }).click();
    const up = settings.getByRole('button', { name: 'Move Wiki bot up' });
    await up.focus();
    for (const _ of [1, 2]) await settings.keyboard.press('Enter');
    await expect(up).toBeFocused();
    await expect(up).toHaveAttribute('aria-disabled', 'false');
    expect((await namesIn(settings)).slice(0, 5)).toEqual([
      'Clone and fetch',
      'Wiki bot',
      'Restore packages',
      'Register an agent',
      'Push code',
    ]);
    await settings.getByRole('textbox', { name: 'Machine or note for names' }).fill('laptop ');

    await signIn();
    const popup = await openPopup();
    const buttons = popup.getByRole('group', { name: 'Quick mint' }).getByRole('button');
    await expect(buttons.nth(1)).toHaveAccessibleName('Wiki bot');
    await expect(buttons.nth(1)).toHaveAttribute('aria-keyshortcuts', '2');
    await expect(buttons.nth(1)).toBeEnabled();
    await popup.getByRole('searchbox').press('2');
    await popup.getByRole('searchbox').blur();
    for (const key of ['Control+2', 'Alt+2', '5', '0']) await popup.keyboard.press(key);
    // A menu has the keys from its press on, also while its code is on the way.
    await popup.getByRole('button', { name: 'More' }).evaluate(async (more: HTMLElement) => {
      more.click();
      await new Promise((resolve) => setTimeout(resolve));
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
    });
    await expect(popup.getByRole('menu', { name: 'More' })).toBeVisible();
    await popup.keyboard.press('2');
    await popup.keyboard.press('Escape');
    expect(server.requests.filter(isCreate)).toEqual([]);
    await popup.keyboard.down('2');
    for (const _ of [1, 2, 3]) await popup.keyboard.down('2');
    await popup.keyboard.up('2');
    await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();

    const [create, ...others] = server.requests.filter(isCreate);
    expect(others).toEqual([]);
    const asked = propertiesOf(create?.body);
    const displayName = expect.stringMatching(/^Wiki bot laptop 20\d\d-\d\d-\d\d \w{5}$/);
    expect(asked).toMatchObject({ scope: 'vso.wiki', displayName });
    expect(asked.targetAccounts).toHaveLength(1);
    expect(Math.abs(Date.parse(String(asked.validTo)) - Date.now() - 7 * DAY)).toBeLessThan(60_000);

    await popup.getByRole('button', { name: 'Done' }).click();
    await popup.getByRole('button', { name: 'New token' }).click();
    await popup.getByRole('combobox', { name: 'Purpose' }).selectOption('Wiki bot');
    await expect(popup.getByRole('combobox', { name: 'Lifetime' })).toHaveValue('7');
    await expect(popup.getByText('on the wall')).toBeVisible();
  });
});

// No popup here: the debugger that watches one would take the downloads.
test('what an organization grants, and scopes that are kept', async ({ server, signIn, openPopup }) => {
  await signIn();
  const [token] = server.ledger.ofUser('bb5bb6c8-ef0a-400f-8987-92b3674d2043').filter((each) => each.token.isValid);
  Object.assign(token?.token ?? {}, { displayName: 'odd one', scope: 'vso.tomorrow vso.code vso.drop_write' });
  const popup = await openPopup();

  await test.step('what an organization granted is shown before the next request', async () => {
    Object.assign(server.switches, { longestDays: 7, overlong: 'clamped' });
    await popup.getByRole('button', { name: 'Clone and fetch' }).click();
    await popup.getByRole('button', { name: 'Done' }).click();
    await expect(popup.getByRole('button', { name: 'Clone and fetch', exact: true })).toHaveAccessibleDescription(
      'Code: Read · 7 days instead of 30 days',
    );
    await popup.getByRole('button', { name: 'New token' }).click();
    await expect(popup.getByText(/^fabrikam cuts lifetimes to 7 days \(seen \w+ \d+\)\.$/)).toBeVisible();
    server.faults.set('policyRefused', { error: 'FullScopePatPolicyViolation' });
    await popup.getByRole('textbox', { name: 'Name' }).fill('everything');
    await popup.getByRole('checkbox', { name: 'Full access' }).check();
    await popup.getByRole('textbox', { name: 'Type full access to confirm' }).fill('full access');
    await popup.getByRole('button', { name: 'Create token' }).click();
    await expect(popup.getByRole('checkbox', { name: 'Full access' })).toHaveAccessibleDescription(
      /^fabrikam refused full access on/,
    );
    const date = popup.getByLabel('Expiry date');
    await popup.getByRole('combobox', { name: 'Lifetime' }).selectOption('Custom date…');
    const [first, last] = [await date.getAttribute('min'), await date.getAttribute('max')];
    expect((Date.parse(String(last)) - Date.parse(String(first))) / DAY).toBe(364);
    await popup.getByRole('button', { name: 'Create token' }).click();
    await expect(date).toHaveAccessibleDescription('Choose the expiry date.');
    await popup.getByRole('button', { name: 'Cancel' }).click();
    server.faults.clear();
    server.requests.length = 0;
  });

  await test.step('scopes that Patina does not know are kept in a duplicate, and shown', async () => {
    await popup.getByRole('button', { name: 'Actions for odd one' }).click();
    await popup.getByRole('menuitem', { name: 'Duplicate…' }).click();
    await expect(popup.getByRole('list', { name: 'Scopes that are kept' }).getByRole('listitem')).toHaveText([
      'vso.tomorrow',
      'vso.drop_write',
    ]);
    await popup.getByRole('checkbox', { name: 'Full access' }).check();
    await popup.getByRole('checkbox', { name: 'Full access' }).uncheck();
    await popup.getByRole('combobox', { name: 'Wiki' }).selectOption('Read');
    await popup.getByRole('button', { name: 'Remove vso.drop_write' }).click();
    await popup.getByRole('button', { name: 'Create token' }).click();
    await expect.poll(() => server.requests.filter(isCreate).length).toBe(1);
    const [create] = server.requests.filter(isCreate);
    expect(propertiesOf(create?.body).scope).toBe('vso.tomorrow vso.code vso.wiki');
  });
});
