import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { DevServer } from '../../dev-server/create-server';
import { instantOf } from '../../dev-server/dates';
import { isRevoke } from '../../dev-server/requests';
import { type Seed, seedToken, seedWith } from '../../dev-server/seed';
import type { LedgerEntry } from '../../dev-server/tokens';
import { launchWithExtension, type Session } from '../../scripts/launch';
import { signIn } from '../../scripts/sign-in';
import { expect, test } from './fixtures';
import { tabOpenedBy } from './opened';
import { pressTogether } from './together';
import { killWorker } from './worker';

const FIELD = { name: 'Type fabrikam to confirm' };
const DEED = /^Revoke \d+ tokens$/;

/** Normal Paulk with so many tokens that work, all in fabrikam. */
function seedOf(count: number): Seed {
  const validTo = new Date(Date.now() + 90 * 86_400_000).toISOString();
  const tokens = Array.from({ length: count }, (_, index) => ({ token: seedToken(`token ${index}`, { validTo }) }));
  return { ...seedWith(0, Date.now()), tokens };
}

const isActive = ({ token }: LedgerEntry) => token.isValid && !token.isPublic && instantOf(token.validTo) > Date.now();
const works = (server: DevServer) => server.ledger.ofUser('bb5bb6c8-ef0a-400f-8987-92b3674d2043').filter(isActive);
const revokes = (server: DevServer) => server.requests.filter(isRevoke);

const addressOf = ({ extensionId }: Session, rest: string) =>
  `chrome-extension://${extensionId}/src/page/index.html${rest}`;

async function openPage(session: Session): Promise<Page> {
  const page = await session.context.newPage();
  await page.goto(addressOf(session, '#revoke-all'));
  return page;
}

/** The page with the whole list on it. */
async function openReady(session: Session, openPopup: () => Promise<Page>): Promise<Page> {
  await expect((await openPopup()).getByRole('listitem').first(), 'the organization is known').toBeVisible();
  const page = await openPage(session);
  await expect(page.getByRole('heading', { name: 'Revoke all tokens' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Tokens to revoke' }).getByRole('checkbox').first()).toBeVisible();
  return page;
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('textbox', FIELD).fill('fabrikam');
  await page.getByRole('button', { name: DEED }).click();
}

test.describe('a dozen tokens', () => {
  test.beforeEach(async ({ signIn }) => {
    await signIn();
  });

  test('all but what is to stay is revoked, by what is typed alone', async ({ server, session, openPopup }) => {
    await test.step('nothing is sent by the menu, an address or the page itself', async () => {
      await openReady(session, openPopup);
      const opened = session.context.waitForEvent('page');
      await session.worker.evaluate('chrome.contextMenus.onClicked.dispatch({ menuItemId: "revoke-all" }, {})');
      await expect((await opened).getByRole('heading', { name: 'Revoke all tokens' })).toBeVisible();
      const ids = ['new-token', 'revoke-all', 'settings'];
      const updates = ids.map((id) => `chrome.contextMenus.update(${JSON.stringify(id)}, {})`).join(', ');
      await session.worker.evaluate(`Promise.all([${updates}])`);
      const hostile = [
        '#revoke-all?confirm=1',
        '#revoke-all?go&typed=fabrikam',
        '?confirm=1&go#revoke-all',
        '#constructor',
      ];
      const page = await session.context.newPage();
      for (const hash of hostile) {
        await page.goto('about:blank'); // or nothing is loaded where the fragment alone is another
        await page.goto(addressOf(session, hash));
        await expect(page.getByRole('heading').first()).toBeVisible();
        if (hash !== '#constructor') {
          await expect(page.getByRole('button', { name: DEED })).toBeVisible();
          await expect(page.getByText('The whole list must be read first.')).toHaveCount(0);
        }
        await expect(page.getByRole('button', { name: DEED, disabled: false })).toHaveCount(0);
      }
      expect(revokes(server)).toEqual([]);
    });

    await test.step('all but what is to stay are revoked, once it is typed, and the list says so', async () => {
      const popup = await openPopup();
      await popup.getByRole('button', { name: 'More' }).click();
      const page = await tabOpenedBy(session, popup.getByRole('menuitem', { name: 'Revoke all tokens…' }));
      await expect(page.getByText('Signed in as Normal Paulk')).toBeVisible();
      const list = page.getByRole('list', { name: 'Tokens to revoke' });
      await expect(list.getByRole('checkbox')).toHaveCount(8);
      const byTools = page.getByRole('group', { name: 'Made by tools' });
      await expect(byTools.getByRole('checkbox')).toHaveCount(2);
      await expect(byTools).toContainText('2 made by');

      const deed = page.getByRole('button', { name: DEED });
      await list.getByRole('checkbox', { name: 'full access' }).uncheck();
      const always = page.getByRole('button', { name: 'Always keep ci-build' });
      await always.click();
      await expect(always).toHaveAttribute('aria-pressed', 'true');
      await expect(list.getByRole('checkbox', { name: 'ci-build' })).not.toBeChecked();
      await expect(deed).toHaveText('Revoke 6 tokens');

      const every = page.getByRole('checkbox', { name: 'All tokens' });
      for (const [count, state] of [
        [7, { indeterminate: true }],
        [0, { checked: false }],
        [7, { indeterminate: true }],
      ] as const) {
        await every.click();
        await expect(deed).toHaveText(`Revoke ${count} tokens`);
        await expect(list.getByRole('checkbox', { checked: true })).toHaveCount(count);
        await expect(every).toBeChecked(state);
      }
      await list.getByRole('checkbox', { name: 'full access' }).uncheck();
      const alwaysByTools = await byTools.getByRole('button', { name: /^Always keep / }).all();
      for (const each of alwaysByTools) await each.click();
      await expect(byTools.getByRole('button', { name: 'Check all' })).toBeDisabled();
      for (const each of alwaysByTools) await each.click();
      await byTools.getByRole('button', { name: 'Uncheck all' }).click();
      await expect(deed).toHaveText('Revoke 4 tokens');
      await byTools.getByRole('button', { name: 'Check all' }).click();
      await page.getByRole('button', { name: 'Dry run' }).click();
      await expect(page.getByRole('status').filter({ hasText: /Would revoke 6 tokens in about \d/ })).toBeVisible();

      const field = page.getByRole('textbox', FIELD);
      for (const typed of ['', 'fabrika', 'Fabrikam', 'all organizations']) {
        await field.fill(typed);
        await expect(deed, typed).toBeDisabled();
      }
      expect(revokes(server)).toEqual([]);
      await field.fill('fabrikam');
      await page.keyboard.press('Enter');
      await expect(page.getByText('6 revoked, 2 kept, 0 failed, 0 left')).toBeVisible();
      await expect(deed, 'the end has the page to itself').toHaveCount(0);
      const left = works(server).map(({ token }) => token.displayName);
      expect(left.toSorted()).toEqual(['ci-build', 'contoso deploy', 'full access']);
      expect(revokes(server)).toHaveLength(6);
    });
  });

  test('two pages that confirm at the same time revoke once', async ({ server, session, openPopup }) => {
    const pages = [await openReady(session, openPopup), await openReady(session, openPopup)];
    for (const page of pages) await page.getByRole('textbox', FIELD).fill('fabrikam');
    await pressTogether(pages.map((page) => page.getByRole('button', { name: DEED })));
    for (const page of pages) await expect(page.getByText('8 revoked, 0 kept, 0 failed, 0 left')).toBeVisible();
    expect(revokes(server)).toHaveLength(8);
  });

  test('it is stopped and goes on; what failed is told with its reason, and tried again', async ({
    server,
    session,
    openPopup,
  }) => {
    const page = await openReady(session, openPopup);
    server.faults.set('slow', { method: 'DELETE', seconds: 60 });
    server.faults.set('conditionalAccess', { method: 'DELETE', times: 2 });
    await confirm(page);
    await expect(page.getByRole('progressbar', { name: 'Revoking' })).toBeVisible();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
    await expect(page.getByText(/^(Revoked|Gone already)$/), 'nothing is done before the list agrees').toHaveCount(0);
    server.faults.clear('slow');
    await expect.poll(() => revokes(server).every(({ status }) => status !== undefined)).toBe(true);
    const sent = revokes(server).length;
    expect(sent).toBeLessThan(8);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('6 revoked, 0 kept, 2 failed, 2 left')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Failed' })).toContainText('A policy of the organization forbids it.');
    await page.getByRole('button', { name: 'Retry failed' }).click();
    await expect(page.getByText('8 revoked, 0 kept, 0 failed, 0 left')).toBeVisible();
  });

  test('another account in the middle of it stops it', async ({ server, session, openPopup }) => {
    const page = await openReady(session, openPopup);
    server.faults.set('slow', { method: 'DELETE', seconds: 60 });
    await confirm(page);
    await expect.poll(() => revokes(server).length).toBe(4);
    server.faults.set('identitySwitch', { method: 'DELETE' });
    server.faults.clear('slow');
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing is sent.' })).toBeVisible();
    const sent = revokes(server).length;
    await page.getByRole('button', { name: 'Resume' }).click();
    // Answered when it goes on, for which there is an alarm until it has stopped again: "Stopped" was there before, too.
    await page.evaluate(`chrome.runtime.sendMessage({ name: 'revoke-all.resume', input: {} })`);
    await expect.poll(() => page.evaluate(`chrome.alarms.get('revoke-all').then((alarm) => !alarm)`)).toBe(true);
    await expect(page.getByText('Stopped', { exact: true })).toBeVisible();
    expect(revokes(server)).toHaveLength(sent);
  });
});

test.describe('more tokens than are drawn', () => {
  test.use({ serverOptions: { seed: seedOf(150) } });

  test('what is checked goes, whether it is drawn or not; what is unchecked stays so, wherever one scrolls to', async ({
    server,
    session,
    signIn,
    openPopup,
  }) => {
    await signIn();
    const page = await openReady(session, openPopup);
    const list = page.getByRole('list', { name: 'Tokens to revoke' });
    const box = (name: string) => list.getByRole('checkbox', { name, exact: true });
    expect(await list.getByRole('checkbox').count()).toBeLessThan(100);
    await box('token 0').uncheck();
    await page.keyboard.press('Control+f');
    await expect(page.getByRole('searchbox', { name: 'Search tokens' })).toBeFocused();
    await page.keyboard.type('token 99');
    await expect(list.getByRole('checkbox')).toHaveCount(1);
    await expect(page.getByText('Shown: 1 of 150.')).toBeVisible();
    await box('token 99').focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.evaluate('scrollTo(0, document.body.scrollHeight)');
    await expect(list.locator('[aria-posinset="150"]')).toBeInViewport();
    await expect(box('token 0')).toHaveCount(0);
    await page.evaluate('scrollTo(0, 0)');
    await expect(box('token 0')).not.toBeChecked();
    await expect(page.getByText('148 to revoke, 2 to keep')).toBeVisible();
    await confirm(page);
    await expect(page.getByText('148 revoked, 2 kept, 0 failed, 0 left')).toBeVisible();
    expect(works(server).map(({ token }) => token.displayName)).toEqual(['token 0', 'token 99']);
  });
});

test.describe('enough tokens for many ends', () => {
  test.use({ serverOptions: { seed: seedOf(90) } });

  test('the worker is ended twenty times, and the server asks for pauses: all are revoked', async ({
    server,
    session,
    signIn,
    openPopup,
  }) => {
    await signIn();
    const page = await openReady(session, openPopup);
    server.faults.set('slow', { method: 'DELETE', seconds: 0.2 });
    await confirm(page);
    for (let kill = 0; kill < 20; kill++) {
      const before = revokes(server).length;
      await expect.poll(() => revokes(server).length, { intervals: [20] }).toBeGreaterThan(before);
      server.faults.set(kill % 3 === 0 ? 'throttled429' : 'reset', { method: 'DELETE', seconds: 1, times: 2 });
      await killWorker(session);
      await page.evaluate(
        'chrome.runtime.sendMessage({ name: "revoke-all.continue", input: {} }).catch(() => undefined)',
      );
    }
    server.faults.clear(); // enough was in the middle of it
    await expect(page.getByText('90 revoked, 0 kept, 0 failed, 0 left')).toBeVisible({ timeout: 40_000 });
    expect(works(server)).toEqual([]);
    const workers = new Set(revokes(server).map(({ headers }) => headers['x-tfs-session']));
    expect(workers.size, 'workers that had a part in it').toBeGreaterThanOrEqual(20);
  });
});

test.describe('many tokens', () => {
  test.use({ serverOptions: { seed: seedOf(60) } });

  test('the browser is closed in the middle of it: the next one goes on', async ({ server }) => {
    const userDataDir = await mkdtemp(path.join(tmpdir(), 'patina-profile-'));
    const launch = () =>
      launchWithExtension({ extension: 'dist/chrome', port: server.port, headless: true, userDataDir });
    try {
      const first = await launch();
      await signIn(first.context, 'fabrikam');
      const page = await openReady(first, first.openPopup);
      server.faults.set('slow', { method: 'DELETE', seconds: 0.2 });
      await confirm(page);
      await expect.poll(() => revokes(server).length, { intervals: [20] }).toBeGreaterThanOrEqual(24);
      // The middle lasts as long as it takes to close a browser.
      server.faults.set('slow', { method: 'DELETE', seconds: 60 });
      await first.close();
      server.faults.clear();
      const before = works(server).length;
      expect(before).toBeGreaterThan(20);

      const second = await launch();
      await signIn(second.context, 'fabrikam');
      await expect.poll(() => works(server).length, { timeout: 60_000 }).toBe(0);
      const again = await openPage(second);
      await expect(again.getByText('60 revoked, 0 kept, 0 failed, 0 left')).toBeVisible({ timeout: 40_000 });
      await second.close();
    } finally {
      await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
    }
  });
});
