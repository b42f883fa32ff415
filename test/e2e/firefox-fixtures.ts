import { test as base, expect } from '@playwright/test';
import { createServer, type DevServer } from '../../dev-server/create-server';
import { FIREFOX_PAGES, findFirefox, launchFirefox } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';
import { HOSTILE_WORKER } from './hostile-page';
import { httpsFront } from './https-front';

export { expect };

export const POPUP = `${FIREFOX_PAGES}/src/popup/index.html`;
export const ORGANIZATION = 'https://dev.azure.com/fabrikam';

export type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** A Firefox with the built extension, and an Azure DevOps with a stranger's script among its own. */
export const test = base.extend<{ server: DevServer; firefox: Firefox }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed out of the pattern
  server: async ({}, use) => {
    const server = await createServer();
    await use(server);
    await server.close();
  },
  firefox: async ({ server }, use) => {
    const front = await httpsFront({ behind: server.url, scripts: { '/hostile.js': HOSTILE_WORKER } });
    const proxy = await connectProxy(front.port);
    const firefox = await launchFirefox({ extension: 'dist/firefox', proxyPort: proxy.port });
    await use(firefox);
    await firefox.close();
    await proxy.close();
    await front.close();
  },
});

test.skip(findFirefox() === undefined, 'there is no Firefox on this machine');

export async function signIn(firefox: Firefox): Promise<void> {
  await firefox.goto(ORGANIZATION);
  await firefox.press('Sign in');
  await expect.poll(firefox.text).toContain('Normal Paulk');
}

/** Goes on in a popup that has the organization. */
export async function openPopup(firefox: Firefox): Promise<void> {
  await firefox.goto(POPUP);
  await firefox.evaluate(`await browser.runtime.sendMessage({ name: 'hosts.add', input: { address: 'fabrikam' } })`);
  await firefox.goto(POPUP);
}
