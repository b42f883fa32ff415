import type { DevServer } from '../../dev-server/create-server';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { ask, expect, type Firefox, openPopup, soon, test } from './firefox-fixtures';
import { ADD_COOKIE, END_BACKGROUND, TAB_OF_TOKEN } from './firefox-itself';

const PAGE = `${FIREFOX_PAGES}/src/page/index.html`;

const OFF_AND_ON = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID('patina@patina.example');
  await addon.disable();
  await addon.enable();`;

/** A page of the extension, with the organization added and its list read. */
async function openPage(firefox: Firefox, server: DevServer): Promise<void> {
  await firefox.asBrowser(ADD_COOKIE, server.signIn());
  await firefox.goto(PAGE);
  await ask(firefox, 'hosts.add', { address: 'fabrikam' });
  await ask(firefox, 'tokens.refresh', { hostId: 'services:fabrikam' });
}

/** How far the alarms are from what they are for; of an agenda or of turns that are forgotten, very far. */
const BEYOND = `
  const { agenda, turns } = await browser.storage.local.get(['agenda', 'turns']);
  const [remind, check] = [await browser.alarms.get('remind'), await browser.alarms.get('check')];
  const next = Math.min(...turns.value.map(({ at }) => at));
  return Math.max(Math.abs(remind.scheduledTime - agenda.value.until), Math.abs(check.scheduledTime - next));`;

test('Firefox: reminders, badge and alarms are there after lost alarms, an ended background, and off and on again', async ({
  server,
  firefox,
}) => {
  const see = (what: string) => firefox.evaluate(`return await browser.${what}`);
  const badge = () => see('action.getBadgeText({})');
  const alarms = () => see('alarms.getAll().then((all) => all.map((each) => each.name + each.scheduledTime).sort())');
  await openPage(firefox, server);
  // Those that their owner makes anew; of one that its tool renews nobody asked to be told.
  await soon(badge).toBe('2');
  const told = () =>
    see(`storage.local.get('reminders').then(({ reminders }) => reminders.value.told.map((each) => each.shown))`);
  await soon(told).toEqual([true, true]);
  await soon(alarms).toHaveLength(2);
  await soon(() => firefox.evaluate(BEYOND)).toBeLessThanOrEqual(1_000);
  const before = await alarms();

  await firefox.asBrowser(END_BACKGROUND); // first: what it is at would set them anew
  await see('alarms.clearAll()');
  expect(await alarms()).toEqual([]);
  await ask(firefox, 'diagnostics.read', {});
  await soon(alarms).toEqual(before);

  const own = () => server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined).length;
  const asked = own();
  await firefox.goto('about:blank');
  await firefox.asBrowser(OFF_AND_ON);
  await firefox.goto(PAGE);
  await soon(badge).toBe('2');
  await soon(alarms).toEqual(before);
  expect(own()).toBe(asked);
});

const NOTIFICATIONS = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  const shown = ExtensionParent.apiManager.getAPI('notifications', extension, 'addon_parent').notificationsMap;`;

/** Writes down which are shown: without a desktop they are gone at once. */
const WATCH = `${NOTIFICATIONS}
  const { set } = shown;
  shown.seen = [];
  shown.set = function (name, { options }) { this.seen.push([name, options.buttons?.length ?? 0]); return set.apply(this, arguments); };`;
const SEEN = `${NOTIFICATIONS} return shown.seen`;

/** As a press on one does. */
const PRESS_ON = `${NOTIFICATIONS} shown.emit('clicked', given[0]);`;

test('Firefox: a notification has no buttons, and opens its token, where its reminders are put off', async ({
  server,
  firefox,
}) => {
  await firefox.asBrowser(WATCH);
  await firefox.asBrowser(ADD_COOKIE, server.signIn());
  await openPopup(firefox);
  const seen = () => firefox.asBrowser(SEEN) as Promise<[name: string, buttons: number][]>;
  await soon(async () => (await seen()).length).toBeGreaterThan(0);
  const [[name, buttons] = ['', 0]] = await seen();
  expect(buttons).toBe(0);
  await firefox.asBrowser(END_BACKGROUND);
  await firefox.asBrowser(PRESS_ON, name);
  await soon(() => firefox.asBrowser(TAB_OF_TOKEN)).not.toBe('');
  await firefox.goOnAt(String(await firefox.asBrowser(TAB_OF_TOKEN)));
  await firefox.press('Snooze for a day');
  await soon(firefox.text).toMatch(/No reminders of this token until /);
});

/** The clock of the server; that of the event page is set in it. */
let ahead = 0;

const MOVE_CLOCK = `
  const { Date } = await browser.runtime.getBackgroundPage();
  const { now } = Date;
  Date.now = () => now.call(Date) + given[0];
  await browser.alarms.create('remind', { when: window.Date.now() });`;

test.describe('a moved clock', () => {
  test.use({ serverOptions: { now: () => Date.now() + ahead } });

  test.beforeEach(() => {
    ahead = 0;
  });

  test('Firefox: each step is told once under a moved clock, the badge follows, and no request is sent', async ({
    server,
    firefox,
  }) => {
    const own = () => server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined).length;
    const badge = () => firefox.evaluate('return await browser.action.getBadgeText({})');
    const steps = () =>
      firefox.evaluate(`
        const { reminders } = await browser.storage.local.get('reminders');
        return reminders.value.told.map((each) => each.steps);`);
    const move = async (days: number) => {
      ahead += days * 86_400_000;
      await firefox.evaluate(MOVE_CLOCK, days * 86_400_000);
    };
    await openPage(firefox, server);
    await soon(badge).toBe('2');
    await soon(steps).toEqual([[1], [7]]);
    const asked = own();
    await move(0.6);
    await soon(badge).toBe('1');
    await move(10);
    await soon(badge).toBe('');
    await soon(steps).toEqual([
      [1, 0],
      [7, 0],
    ]);
    expect(own()).toBe(asked);
  });
});
