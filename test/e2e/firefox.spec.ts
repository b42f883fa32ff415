import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, ORGANIZATION, openPopup, POPUP, signIn, test } from './firefox-fixtures';
import { CLIPBOARD, END_BACKGROUND } from './firefox-itself';

test('Firefox: a token is minted, copied, taken off the clipboard, and revoked, with the background ended between', async ({
  server,
  firefox,
}) => {
  await signIn(firefox);
  await openPopup(firefox);
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
  await firefox.goto(POPUP);
  await firefox.press(`Actions for ${made?.token.displayName}`);
  await firefox.press('Revoke…');
  await firefox.press('Revoke');
  await expect.poll(firefox.text).toContain(`Revoked ${made?.token.displayName}`);
  expect(server.requests.filter(isRevoke)).toHaveLength(1);
  expect(made?.token.isValid).toBe(false);
});

/** The copy's time comes, with the alarm that goes with it. */
const TIME_COMES = `
  const { copied } = await browser.storage.session.get('copied');
  await browser.storage.session.set({ copied: { ...copied, value: { ...copied.value, clearsAt: Date.now() } } });
  await browser.alarms.create('clear-clipboard', { when: Date.now() });`;

test('Firefox: what was copied leaves the clipboard in its time, with the popup closed and the background ended', async ({
  server,
  popup,
}) => {
  await popup.press('Clone and fetch');
  await popup.press('Copy token');
  await expect.poll(popup.text).toMatch(/Clipboard clears in \d+ s/);
  // A file of the extension: a page would ask the background for something.
  await popup.goto(`${FIREFOX_PAGES}/guard.js`);
  await popup.asBrowser(END_BACKGROUND);
  expect(await popup.asBrowser(CLIPBOARD)).toBe(server.ledger.ofUser(users.normal.id).at(-1)?.secret);
  await popup.evaluate(TIME_COMES);
  await expect.poll(() => popup.asBrowser(CLIPBOARD)).toBe('');
});

test('Firefox: a revoke can be taken back; without that it happens, also when the popup is closed', async ({
  server,
  popup,
}) => {
  const revoke = async () => {
    await popup.press('Actions for ci-build');
    await popup.press('Revoke…');
    await popup.press('Revoke');
  };
  await revoke();
  await popup.press('Undo');
  await expect.poll(popup.text).toContain('ci-build was not revoked.');
  await revoke();
  await expect.poll(popup.text).toContain('Revoking ci-build…');
  expect(server.requests.filter(isRevoke)).toEqual([]);
  await popup.goto(ORGANIZATION);
  await expect.poll(() => server.requests.filter(isRevoke).length).toBe(1);
  await popup.goto(POPUP);
  await expect.poll(popup.text).toContain('Revoked ci-build');
});
