import { type BrowserContext, test as base, expect, type Page, type Request } from '@playwright/test';
import { createServer, type DevServer, type DevServerOptions } from '../../dev-server/create-server';
import { installIn, type LaunchedBrowser, launchBrowser, type Session } from '../../scripts/launch';
import { desktopLeftAlone } from './desktop';
import { type Gate, openGate } from './gate';

export { expect };

/** Hosts of Azure DevOps Services for a tab, which signs in. */
const AZURE_DEVOPS = /^https:\/\/(dev\.azure\.com|vssps\.dev\.azure\.com|[\w-]+(\.vssps)?\.visualstudio\.com)\//;

type Options = {
  /** What the dev-server of the test is like: seed, clock, switches, faults. */
  serverOptions: DevServerOptions;
  /** The hosts that the extension may ask. */
  ownHosts: RegExp;
  /** Whether the tab that welcomes stays open: at work beside each test, it cost as much as some of them. */
  welcomes: boolean;
};

type Fixtures = {
  /** An Azure DevOps of the test's own. */
  server: DevServer;
  /** A browser in which the built extension was just installed. At the end nobody else was asked for anything. */
  session: Session;
  /** The browser of somebody who is signed in as Normal Paulk, with a tab at fabrikam's page. */
  signIn: () => Promise<Page>;
  /** Lets the user's answer to the question for a host be yes: the question itself cannot be pressed from outside. */
  allow: (pattern: string) => Promise<void>;
  /** The real popup of the toolbar. It closes when a tab gets the focus. */
  openPopup: () => Promise<Page>;
};

type Shared = {
  /** One browser for many tests, and the way from it to the server of the one that runs. */
  shared: { gate: Gate; browser: Awaited<ReturnType<typeof launchBrowser>> };
};

async function installWelcomed(browser: LaunchedBrowser): ReturnType<typeof installIn> {
  const welcome = browser.context.waitForEvent('page', (page) => page.url().endsWith('#welcome'));
  const [installed] = await Promise.all([installIn(browser, 'dist/chrome'), welcome]);
  return installed;
}

/** Installs the extension, and closes the tab that welcomes before it has drawn anything. */
async function installUnwelcomed(browser: LaunchedBrowser): ReturnType<typeof installIn> {
  const devTools = await browser.context.browser()?.newBrowserCDPSession();
  if (!devTools) throw new Error('The browser has ended.');
  const closed = new Promise<void>((resolve) => {
    let welcome: string | undefined;
    const see = ({ targetInfo: { targetId, url } }: { targetInfo: { targetId: string; url: string } }) => {
      if (welcome !== undefined || !url.endsWith('#welcome')) return;
      welcome = targetId;
      void devTools.send('Target.closeTarget', { targetId });
    };
    devTools.on('Target.targetCreated', see);
    devTools.on('Target.targetInfoChanged', see);
    devTools.on('Target.targetDestroyed', ({ targetId }) => targetId === welcome && resolve());
  });
  await devTools.send('Target.setDiscoverTargets', { discover: true });
  const [installed] = await Promise.all([installIn(browser, 'dist/chrome'), closed]);
  await devTools.detach();
  return installed;
}

/** Leaves nothing in the browser: what the extension stored has gone with it. */
async function clear(context: BrowserContext): Promise<void> {
  const blank = await context.newPage();
  for (const page of context.pages()) if (page !== blank) await page.close();
  await context.clearCookies();
  await context.clearPermissions();
  const devTools = await context.newCDPSession(blank);
  await devTools.send('Network.clearBrowserCache');
  // A page's service worker would ask for its script again, in a later test.
  await devTools.send('Storage.clearDataForOrigin', { origin: 'https://dev.azure.com', storageTypes: 'all' });
  await devTools.detach();
}

function isForeign(address: string, ownHosts: RegExp): boolean {
  return /^(https?|wss?):/.test(address) && !AZURE_DEVOPS.test(address) && !ownHosts.test(new URL(address).hostname);
}

/** What the sign-in page leaves behind. Walking through it costs two pages more; doctor, leak and revoke-all do. */
async function signedIn(server: DevServer, { context }: Session): Promise<Page> {
  const [name = '', value = ''] = server.signIn().split('=');
  const place = { domain: '.dev.azure.com', path: '/', secure: true, httpOnly: true, sameSite: 'None' } as const;
  await context.addCookies([name, 'HostAuthentication'].map((each) => ({ name: each, value, ...place })));
  const page = context.pages().find((tab) => !tab.url().startsWith('chrome-extension:')) ?? (await context.newPage());
  await page.goto('https://dev.azure.com/fabrikam');
  // The extension's welcome page may have opened in front of it.
  await page.bringToFront();
  return page;
}

export const test = base.extend<Options & Fixtures, Shared>({
  serverOptions: [{}, { option: true }],
  ownHosts: [/^(vssps\.)?dev\.azure\.com$/, { option: true }],
  welcomes: [false, { option: true }],

  server: async ({ serverOptions, ownHosts }, use) => {
    const server = await createServer(serverOptions);
    await use(server);
    await server.close();
    expect(server.alarms, 'requests that must never be sent').toEqual([]);
    const own = server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined);
    const hosts = new Set(own.map(({ host }) => host));
    expect(
      [...hosts].filter((host) => !ownHosts.test(host)),
      'hosts asked',
    ).toEqual([]);
  },

  shared: [
    async ({ headless }, use) => {
      const gate = await openGate();
      const { env, remove } = await desktopLeftAlone();
      // Without a graphics card each picture of what moves is drawn by the processor, which others wait for.
      const browser = await launchBrowser({ port: gate.port, headless, env, still: true });
      await use({ gate, browser });
      await browser.close();
      await remove();
      await gate.close();
    },
    { scope: 'worker' },
  ],

  session: async ({ server, shared: { gate, browser }, ownHosts, welcomes }, use) => {
    gate.leadTo(server.port);
    const { context } = browser;
    const foreign: string[] = [];
    const listen = (request: Request) => {
      if (isForeign(request.url(), ownHosts)) foreign.push(request.url());
    };
    context.on('request', listen);
    const { uninstall, ...session } = await (welcomes ? installWelcomed : installUnwelcomed)(browser);
    await use(session);
    await uninstall();
    await clear(context);
    context.off('request', listen);
    expect(foreign, 'requests to hosts other than Azure DevOps').toEqual([]);
  },

  signIn: async ({ server, session }, use) => {
    await use(() => signedIn(server, session));
  },

  allow: async ({ session }, use) => {
    await use(async (pattern) => {
      const page = await session.context.newPage();
      await page.goto('chrome://extensions');
      const given = JSON.stringify([session.extensionId, pattern]);
      await page.evaluate(`chrome.developerPrivate.addHostPermission(...${given})`);
      await page.close();
    });
  },

  openPopup: async ({ session }, use) => {
    await use(session.openPopup);
  },
});
