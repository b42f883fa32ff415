import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { expect, test } from './fixtures';
import { HOSTILE, HOSTILE_WORKER } from './hostile-page';

test('a server that takes changes only from its own pages gets them as from there, is remembered, and the rule for it is gone when it is done', async ({
  server,
  session,
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
  expect(await session.worker.evaluate('chrome.declarativeNetRequest.getSessionRules()')).toEqual([]);
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

for (const by of ['fetchSite', 'cookie'] as const)
  test(`a server that takes requests of its own pages only (${by}) gets them from a tab, opened for that and closed`, async ({
    server,
    session,
    signIn,
    openPopup,
  }) => {
    const page = await signIn();
    server.faults.set('pageOnly', { by, form: '401', method: 'POST' });
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Push code' }).click();
    await popup.getByRole('button', { name: 'Done' }).click();
    const made = server.requests.filter(isCreate);
    expect(made.at(-1)).toMatchObject({ status: 200, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    await page.goto('about:blank');

    server.faults.set('pageOnly', { by, form: '302', method: 'DELETE' });
    const open = () => session.context.pages().filter((each) => /azure\.com/.test(each.url())).length;
    expect(open()).toBe(0);
    await popup.getByRole('button', { name: /^Actions for Push code/ }).click();
    await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
    await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Revoked Push code' })).toBeVisible({ timeout: 60_000 });
    expect(server.requests.filter(isRevoke).filter(({ status }) => status === 200)).toHaveLength(1);
    await expect.poll(open, { timeout: 30_000 }).toBe(0);
  });

test('no script of the page, nor its service worker, sees or forges what is sent through it', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  const page = await signIn();
  await page.route('**/hostile.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', headers: { 'Service-Worker-Allowed': '/' }, body: HOSTILE_WORKER }),
  );
  await session.context.route('**/hostile.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', headers: { 'Service-Worker-Allowed': '/' }, body: HOSTILE_WORKER }),
  );
  await page.evaluate(
    `navigator.serviceWorker.register('/hostile.js', { scope: '/' }).then(() => navigator.serviceWorker.ready)`,
  );
  await page.reload();
  expect(await page.evaluate('Boolean(navigator.serviceWorker.controller)')).toBe(true);
  await page.evaluate(HOSTILE);
  expect(await page.evaluate(`fetch('/fabrikam/_apis/x').then((answer) => 'replaced')`)).toBe('replaced');
  await page.evaluate('seen.length = 0');

  server.faults.set('pageOnly', { by: 'fetchSite', form: '403', method: 'POST' });
  const popup = await openPopup();
  await popup.getByRole('button', { name: 'Push code' }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible({ timeout: 60_000 });
  const made = server.ledger.ofUser(users.normal.id).at(-1);
  expect(server.requests.filter(isCreate).at(-1)).toMatchObject({
    status: 200,
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  await popup.getByRole('button', { name: 'Show token' }).click();
  await expect(popup.getByRole('textbox', { name: 'Token', exact: true })).toHaveValue(made?.secret ?? 'none');

  const text = String(await page.evaluate('seen.join("\\n")'));
  expect(text).not.toContain(made?.secret);
  expect(text).not.toContain('HierarchyQuery');
  expect(text).not.toContain('Push code');
  expect(server.requests.filter(({ path }) => path === '/stolen')).toEqual([]);
  const [names, html] = (await page.evaluate('before')) as [number, string];
  expect(await page.evaluate('Object.getOwnPropertyNames(window).length')).toBe(names + 1);
  expect(await page.evaluate('document.documentElement.outerHTML')).toBe(html);
});
