import { FIREFOX_PAGES } from '../../scripts/firefox';
import { ask, expect, test } from './firefox-fixtures';
import { END_BACKGROUND } from './firefox-itself';

const PAGE = `${FIREFOX_PAGES}/src/page/index.html`;

const OFF_AND_ON = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID('patina@patina.example');
  await addon.disable();
  await addon.enable();`;

test('Firefox: reminders, badge and alarms are there after lost alarms, an ended background, and off and on again', async ({
  server,
  popup: firefox,
}) => {
  const see = (what: string) => firefox.evaluate(`return await browser.${what}`);
  const badge = () => see('action.getBadgeText({})');
  const alarms = () => see('alarms.getAll().then((all) => all.map((each) => each.name + each.scheduledTime).sort())');
  /** How far the alarm for the next look is from when that look is due; of an agenda that is forgotten, very far. */
  const beyondAgenda = () =>
    firefox.evaluate(`
      const [alarm, { agenda }] = await Promise.all([browser.alarms.get('remind'), browser.storage.local.get('agenda')]);
      return Math.abs(alarm.scheduledTime - agenda.value.until);`);
  await firefox.goto(PAGE);
  await ask(firefox, 'tokens.refresh', { hostId: 'services:fabrikam' });
  // Those that their owner makes anew; of one that its tool renews nobody asked to be told.
  await expect.poll(badge).toBe('2');
  const told = () =>
    see(`storage.local.get('reminders').then(({ reminders }) => reminders.value.told.map((each) => each.shown))`);
  await expect.poll(told).toEqual([true, true]);
  await expect.poll(alarms).toHaveLength(2);
  await expect.poll(beyondAgenda).toBeLessThanOrEqual(1_000);
  const before = await alarms();

  await see('alarms.clearAll()');
  await firefox.asBrowser(END_BACKGROUND);
  expect(await alarms()).toEqual([]);
  await ask(firefox, 'diagnostics.read', {});
  await expect.poll(alarms).toEqual(before);

  const own = () => server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined).length;
  const asked = own();
  await firefox.goto('about:blank');
  await firefox.asBrowser(OFF_AND_ON);
  await firefox.goto(PAGE);
  await expect.poll(badge).toBe('2');
  await expect.poll(alarms).toEqual(before);
  expect(own()).toBe(asked);
});
