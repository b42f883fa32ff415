import { test as base, expect, type Page, type Request } from '@playwright/test';
import { createServer, type DevServer, type DevServerOptions } from '../../dev-server/create-server';
import { launchWithExtension, type Session } from '../../scripts/launch';
import { signIn } from '../../scripts/sign-in';

export { expect };

/** Hosts of Azure DevOps Services for a tab, which signs in. */
const AZURE_DEVOPS = /^https:\/\/(dev\.azure\.com|vssps\.dev\.azure\.com|[\w-]+(\.vssps)?\.visualstudio\.com)\//;

type Options = {
  /** What the dev-server of the test is like: seed, clock, switches, faults. */
  serverOptions: DevServerOptions;
  /** The hosts that the extension may ask. */
  ownHosts: RegExp;
};

type Fixtures = {
  /** An Azure DevOps of the test's own. */
  server: DevServer;
  /** A fresh browser with the built extension. At the end nobody else was asked for anything. */
  session: Session;
  /** Signs in to fabrikam in a tab, as Normal Paulk if nobody is named. */
  signIn: (user?: string) => Promise<Page>;
  /** Lets the user's answer to the question for a host be yes: the question itself cannot be pressed from outside. */
  allow: (pattern: string) => Promise<void>;
  /** The real popup of the toolbar. It closes when a tab gets the focus. */
  openPopup: () => Promise<Page>;
};

function isForeign(address: string, ownHosts: RegExp): boolean {
  return /^(https?|wss?):/.test(address) && !AZURE_DEVOPS.test(address) && !ownHosts.test(new URL(address).hostname);
}

export const test = base.extend<Options & Fixtures>({
  serverOptions: [{}, { option: true }],
  ownHosts: [/^(vssps\.)?dev\.azure\.com$/, { option: true }],

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

  session: async ({ server, headless, ownHosts }, use) => {
    const session = await launchWithExtension({ extension: 'dist/chrome', port: server.port, headless });
    const foreign: string[] = [];
    session.context.on('request', (request: Request) => {
      if (isForeign(request.url(), ownHosts)) foreign.push(request.url());
    });
    await use(session);
    await session.close();
    expect(foreign, 'requests to hosts other than Azure DevOps').toEqual([]);
  },

  signIn: async ({ session }, use) => {
    await use((user) => signIn(session.context, 'fabrikam', user));
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
