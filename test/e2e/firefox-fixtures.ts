import { test as base, expect } from '@playwright/test';
import { createServer, type DevServer, type DevServerOptions } from '../../dev-server/create-server';
import { findFirefox, whyNoFirefox } from '../../scripts/find-browser.mjs';
import { FIREFOX_PAGES, launchFirefox } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';
import { ADD_COOKIE, LEAVE_NOTHING, LEAVE_ONE_TAB } from './firefox-itself';
import { type Gate, openGate } from './gate';
import { httpsFront } from './https-front';

export { expect };

/** A file of the extension: a page would ask the background for something. */
export const FILE = `${FIREFOX_PAGES}/guard.js`;
export const POPUP = `${FIREFOX_PAGES}/src/popup/index.html`;
export const ORGANIZATION = 'https://dev.azure.com/fabrikam';

export type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

type Options = {
  /** What the dev-server of the test is like: seed, clock, switches, faults. */
  serverOptions: DevServerOptions;
  /** A stranger's scripts among the pages of the organization, by their paths. */
  scripts: Record<string, string>;
};

type Fixtures = {
  server: DevServer;
  /** A Firefox in which the built extension was just installed. */
  firefox: Firefox;
  /** The popup of somebody who is signed in as Normal Paulk and has the organization, as a page in the only tab. */
  popup: Firefox;
};

type Shared = {
  /** One browser for many tests, since its start costs as much as they do, and the way from it to the server of the one that runs. */
  shared: { gate: Gate; browser: Firefox };
};

export const test = base.extend<Options & Fixtures, Shared>({
  serverOptions: [{}, { option: true }],
  scripts: [{}, { option: true }],

  server: async ({ serverOptions }, use) => {
    const server = await createServer(serverOptions);
    await use(server);
    await server.close();
    expect(server.alarms, 'requests that must never be sent').toEqual([]);
  },

  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed out of the pattern
    async ({}, use) => {
      const gate = await openGate();
      const proxy = await connectProxy(gate.port);
      const browser = await launchFirefox({ proxyPort: proxy.port });
      await use({ gate, browser });
      await browser.close();
      await proxy.close();
      await gate.close();
    },
    { scope: 'worker' },
  ],

  firefox: async ({ server, scripts, shared: { gate, browser } }, use) => {
    const hasScripts = Object.keys(scripts).length > 0;
    const front = hasScripts ? await httpsFront({ behind: server.url, scripts }) : undefined;
    gate.leadTo(front?.port ?? server.port);
    await browser.install('dist/firefox');
    await use(browser);
    await browser.asBrowser(LEAVE_ONE_TAB);
    await browser.goOnAt('about:blank');
    await browser.uninstall();
    await browser.asBrowser(LEAVE_NOTHING);
    await front?.close();
  },

  popup: async ({ server, firefox }, use) => {
    await firefox.asBrowser(ADD_COOKIE, server.signIn());
    await openPopup(firefox);
    await use(firefox);
  },
});

test.skip(findFirefox() === undefined, whyNoFirefox());

/** Walks through the page for it. */
export async function signIn(firefox: Firefox): Promise<void> {
  await firefox.goto(ORGANIZATION);
  await firefox.press('Sign in');
  await soon(firefox.text).toContain('Normal Paulk');
}

/** Goes on in a popup that has the organization. */
export async function openPopup(firefox: Firefox): Promise<void> {
  await firefox.goto(FILE);
  await ask(firefox, 'hosts.add', { address: 'fabrikam' });
  await firefox.goto(POPUP);
}

/** What a page says soon: a look at it costs Firefox some milliseconds, and one that comes late costs the test more. */
export const soon = <T>(read: () => T | Promise<T>, message = '') =>
  expect.poll(read, { message, intervals: [30, 60, 100] });

/** The time in which a revoke that was just pressed can be taken back is over at once. */
const UNDO_IS_OVER = `
  const pressed = async () => (await browser.storage.local.get('revokes')).revokes;
  const isWaiting = ({ progress }) => progress.state === 'waiting';
  while (!(await pressed())?.value.some(isWaiting)) await new Promise((resolve) => setTimeout(resolve, 20));
  const revokes = await pressed();
  for (const each of revokes.value) each.dueAt = 0;
  await browser.storage.local.set({ revokes });
  await browser.alarms.create('run-revokes', { when: Date.now() });`;

/** Revokes a token by the screen that lists it. */
export async function revoke(firefox: Firefox, name: string): Promise<void> {
  await firefox.press(`Actions for ${name}`);
  await firefox.press('Revoke…');
  await firefox.press('Revoke');
  await firefox.evaluate(UNDO_IS_OVER);
  await soon(firefox.text).toContain(`Revoked ${name}`);
}

/** Asks the event page as a page of the extension does. */
export function ask(firefox: Firefox, name: string, input: object = {}): Promise<unknown> {
  return firefox.evaluate('return await browser.runtime.sendMessage({ name: given[0], input: given[1] })', name, input);
}

const READ_ALL = `
  const { hosts } = await browser.storage.local.get('hosts');
  const read = ({ id }) => browser.runtime.sendMessage({ name: 'tokens.refresh', input: { hostId: id } });
  await Promise.all(hosts.value.map(read));`;

/** A popup that opens while a list is read takes the answer to that, which may be here already: so it is waited for. */
export const readAll = (firefox: Firefox) => firefox.evaluate(READ_ALL);

/** A reading that is under way would still be answered by what the server is like from now on. */
export const readingIsOver = (firefox: Firefox) =>
  soon(() => firefox.evaluate("return document.querySelector('[aria-busy]')?.ariaBusy")).toBe('false');
