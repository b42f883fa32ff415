import { expect, test } from '@playwright/test';
import { createServer } from '../../dev-server/create-server';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES, findFirefox, launchFirefox } from '../../scripts/firefox';
import { connectProxy } from '../connect-proxy';

const CLIPBOARD = `
  const { Services } = globalThis;
  const transferable = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
  transferable.init(null);
  transferable.addDataFlavor('text/plain');
  Services.clipboard.getData(transferable, Services.clipboard.kGlobalClipboard);
  const data = {};
  try { transferable.getTransferData('text/plain', data); } catch { return ''; }
  return data.value.QueryInterface(Ci.nsISupportsString).data;`;

/** Ends the background page as Firefox does when it has nothing to do. */
const END_BACKGROUND = `
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });`;

test.skip(findFirefox() === undefined, 'there is no Firefox on this machine');

test('Firefox: a token is minted, copied, taken off the clipboard, and revoked, with the background ended between', async () => {
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
    await firefox.press('Clone and fetch');
    await expect.poll(firefox.text).toContain('Token created');
    expect(server.requests.filter(isCreate)).toHaveLength(1);
    const made = server.ledger.ofUser(users.normal.id).at(-1);

    await firefox.press('Copy token');
    await expect.poll(firefox.text).toMatch(/Clipboard clears in \d+ s/);
    expect(await firefox.asBrowser(CLIPBOARD)).toBe(made?.secret);
    await firefox.asBrowser(END_BACKGROUND);
    await firefox.press('Clear clipboard now');
    await expect.poll(firefox.text).toContain('The clipboard is empty.');
    expect(await firefox.asBrowser(CLIPBOARD)).toBe('');

    // The background was ended while it may have been reading the list: a popup that opens reads it anew.
    await firefox.press('Done');
    await firefox.goto(`${FIREFOX_PAGES}/src/popup/index.html`);
    await firefox.press(`Actions for ${made?.token.displayName}`);
    await firefox.press('Revoke…');
    await firefox.press('Revoke');
    await expect.poll(firefox.text).toContain(`Revoked ${made?.token.displayName}`);
    expect(server.requests.filter(isRevoke)).toHaveLength(1);
    expect(made?.token.isValid).toBe(false);
  } finally {
    await firefox.close();
    await proxy.close();
    await server.close();
  }
});
