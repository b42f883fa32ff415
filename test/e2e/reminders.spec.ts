import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page, Worker } from '@playwright/test';
import { seedToken } from '../../dev-server/seed';
import { launchWithExtension, type Session } from '../../scripts/launch';
import { signIn as signInThere } from '../../scripts/sign-in';
import { attention, reviewing } from './attention';
import { expect, test } from './fixtures';
import { killWorker } from './worker';

const DAY = 86_400_000;

/** The clock of the server; that of the worker is set in the worker. */
let ahead = 0;

test.use({ serverOptions: { now: () => Date.now() + ahead } });

test.beforeEach(() => {
  ahead = 0;
});

/** A page of the extension, which sees what the browser shows. */
async function openPage({ context, extensionId }: Session, at: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/src/${at}`);
  return page;
}

const ask = <T>(where: Page | Worker, what: string) => (where as Worker).evaluate<T>(what); // both evaluate a text
const shown = (where: Page | Worker) => ask<string[]>(where, 'chrome.notifications.getAll().then(Object.keys)');
const badge = (where: Page | Worker) => ask<string>(where, 'chrome.action.getBadgeText({})');
const alarms = (where: Page | Worker) =>
  ask<[string, number][]>(
    where,
    'chrome.alarms.getAll().then((all) => all.map((each) => [each.name, each.scheduledTime]))',
  );
/** How far the alarm for the next look is from when that look is due; of an agenda that is forgotten, very far. */
const beyondAgenda = (where: Page) =>
  ask<number>(
    where,
    `Promise.all([chrome.alarms.get('remind'), chrome.storage.local.get('agenda')])
      .then(([alarm, { agenda }]) => Math.abs(alarm.scheduledTime - agenda.value.until))`,
  );

/** What the badge counts of the seed: two tokens, and one that its tool renews only if that is chosen. */
const [OWN, WITH_RENEWED] = ['2', '3'];

/** Moves the clock of the worker and of the server, and wakes the worker as an alarm does. */
async function moveClock(worker: Worker, days: number): Promise<void> {
  ahead += days * DAY;
  await worker.evaluate((by) => {
    const { now } = Date;
    Date.now = () => now.call(Date) + by;
  }, days * DAY);
  await worker.evaluate("chrome.alarms.onAlarm.dispatch({ name: 'remind' })");
}

test('each step is told once under a moved clock, the badge counts and grows red, and no request is sent', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const { worker } = session;
  const popup = await openPopup();
  await expect(popup.getByRole('button', { name: 'build agent', exact: true })).toBeVisible();
  await expect.poll(() => badge(worker)).toBe(OWN);
  await expect.poll(() => shown(worker)).toHaveLength(1);
  expect(await ask(worker, 'chrome.action.getBadgeBackgroundColor({})')).toEqual([179, 38, 30, 255]);
  await popup.close();

  const asked = server.requests.length;
  await moveClock(worker, 0.6);
  await expect.poll(() => shown(worker)).toHaveLength(2);
  await expect.poll(() => badge(worker)).toBe('1');
  expect(await ask(worker, 'chrome.action.getBadgeBackgroundColor({})')).toEqual([14, 107, 94, 255]);
  await moveClock(worker, 0);
  await moveClock(worker, 10);
  await expect.poll(() => shown(worker)).toHaveLength(3);
  // The clock was wrong, and is set back: what has not come yet is told in its time, and nothing twice.
  await moveClock(worker, -8);
  await expect.poll(() => shown(worker)).toHaveLength(4);
  await moveClock(worker, 8);
  await expect.poll(() => badge(worker)).toBe('');
  expect(await shown(worker)).toHaveLength(4);
  expect(server.requests).toHaveLength(asked);
});

test('what is told leads to its token; what is chosen, lost or made by somebody else is seen', async ({
  server,
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const { worker } = session;
  await expect((await openPopup()).getByRole('listitem').first()).toBeVisible();
  await expect.poll(() => badge(worker)).toBe(OWN);

  await test.step('a notification opens its token, where its reminders are put off, stopped and begun again', async () => {
    await expect.poll(() => shown(worker)).toHaveLength(1);
    const [name = ''] = await shown(worker);
    const opened = session.context.waitForEvent('page');
    await worker.evaluate(`chrome.notifications.onClicked.dispatch(${JSON.stringify(name)})`);
    const page = await opened;
    const agent = page.locator('section').filter({ has: page.getByRole('heading', { name: 'build agent' }) });
    await agent.getByRole('button', { name: 'Snooze for a day' }).click();
    await expect(agent.getByRole('status')).toHaveText(/^No reminders of this token until /);
    await agent.getByRole('button', { name: 'Remind me again' }).click();
    await agent.getByRole('button', { name: 'Stop reminding me' }).click();
    await expect(agent.getByRole('status')).toHaveText('You will not be reminded of this token.');
    await expect.poll(() => badge(worker)).toBe('1');
    await agent.getByRole('button', { name: 'Remind me again' }).click();
    await expect.poll(() => badge(worker)).toBe(OWN);
    await page.goto(page.url().replace(/#.*/, '#token=00000000-1111-4222-8333-444444444444'));
    await page.reload();
    await expect(page.getByText('None of your lists has this token. It may be gone.')).toBeVisible();
    await page.close();
  });

  const page = await openPage(session, 'page/index.html#reminders');

  await test.step('a token that its tool renews is counted once that is chosen, and no longer once it is not', async () => {
    const renewed = page.getByRole('checkbox', { name: 'Remind me of tokens that tools renew' });
    await expect(renewed).not.toBeChecked();
    await renewed.check();
    await expect.poll(() => badge(page)).toBe(WITH_RENEWED);
    await renewed.uncheck();
    await expect.poll(() => badge(page)).toBe(OWN);
  });

  await test.step('lost alarms are there again at the next start of the worker', async () => {
    await expect.poll(async () => (await alarms(page)).map(([name]) => name).toSorted()).toEqual(['check', 'remind']);
    // Only after a look at the list the alarm is set for what it says; until then it is that of an empty list.
    await expect.poll(() => badge(page)).toBe(OWN);
    await expect.poll(() => beyondAgenda(page)).toBeLessThanOrEqual(1_000);
    const before = (await alarms(page)).toSorted();
    // In this order: a worker that is still at work would set some of them again.
    await killWorker(session);
    await page.evaluate('chrome.alarms.clearAll()');
    expect(await alarms(page)).toEqual([]);
    await page.evaluate("chrome.runtime.sendMessage({ name: 'diagnostics.read', input: {} })");
    await expect.poll(async () => (await alarms(page)).toSorted()).toEqual(before);
  });

  await test.step('a token that somebody else has made is told of, and is on a card until the user says whose it is', async () => {
    server.ledger.add(seedToken('backdoor', {}));
    server.ledger.add(seedToken('my own', {}));
    const popup = await openPopup();
    const waiting = attention(await reviewing(popup));
    const mine = waiting
      .locator('div')
      .filter({ has: popup.getByRole('button', { name: 'Revoke my own' }) })
      .last();
    await mine.getByRole('button', { name: 'That was me' }).click();
    await expect(waiting.getByRole('button', { name: 'Revoke my own' })).toHaveCount(0);
    await waiting.getByRole('button', { name: 'Revoke backdoor' }).click();
    await expect(popup.getByRole('alertdialog', { name: 'Revoke backdoor?' })).toBeVisible();
    const ofStrangers = async () => (await shown(page)).filter((name) => name.startsWith('stranger'));
    await expect.poll(ofStrangers).toHaveLength(1);
  });

  await test.step('the settings have a checkbox for each step, and keep what is chosen', async () => {
    await page.bringToFront();
    const group = page.getByRole('group', { name: 'Remind me' });
    await expect(group.getByRole('checkbox', { name: '14 days before' })).toBeChecked();
    for (const name of ['30 days before', '3 days before', 'Show token names in notifications'])
      await group.getByRole('checkbox', { name }).check();
    await group.getByRole('checkbox', { name: 'When it expires' }).uncheck();
    await page.getByRole('combobox', { name: 'Check for changes' }).selectOption('Every day');
    await page.reload();
    await expect(group.getByRole('checkbox', { checked: true })).toHaveCount(6);
    await expect(group.getByRole('checkbox', { name: 'When it expires' })).not.toBeChecked();
    await expect(page.getByRole('combobox', { name: 'Check for changes' })).toHaveValue('24');
  });
});

test('after a restart of the browser the badge is there before anything is asked', async ({ server }) => {
  const userDataDir = await mkdtemp(path.join(tmpdir(), 'patina-restart-'));
  const launch = () =>
    launchWithExtension({ extension: 'dist/chrome', port: server.port, headless: true, userDataDir });
  const before = await launch();
  await signInThere(before.context, 'fabrikam');
  await expect((await before.openPopup()).getByRole('listitem').first()).toBeVisible();
  await expect.poll(() => badge(before.worker)).toBe(OWN);
  await before.close();
  const asked = server.requests.length;
  const after = await launch();
  await expect.poll(() => badge(after.worker)).toBe(OWN);
  await expect.poll(async () => (await alarms(after.worker)).length).toBe(2);
  expect(server.requests).toHaveLength(asked);
  await after.close();
  await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
});
