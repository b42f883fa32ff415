import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { expect, FILE, ORGANIZATION, openPopup, POPUP, signIn, soon, test } from './firefox-fixtures';
import { CLIPBOARD, END_BACKGROUND } from './firefox-itself';

test('Firefox: a token is minted, copied and taken off the clipboard, with the background ended between; its revoke is taken back, and then happens with the popup closed', async ({
  server,
  firefox,
}) => {
  await signIn(firefox);
  await openPopup(firefox);
  await firefox.press('Clone and fetch');
  await soon(firefox.text).toContain('Token created');
  expect(server.requests.filter(isCreate)).toHaveLength(1);
  const made = server.ledger.ofUser(users.normal.id).at(-1);

  await firefox.press('Copy token');
  await soon(firefox.text).toMatch(/Clipboard clears in \d+ s/);
  expect(await firefox.asBrowser(CLIPBOARD)).toBe(made?.secret);
  await firefox.asBrowser(END_BACKGROUND);
  await firefox.press('Clear clipboard now');
  await soon(firefox.text).toContain('The clipboard is empty.');
  expect(await firefox.asBrowser(CLIPBOARD)).toBe('');

  // The background was ended while it may have been reading the list: a popup that opens reads it anew.
  await firefox.press('Done');
  await firefox.goto(POPUP);
  const name = made?.token.displayName;
  const revoke = async () => {
    await firefox.press(`Actions for ${name}`);
    await firefox.press('Revoke…');
    await firefox.press('Revoke');
  };
  await revoke();
  await firefox.press('Undo');
  await soon(firefox.text).toContain(`${name} was not revoked.`);
  await revoke();
  await soon(firefox.text).toContain(`Revoking ${name}…`);
  expect(server.requests.filter(isRevoke)).toEqual([]);
  await firefox.goto(ORGANIZATION);
  await soon(() => server.requests.filter(isRevoke).length).toBe(1);
  await firefox.goto(POPUP);
  await soon(firefox.text).toContain(`Revoked ${name}`);
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
  await soon(popup.text).toMatch(/Clipboard clears in \d+ s/);
  await popup.goto(FILE);
  await popup.asBrowser(END_BACKGROUND);
  expect(await popup.asBrowser(CLIPBOARD)).toBe(server.ledger.ofUser(users.normal.id).at(-1)?.secret);
  await popup.evaluate(TIME_COMES);
  await soon(() => popup.asBrowser(CLIPBOARD)).toBe('');
});
