import type { Locator, Page } from '@playwright/test';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { seedToken } from '../../dev-server/seed';
import { users } from '../../dev-server/tenant';
import { readClipboard, type Session } from '../../scripts/launch';
import { attention, reviewing } from './attention';
import { expect, test } from './fixtures';
import { pressTogether } from './together';
import { killWorker } from './worker';

const CREATED = { name: 'Token created' };
const PUSH = { name: 'Push code', exact: true };

/** The popup's page in a tab, which stays open when something else gets the focus. */
async function openInTab({ context, extensionId }: Session): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/popup/index.html`);
  await expect(page.getByRole('button', PUSH)).toBeEnabled();
  return page;
}

/** Presses a button and closes its page in the same task, so that nothing but the press itself can have done it. */
async function pressAndClose(button: Locator): Promise<void> {
  const page = button.page();
  const closed = page.waitForEvent('close');
  await button.evaluate((element: HTMLElement) => {
    element.click();
    window.close();
  });
  await closed;
}

/** Opens the popup, chooses from the menu of a token, and answers the question by a press that closes it. */
async function answerAndClose(popup: Page, name: string, item: string, answer: Locator): Promise<void> {
  await popup.getByRole('button', { name: `Actions for ${name}` }).click();
  await popup.getByRole('menuitem', { name: item }).click();
  await pressAndClose(answer);
}

test('a popup that closes loses nothing', async ({ server, session, signIn, openPopup }) => {
  await signIn();
  let popup = await openPopup();

  await test.step('what is typed into New token is there when the popup opens again, until it is left', async () => {
    await popup.getByRole('button', { name: 'New token' }).click();
    await popup.getByRole('combobox', { name: 'Organization' }).selectOption('contoso');
    await popup.getByRole('combobox', { name: 'Purpose' }).selectOption('Wiki');
    await popup.getByRole('textbox', { name: 'Name' }).fill('half a name');
    await popup.getByRole('combobox', { name: 'Lifetime' }).selectOption('90 days');
    // It is kept a moment after the last key.
    const kept = () => session.worker.evaluate("chrome.storage.session.get('unsent').then(JSON.stringify)");
    await expect.poll(kept).toMatch(/^(?=.*half a name).*"choice":"90"/);
    const again = await openPopup();
    await expect(again.getByRole('heading', { name: 'New token' })).toBeVisible();
    await expect(again.getByRole('combobox', { name: 'Organization' })).toHaveValue('services:contoso');
    await expect(again.getByRole('textbox', { name: 'Name' })).toHaveValue('half a name');
    await expect(again.getByRole('combobox', { name: 'Lifetime' })).toHaveValue('90');
    await expect(again.getByText('vso.wiki_write', { exact: false })).toBeVisible();
    await again.getByRole('button', { name: 'Cancel' }).click();
    await expect(again.getByRole('heading', { name: 'Tokens' })).toBeVisible();
    popup = await openPopup();
    await expect(popup.getByRole('heading', { name: 'Tokens' })).toBeVisible();
  });

  await test.step('a popup that is closed in the press of Undo has taken the revoke back', async () => {
    await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
    await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await pressAndClose(popup.getByRole('button', { name: 'Undo' }));
    const waiting = () =>
      session.worker.evaluate(`chrome.storage.local.get('revokes').then((all) => JSON.stringify(all))`);
    await expect.poll(waiting, 'nothing waits to be sent').not.toContain('tokenId');
    expect(server.requests.filter(isRevoke)).toEqual([]);
    popup = await openPopup();
  });

  await test.step('a popup that closes during a mint loses nothing: the token is there when it opens again', async () => {
    await expect(popup.getByRole('button', PUSH)).toBeEnabled();
    server.faults.set('slow', { path: 'HierarchyQuery', seconds: 60 });
    await popup.getByRole('button', PUSH).click();
    await expect.poll(() => server.requests.filter(isCreate).length).toBe(1);
    const again = await openPopup();
    server.faults.clear();
    await expect(again.getByRole('heading', CREATED)).toBeVisible();
    await again.getByRole('button', { name: 'Done' }).click();
    popup = await openPopup();
    await expect(popup.getByRole('heading', { name: 'Tokens' })).toBeVisible();
    expect(server.requests.filter(isCreate)).toHaveLength(1);
  });

  await test.step('a popup that is closed in the press of Quick mint has asked for one token', async () => {
    server.requests.length = 0;
    await expect(popup.getByRole('button', PUSH)).toBeEnabled();
    await pressAndClose(popup.getByRole('button', PUSH));
    await expect.poll(() => server.requests.filter(isCreate).length).toBe(1);
    popup = await openPopup();
    await expect(popup.getByRole('heading', CREATED)).toBeVisible();
    expect(server.requests.filter(isCreate)).toHaveLength(1);
  });

  await test.step('a popup that is closed in the press of Copy, Rotate, I have replaced it, That was me or Revoke has done it', async () => {
    const isValid = (name: string) =>
      server.ledger.ofUser(users.normal.id).find(({ token }) => token.displayName === name)?.token.isValid;
    await pressAndClose(popup.getByRole('button', { name: 'Copy token' }));
    const copied = async () => {
      const text = await readClipboard(session.context, 'https://dev.azure.com/fabrikam');
      return server.ledger.findBySecret(text)?.token.displayName ?? '';
    };
    await expect.poll(copied, 'what was copied, also where the browser takes its time').toMatch(/^Push code/);
    const counted = () =>
      session.worker.evaluate("chrome.storage.session.get('copied').then((all) => !!all.copied?.value)");
    await expect.poll(counted, 'its time on the clipboard is counted').toBe(true);

    const second = await openPopup();
    await second.getByRole('button', { name: 'Done' }).click();
    const rotate = second.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true });
    await answerAndClose(second, 'ci-build', 'Rotate…', rotate);
    await expect.poll(() => server.requests.filter(isCreate).length).toBe(2);

    server.ledger.add(seedToken('my own', {}));
    const third = await openPopup();
    await third.getByRole('button', { name: 'Done' }).click();
    await pressAndClose(attention(await reviewing(third)).getByRole('button', { name: 'I have replaced it' }));
    await expect.poll(() => isValid('ci-build')).toBe(false);

    const fourth = await openPopup();
    await pressAndClose(attention(await reviewing(fourth)).getByRole('button', { name: 'That was me' }));
    const strangers = () =>
      session.worker.evaluate("chrome.storage.local.get('strangers').then((all) => all.strangers?.value?.length ?? 0)");
    await expect.poll(strangers).toBe(0);

    const fifth = await openPopup();
    const revoke = fifth.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true });
    await answerAndClose(fifth, 'my own', 'Revoke…', revoke);
    await expect.poll(() => isValid('my own')).toBe(false);
  });
});

test('where nothing that is stored can be read, the popup says so, and everything can be erased', async ({
  session,
}) => {
  const popup = await session.context.newPage();
  await popup.addInitScript(`
  const unreadable = () => Promise.reject(new Error('IO error: corruption'));
  for (const api of [globalThis.browser, globalThis.chrome]) if (api?.storage) api.storage.local.get = unreadable;
  `);
  await popup.goto(`chrome-extension://${session.extensionId}/src/popup/index.html`);
  await expect(popup.getByRole('heading', { name: 'Patina cannot read what it has stored' })).toBeVisible();
  await expect(popup.getByRole('alert')).toHaveText(/Try again, or erase everything/);
  await expect(popup.getByRole('button', { name: 'Try again' })).toBeVisible();
  await session.worker.evaluate(`chrome.storage.local.set({ left: 'something' })`);
  await popup.getByRole('button', { name: 'Erase everything' }).click();
  await popup.getByRole('alertdialog').getByRole('button', { name: 'Erase everything' }).click();
  const left = () => session.worker.evaluate(`chrome.storage.local.get(null).then((all) => 'left' in all)`);
  await expect.poll(left).toBe(false);
});

test('two pages at once, and a worker that is ended', async ({ server, session, signIn }) => {
  await signIn();

  await test.step('two pages that press at the same time get one token', async () => {
    const [page, other] = [await openInTab(session), await openInTab(session)];
    await pressTogether([page, other].map((each) => each.getByRole('button', PUSH)));
    for (const each of [page, other]) await expect(each.getByRole('heading', CREATED)).toBeVisible();
    expect(server.requests.filter(isCreate)).toHaveLength(1);
    await page.getByRole('button', { name: 'Done' }).click();
    for (const each of [page, other]) {
      await expect(each.getByRole('heading', CREATED)).toHaveCount(0);
      await each.close();
    }
  });

  await test.step('a worker that is ended during a mint sends nothing again, and what it made is found', async () => {
    const page = await openInTab(session);
    server.requests.length = 0;
    const before = server.ledger.ofUser(users.normal.id).length;
    server.faults.set('slow', { path: 'HierarchyQuery', seconds: 60 });
    await page.getByRole('button', PUSH).click();
    await expect.poll(() => server.requests.filter(isCreate).length).toBe(1);
    await killWorker(session);
    await expect(page.getByRole('alert')).toHaveText(/interrupted while making the token/);
    server.faults.clear();
    await expect.poll(() => server.requests.filter(isCreate).every(({ status }) => status !== undefined)).toBe(true);
    await page.reload();
    const waiting = attention(await reviewing(page));
    expect(server.ledger.ofUser(users.normal.id), 'the server went on without us').toHaveLength(before + 1);
    await expect(waiting.getByRole('button', { name: /^Revoke / })).toHaveCount(1);
    expect(server.requests.filter(isCreate)).toHaveLength(1);
  });
});

test('storage full of rubbish does not keep anybody out', async ({ session, signIn }) => {
  await signIn();
  await (await openInTab(session)).close();
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html`);
  await page.evaluate(`(async () => {
    const all = await chrome.storage.local.get(null);
    const rubbish = [null, 7, 'x', [], {}, [{ id: 1 }], { __proto__: { polluted: true } }];
    for (const key of [...Object.keys(all), 'intents', 'chosenHost'])
      await chrome.storage.local.set({ [key]: rubbish[key.length % rubbish.length] });
    await chrome.storage.session.set({ minted: { token: 'x' } });
  })()`);
  await page.close();
  const again = await openInTab(session);
  await expect(again.getByRole('listitem').first()).toBeVisible();
  const told = attention(await reviewing(again)).getByText('could not read some');
  await expect(told).toBeVisible();
  await again.getByRole('button', { name: 'OK', exact: true }).click();
  await expect(told).toHaveCount(0);
  await again.reload();
  await expect(again.getByRole('list', { name: 'Tokens' })).toHaveAttribute('aria-busy', 'false');
  await expect(told).toHaveCount(0);
});
