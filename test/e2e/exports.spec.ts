import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { isRevoke } from '../../dev-server/requests';
import type { Session } from '../../scripts/launch';
import { expect, test } from './fixtures';
import { tabOpenedBy } from './opened';

/** Mints as the popup does. */
const MINT = `(async () => {
  const [{ id, identity }] = (await chrome.storage.local.get('hosts')).hosts.value;
  const input = { hostId: id, identityId: identity.id, purpose: 'clone' };
  await chrome.runtime.sendMessage({ name: 'tokens.mint', input });
})()`;

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-/;

async function openView(session: Session, view: string): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html#${view}`);
  return page;
}

/** The organization is added in the tab: the debugger that watches a popup would take the downloads. */
async function openSettings(session: Session): Promise<Page> {
  const page = await openView(session, 'settings');
  await page.getByRole('textbox', { name: 'Organization or server address' }).fill('fabrikam');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Signed in as Normal Paulk' })).toBeVisible();
  return page;
}

/** What the browser saves when that button is pressed. */
async function saved(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('the list, the calendar and the history are saved as files that other tools can read', async ({
  server,
  session,
  signIn,
}) => {
  await signIn();
  const page = await openSettings(session);

  await test.step('the list and the calendar are saved as files that other tools can read, ids only if asked; old lists say how old they are', async () => {
    // What is said goes by itself after a while, so it is looked for while the file is saved.
    const said = page
      .getByRole('status')
      .filter({ hasText: /patina-tokens-[\d-]+\.csv is written\. Tokens in it: 12\./ });
    const [csv] = await Promise.all([saved(page, 'Export list'), expect(said).toBeVisible()]);
    expect(csv.name).toMatch(/^patina-tokens-20\d\d-\d\d-\d\d\.csv$/);
    const rows = Papa.parse<Record<string, string>>(csv.text, { header: true, skipEmptyLines: true }).data;
    const byName = (name: string) => rows.find((row) => row.name === name);
    expect(rows).toHaveLength(12);
    expect(byName('<b>“Größe” & 日本語</b>')).toMatchObject({
      organization: 'fabrikam',
      scopes: 'vso.work_write vso.wiki',
    });
    expect(byName('contoso deploy')?.organization).toBe('contoso');
    expect(csv.text).not.toMatch(ID);

    const calendar = await saved(page, 'Export calendar');
    expect(calendar.name).toMatch(/^patina-calendar-20\d\d-\d\d-\d\d\.ics$/);
    const events = new ICAL.Component(ICAL.parse(calendar.text)).getAllSubcomponents('vevent');
    const active = rows.filter(({ state = '' }) => ['active', 'expiring'].includes(state));
    const ends = events.map((event) => new ICAL.Event(event).startDate.toJSDate().getTime());
    expect(ends.toSorted()).toEqual(
      active.map(({ expires = '' }) => Math.floor(Date.parse(expires) / 1000) * 1000).toSorted(),
    );
    expect(calendar.text).not.toMatch(ID);

    await page.getByRole('checkbox', { name: 'Include token ids' }).check();
    await page.getByRole('combobox', { name: 'Format' }).selectOption('JSON');
    const json = await saved(page, 'Export list');
    expect(json.name).toMatch(/\.json$/);
    const tokens: { id: string; scopes: string[] }[] = JSON.parse(json.text);
    expect(tokens.every(({ id, scopes }) => ID.test(id) && Array.isArray(scopes))).toBe(true);

    server.faults.set('error500', { path: '/_apis/' });
    expect((await saved(page, 'Export list')).text).toContain('ci-build');
    const warned = page.getByRole('alert').filter({ hasText: 'is written' });
    await expect(warned).toContainText(/The list of fabrikam was read .* The list of contoso was read/);
    server.faults.clear();
    await page.getByRole('checkbox', { name: 'Include token ids' }).uncheck();
  });

  await test.step('the history tells what was made, is exported, and is erased when asked', async () => {
    await page.evaluate(MINT);
    await page.getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { name: 'History' })).toBeVisible();
    const entries = page.getByRole('list', { name: 'History' }).getByRole('listitem');
    await expect(entries).toHaveText([/Made Clone and fetch 20.*fabrikam, as Normal Paulk/]);

    const { text, name } = await saved(page, 'Export history');
    expect(name).toMatch(/^patina-history-.*\.csv$/);
    const [made] = Papa.parse<Record<string, string>>(text, { header: true }).data;
    expect(made).toMatchObject({ deed: 'made', organization: 'fabrikam', by: 'Normal Paulk', outcome: 'done' });
    expect(text).not.toMatch(ID);

    await page.getByRole('button', { name: 'Erase history' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Erase history' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'The history is erased.' })).toBeVisible();
    await expect(entries).toHaveCount(0);
  });
});

test('a tab shows what is wrong, and leaves nothing when everything is erased', async ({
  server,
  session,
  signIn,
  openPopup,
  allow,
}) => {
  const tab = await signIn();

  await test.step('the overview shows what is wrong with which tokens, and when they end', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'More' }).click();
    const page = await tabOpenedBy(session, popup.getByRole('menuitem', { name: 'Overview' }));
    await expect(page.getByRole('heading', { name: 'Overview' })).toBeVisible();
    const fabrikam = page.getByRole('region', { name: 'fabrikam' });
    await fabrikam.getByRole('button', { name: '2 Full access' }).click();
    const found = fabrikam.getByRole('list', { name: 'Full access' }).getByRole('link');
    await expect(found).toHaveText(['everything', 'full access']);
    await expect(found.first()).toHaveAttribute('href', /^#token=[0-9a-f-]{36}%20services%3Afabrikam$/);
    await expect(fabrikam.getByText(/Narrower… replaces one by a token that cannot/)).toBeVisible();

    await expect(page.getByRole('img', { name: 'The next 90 days' })).toBeVisible();
    await page.getByText('As a table').click();
    await expect(page.getByRole('table').getByRole('row').nth(1)).toContainText('build agent');
  });

  await test.step('Erase everything asks, asks again while something is unfinished, and leaves nothing but the tokens', async () => {
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Clone and fetch' }).click();
    await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
    await allow('https://tfs.corp.example/*');
    const page = await openView(session, 'erase');
    await page.evaluate('chrome.permissions.request({ origins: ["https://tfs.corp.example/*"] })');
    const origins = () => page.evaluate('chrome.permissions.getAll().then(({ origins }) => origins.join(" "))');
    expect(await origins()).toContain('tfs.corp.example');
    const dialog = page.getByRole('alertdialog');
    await page.getByRole('button', { name: 'Erase everything' }).click();
    await expect(dialog).toContainText('Your tokens stay');
    await dialog.getByRole('button', { name: 'Erase everything' }).click();
    await expect(dialog).toContainText('A new token waits to be copied');
    await dialog.getByRole('button', { name: 'Erase everything' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'is erased. Your tokens stay.' })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Organizations and servers' }).getByRole('listitem')).toHaveCount(0);
    expect(await origins()).toBe('https://dev.azure.com/* https://vssps.dev.azure.com/*');
    expect(server.requests.filter(isRevoke)).toEqual([]);

    await tab.goto('about:blank');
    const fresh = await openPopup();
    await expect(fresh.getByRole('heading', { name: 'Azure DevOps tokens from the toolbar' })).toBeVisible();
  });
});
