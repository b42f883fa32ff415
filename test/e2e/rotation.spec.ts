import type { Page } from '@playwright/test';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import type { Session } from '../../scripts/launch';
import { attention, reviewing } from './attention';
import { expect, test } from './fixtures';
import { killWorker } from './worker';

const DAY = 86_400_000;

/** Chooses from the menu of a token. */
async function choose(popup: Page, name: string, item: string): Promise<void> {
  await popup.getByRole('button', { name: `Actions for ${name}` }).click();
  await popup.getByRole('menuitem', { name: item }).click();
}

/** Begins to rotate a token, and takes the new secret. */
async function rotate(popup: Page, name: string, keep: string): Promise<void> {
  await choose(popup, name, 'Rotate…');
  const dialog = popup.getByRole('dialog', { name: `Rotate ${name}` });
  await dialog.getByRole('combobox', { name: 'Keep the old token' }).selectOption(keep);
  await dialog.getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
  await popup.getByRole('button', { name: 'Done' }).click();
}

function named(
  ledger: { ofUser(id: string): { token: { displayName: string | null; isValid: boolean } }[] },
  name: string,
) {
  return ledger.ofUser(users.normal.id).filter(({ token }) => token.displayName?.startsWith(name));
}

/** Sets the stored times back, as if that much time had gone by, and rings the alarm. */
async function letTimePass({ worker }: Session, time: number): Promise<void> {
  await worker.evaluate(`(async () => {
    const { rotations } = await chrome.storage.local.get('rotations');
    for (const { progress } of rotations.value.flatMap(({ parts }) => parts))
      if (progress.handedAt !== undefined) progress.handedAt -= ${time};
    await chrome.storage.local.set({ rotations });
    chrome.alarms.onAlarm.dispatch({ name: 'run-rotations' });
  })()`);
}

test('tokens are rotated: one is kept, one replaced when that is said, one for all organizations, and one by the clock', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await reviewing(await openPopup());

  await test.step('Cancel rotation revokes the new token and keeps the old one', async () => {
    await rotate(popup, 'ci-build', 'For 7 days');
    await expect(attention(popup).getByText(/^ci-build is revoked in 7 days, or when you/)).toBeVisible();
    await popup.getByRole('button', { name: 'Cancel rotation' }).click();
    await expect(
      popup.getByRole('status').filter({ hasText: /is cancelled\. ci-build works as before/ }),
    ).toBeVisible();
    expect(named(server.ledger, 'ci-build').map(({ token }) => token.isValid)).toEqual([true, false]);
  });

  await test.step('a token is rotated: both work until I have replaced it, then the old one is revoked', async () => {
    server.requests.length = 0;
    await rotate(popup, 'ci-build', 'Until I confirm');
    await expect(
      attention(popup).getByText(/^ci-build is being replaced by ci-build 20\d\d-\d\d-\d\d \w{5}\. Both work\.$/),
    ).toBeVisible();
    await expect(popup.getByRole('listitem').filter({ hasText: 'Replaces ci-build' })).toHaveCount(1);
    const made = named(server.ledger, 'ci-build').at(-1);
    expect(made?.token).toMatchObject({ scope: 'vso.build_execute vso.code', isValid: true });
    expect(server.requests.filter(isRevoke)).toEqual([]);

    await popup.getByRole('button', { name: 'I have replaced it' }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Revoked ci-build' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'I have replaced it' })).toHaveCount(0);
    expect(named(server.ledger, 'ci-build').map(({ token }) => token.isValid)).toEqual([false, false, true]);
  });

  await test.step('a token for all organizations is replaced by one for each, handed over one by one', async () => {
    server.requests.length = 0;
    await expect(attention(popup).getByText(/^1 token for all organizations/)).toBeVisible();
    await attention(popup).getByRole('button', { name: 'Replace…' }).click();
    const dialog = popup.getByRole('dialog', { name: 'Replace everything' });
    for (const name of ['fabrikam', 'contoso']) await dialog.getByRole('checkbox', { name }).check();
    await dialog.getByRole('button', { name: 'Replace', exact: true }).click();

    const secrets = new Set<string>();
    for (const name of ['fabrikam', 'contoso']) {
      await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
      await expect(popup.locator('.who').getByText(name, { exact: true })).toBeVisible();
      await popup.getByRole('button', { name: 'Show token' }).click();
      secrets.add(await popup.getByRole('textbox', { name: 'Token', exact: true }).inputValue());
      expect(server.requests.filter(isCreate)).toHaveLength(secrets.size);
      await popup.getByRole('button', { name: 'Done' }).click();
    }
    expect(secrets.size).toBe(2);
    expect(server.requests.filter(isRevoke)).toEqual([]);

    await attention(popup).getByRole('button', { name: 'Revoke the old token' }).click();
    await expect(popup.getByRole('status').filter({ hasText: 'Revoked everything' })).toBeVisible();
    const tokens = named(server.ledger, 'everything').map(({ token }) => token);
    expect(tokens.map(({ isValid }) => isValid)).toEqual([false, true, true]);
    await expect(popup.getByText(/token for all organizations/)).toHaveCount(0);
  });

  await test.step('after 24 hours the old token is revoked by the worker, with the popup closed, and that is told', async () => {
    server.requests.length = 0;
    await rotate(popup, 'git on the laptop', 'For 24 hours');
    await expect(attention(popup).getByText(/^git on the laptop is revoked in (24 hours|1 day), or/)).toBeVisible();
    await popup.close();
    const due = "chrome.alarms.get('run-rotations').then(({ scheduledTime }) => scheduledTime - Date.now())";
    expect(Math.abs(Number(await session.worker.evaluate(due)) - DAY)).toBeLessThan(60_000);

    await letTimePass(session, DAY - 60_000);
    // Times that are set back while the worker still steps on would be written over.
    await expect.poll(async () => Number(await session.worker.evaluate(due))).toBeLessThanOrEqual(60_000);
    expect(server.requests.filter(isRevoke)).toEqual([]);
    await letTimePass(session, 60_000);
    await expect
      .poll(() => named(server.ledger, 'git on the laptop').map(({ token }) => token.isValid))
      .toEqual([false, true]);
    const again = await reviewing(await openPopup());
    await expect(
      attention(again).getByText(/^git on the laptop is revoked\. git on the laptop .* has taken its place\.$/),
    ).toBeVisible();
    await attention(again).getByRole('button', { name: 'OK' }).click();
    await expect(again.getByText(/has taken its place/)).toHaveCount(0);
  });
});

test('a worker that is ended while it rotates leaves the old token alone, and tells what became of the new one', async ({
  server,
  session,
  signIn,
}) => {
  await signIn();
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/src/popup/index.html`);
  await choose(page, 'ci-build', 'Rotate…');
  server.faults.set('slow', { path: 'HierarchyQuery', seconds: 60 });
  await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click();
  await expect.poll(() => server.requests.filter(isCreate).length).toBe(1);
  await killWorker(session);
  await expect(page.getByRole('alert')).toHaveText(/interrupted while making the token/);
  server.faults.clear();
  await expect.poll(() => named(server.ledger, 'ci-build').length).toBe(2);
  await page.reload();
  await reviewing(page);
  await expect(attention(page).getByText(/its secret was lost\. ci-build works as before/)).toBeVisible();
  await attention(page).getByRole('button', { name: 'Cancel rotation' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'The rotation of ci-build is cancelled.' })).toBeVisible();
  expect(named(server.ledger, 'ci-build').map(({ token }) => token.isValid)).toEqual([true, false]);
  await expect(attention(page).getByRole('button', { name: /^Revoke/ })).toHaveCount(0);
});
