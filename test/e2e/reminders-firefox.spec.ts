import { expect, test } from '@playwright/test';
import { createServer } from '../../dev-server/create-server';
import { FIREFOX_PAGES, findFirefox, launchFirefox } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';

const END_BACKGROUND = `
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;

const OFF_AND_ON = `
  const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
  const addon = await AddonManager.getAddonByID('patina@patina.example');
  await addon.disable();
  await addon.enable();`;

test.skip(findFirefox() === undefined, 'there is no Firefox on this machine');

test('Firefox: reminders, badge and alarms are there after lost alarms, an ended background, and off and on again', async () => {
  const server = await createServer();
  const proxy = await connectProxy(server.port);
  const firefox = await launchFirefox({ extension: 'dist/firefox', proxyPort: proxy.port });
  const ask = (what: string) => firefox.evaluate(`return await browser.${what}`);
  const askWorker = (name: string, input: object) =>
    ask(`runtime.sendMessage({ name: ${JSON.stringify(name)}, input: ${JSON.stringify(input)} })`);
  const badge = () => ask('action.getBadgeText({})');
  const alarms = () => ask('alarms.getAll().then((all) => all.map((each) => each.name + each.scheduledTime).sort())');
  /** How far the alarm for the next look is from when that look is due; of an agenda that is forgotten, very far. */
  const beyondAgenda = () =>
    firefox.evaluate(`
      const [alarm, { agenda }] = await Promise.all([browser.alarms.get('remind'), browser.storage.local.get('agenda')]);
      return Math.abs(alarm.scheduledTime - agenda.value.until);`);
  try {
    await firefox.goto('https://dev.azure.com/fabrikam');
    await firefox.press('Sign in');
    await expect.poll(firefox.text).toContain('Normal Paulk');
    await firefox.goto(`${FIREFOX_PAGES}/src/page/index.html`);
    await askWorker('hosts.add', { address: 'fabrikam' });
    await askWorker('tokens.refresh', { hostId: 'services:fabrikam' });
    // Those that their owner makes anew; of one that its tool renews nobody asked to be told.
    await expect.poll(badge).toBe('2');
    const told = () =>
      ask(`storage.local.get('reminders').then(({ reminders }) => reminders.value.told.map((each) => each.shown))`);
    await expect.poll(told).toEqual([true, true]);
    await expect.poll(alarms).toHaveLength(2);
    await expect.poll(beyondAgenda).toBeLessThanOrEqual(1_000);
    const before = await alarms();

    await ask('alarms.clearAll()');
    await firefox.asBrowser(END_BACKGROUND);
    expect(await alarms()).toEqual([]);
    await askWorker('diagnostics.read', {});
    await expect.poll(alarms).toEqual(before);

    const own = () => server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined).length;
    const asked = own();
    await firefox.goto('about:blank');
    await firefox.asBrowser(OFF_AND_ON);
    await firefox.goto(`${FIREFOX_PAGES}/src/page/index.html`);
    await expect.poll(badge).toBe('2');
    await expect.poll(alarms).toEqual(before);
    expect(own()).toBe(asked);
  } finally {
    await firefox.close();
    await proxy.close();
    await server.close();
  }
});
