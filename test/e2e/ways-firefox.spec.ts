import { expect, test } from '@playwright/test';
import { createServer } from '../../dev-server/create-server';
import { isCreate } from '../../dev-server/requests';
import { FIREFOX_PAGES, findFirefox, launchFirefox } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';

test.skip(findFirefox() === undefined, 'there is no Firefox on this machine');

test('Firefox: a server that takes changes of its own pages only gets them from a tab that is opened for it', async () => {
  const server = await createServer();
  const proxy = await connectProxy(server.port);
  const firefox = await launchFirefox({ extension: 'dist/firefox', proxyPort: proxy.port });
  try {
    await firefox.goto('https://dev.azure.com/fabrikam');
    await firefox.press('Sign in');
    await expect.poll(firefox.text).toContain('Normal Paulk');
    await firefox.goto(`${FIREFOX_PAGES}/src/popup/index.html`);
    await firefox.evaluate(`await browser.runtime.sendMessage({ name: 'hosts.add', input: { address: 'fabrikam' } })`);
    await firefox.goto(`${FIREFOX_PAGES}/src/popup/index.html`);
    server.faults.set('pageOnly', { by: 'fetchSite', form: '401', method: 'POST' });
    await firefox.press('Clone and fetch');
    await expect.poll(firefox.text, { timeout: 30_000 }).toContain('Token created');
    const made = server.requests.filter(isCreate);
    expect(made.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(made.at(-1)?.headers).toMatchObject({ origin: 'https://dev.azure.com', 'sec-fetch-site': 'same-origin' });
    const open = `return (await browser.tabs.query({ url: 'https://dev.azure.com/*' })).length`;
    await expect.poll(() => firefox.evaluate(open), { timeout: 30_000 }).toBe(0);
  } finally {
    await firefox.close();
    await proxy.close();
    await server.close();
  }
});
