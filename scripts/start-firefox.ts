import type { DevServer } from '../dev-server/create-server';
import { connectProxy } from '../test/connect-proxy';
import { ensureFirefox } from './find-browser.mjs';
import { FIREFOX_PAGES, launchFirefox } from './firefox';

const EXTENSION = 'dist/firefox';

/** The same in Firefox: signed in, with Patina, until it is closed; without a display it makes one token and says so. */
export async function startFirefox(server: DevServer, { headless }: { headless: boolean }) {
  const program = ensureFirefox();
  const proxy = await connectProxy(server.port);
  const firefox = await launchFirefox({ proxyPort: proxy.port, headless, program });
  await firefox.install(EXTENSION);
  await firefox.goto('https://dev.azure.com/fabrikam');
  await firefox.press('Sign in');
  return {
    closed: firefox.closed,
    /** By the popup's own page, as nobody can press the toolbar of a Firefox without a window. */
    prove: async () => {
      await firefox.goto(`${FIREFOX_PAGES}/src/popup/index.html`);
      await firefox.evaluate(
        `await browser.runtime.sendMessage({ name: 'hosts.add', input: { address: 'fabrikam' } })`,
      );
      await firefox.goto(`${FIREFOX_PAGES}/src/popup/index.html`);
      await firefox.press('Clone and fetch');
      await firefox.press('Copy token');
      console.log('Firefox: signed in, minted a token for "Clone and fetch", and copied it.');
    },
    close: async () => {
      await firefox.close();
      await proxy.close();
    },
  };
}
