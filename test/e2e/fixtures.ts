import { test as base, expect, type Page, type Request } from '@playwright/test';
import { createServer, type DevServer, type DevServerOptions } from '../../dev-server/create-server';
import { launchWithExtension, type Session } from '../../scripts/launch';
import { signIn } from '../../scripts/sign-in';

export { expect };

/** Hosts of Azure DevOps Services for a tab, which signs in; the extension itself asks the first two only. */
const AZURE_DEVOPS = /^https:\/\/(dev\.azure\.com|vssps\.dev\.azure\.com|[\w-]+(\.vssps)?\.visualstudio\.com)\//;

type Options = {
  /** What the dev-server of the test is like: seed, clock, switches, faults. */
  serverOptions: DevServerOptions;
};

type Fixtures = {
  /** An Azure DevOps of the test's own. */
  server: DevServer;
  /** A fresh browser with the built extension. At the end nobody else was asked for anything. */
  session: Session;
  /** Signs in to fabrikam in a tab, as Normal Paulk if nobody is named. */
  signIn: (user?: string) => Promise<Page>;
  /** The real popup of the toolbar. It closes when a tab gets the focus. */
  openPopup: () => Promise<Page>;
};

function isForeign(address: string): boolean {
  return /^(https?|wss?):/.test(address) && !AZURE_DEVOPS.test(address);
}

export const test = base.extend<Options & Fixtures>({
  serverOptions: [{}, { option: true }],

  server: async ({ serverOptions }, use) => {
    const server = await createServer(serverOptions);
    await use(server);
    await server.close();
    expect(server.alarms, 'requests that must never be sent').toEqual([]);
    const own = server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined);
    const hosts = new Set(own.map(({ host }) => host));
    expect(
      [...hosts].filter((host) => !/^(vssps\.)?dev\.azure\.com$/.test(host)),
      'hosts asked',
    ).toEqual([]);
  },

  session: async ({ server, headless }, use) => {
    const session = await launchWithExtension({ extension: 'dist/chrome', port: server.port, headless });
    const foreign: string[] = [];
    session.context.on('request', (request: Request) => {
      if (isForeign(request.url())) foreign.push(request.url());
    });
    await use(session);
    await session.close();
    expect(foreign, 'requests to hosts other than Azure DevOps').toEqual([]);
  },

  signIn: async ({ session }, use) => {
    await use((user) => signIn(session.context, 'fabrikam', user));
  },

  openPopup: async ({ session }, use) => {
    await use(session.openPopup);
  },
});
