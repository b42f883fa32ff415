import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, soon, test } from './firefox-fixtures';
import { TAB_OF_TOKEN } from './firefox-itself';

// What Firefox has otherwise than Chromium, or by itself.

const [CONTROL, ENTER, ESCAPE] = ['\uE009', '\uE007', '\uE00C'];

/** The popup of the toolbar itself, into which a page of the extension can look. */
const OPEN_POPUP = `
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { extension } = WebExtensionPolicy.getByID('patina@patina.example');
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window);`;
const IN_POPUP = `
  return browser.extension.getViews({ type: 'popup' }).map((view) => view.document.body.innerText).join('')`;

test('Firefox: the popup of the toolbar has the list, and in private windows there is nothing of it', async ({
  popup,
}) => {
  await popup.goto(`${FIREFOX_PAGES}/src/page/index.html`);
  await popup.asBrowser(OPEN_POPUP);
  await soon(() => popup.evaluate(IN_POPUP)).toContain('ci-build');
  expect(await popup.evaluate(IN_POPUP)).toContain('Signed in as Normal Paulk');
  const inPrivate = await popup.asBrowser(`
    const policy = WebExtensionPolicy.getByID('patina@patina.example');
    const here = Services.wm.getMostRecentWindow('navigator:browser');
    const there = here.OpenBrowserWindow({ private: true });
    await new Promise((resolve) => there.addEventListener('load', resolve, { once: true }));
    const answer = [policy.privateBrowsingAllowed, policy.canAccessWindow(there)];
    there.close();
    return answer;`);
  expect(inPrivate).toEqual([false, false]);
});

/** Types into the address bar, which answers from the second input on: the best match is shown with the next. */
const TYPE_ADDRESS = `
  const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
  gURLBar.focus();
  gURLBar.search(given[0]);`;
const SUGGESTED = `return document.getElementById('urlbar-results').innerText`;
const PICK = `
  const { gURLBar } = Services.wm.getMostRecentWindow('navigator:browser');
  const rows = [...document.querySelectorAll('#urlbar-results .urlbarView-row')];
  gURLBar.pickElement(rows.find(({ innerText }) => innerText.includes(given[0])), new MouseEvent('click'));`;

test('Firefox: its own keys do not get in the way of Patina’s, and pat in the address bar finds tokens and purposes, and only opens a page with them', async ({
  server,
  popup,
}) => {
  await soon(popup.text).toContain('ci-build');
  const focused = () =>
    popup.evaluate(`
      const at = document.activeElement;
      return at.getAttribute('aria-label') ?? at.labels?.[0]?.innerText;`);
  await popup.type(['/']);
  await soon(focused).toBe('Search tokens');
  await popup.type([...'vso.agentpools']);
  await soon(popup.text).not.toContain('ci-build');
  expect(await popup.text()).toContain('build agent');
  await popup.type([ESCAPE]);
  await soon(popup.text).toContain('ci-build');
  await popup.type(['k'], [CONTROL]);
  await soon(focused).toBe('Search commands and tokens');
  await popup.type([...'build revoke ci', ENTER]);
  await soon(popup.text).toContain('Revoke ci-build?');
  await popup.type([ESCAPE]);

  await popup.asBrowser(TYPE_ADDRESS, 'pat build');
  await soon(() => popup.asBrowser(SUGGESTED)).toContain('Show ci-build · fabrikam');
  expect(await popup.asBrowser(SUGGESTED)).toContain('New token: Build and release in contoso');
  await popup.asBrowser(PICK, 'Show ci-build');
  await soon(() => popup.asBrowser(TAB_OF_TOKEN)).toMatch(/#token=[0-9a-f-]{36}%20services%3Afabrikam$/);
  await popup.goOnAt(String(await popup.asBrowser(TAB_OF_TOKEN)));
  await soon(popup.text).toContain('Build: Read & execute');
  expect(server.requests.filter((each) => isCreate(each) || isRevoke(each))).toEqual([]);
});

/** The arrow key, as WebDriver calls it. */
const DOWN = '\uE015';

test('Firefox: New token asks for exactly what was chosen; a create whose answer was lost is told with a button to revoke whatever it made', async ({
  server,
  popup,
}) => {
  await popup.press('New token');
  await popup.fill('Name', '  my laptop ');
  await popup.choose('Lifetime', '90 days');
  await popup.evaluate(`document.querySelector('[type=search]').focus()`);
  await popup.type(Array(5).fill(DOWN));
  await soon(popup.text, 'Build is explained, right before Work Items').toContain('the token read builds');
  await popup.choose('Work Items', 'Read');
  await popup.choose('Code', 'Read & write');
  await popup.press('Create token');
  await soon(popup.text).toContain('Token created');
  const whole = server.ledger.ofUser(users.normal.id).at(-1)?.token;
  expect(whole).toMatchObject({ displayName: '  my laptop ', scope: 'vso.work vso.code_write' });
  expect(Math.abs(Date.parse(String(whole?.validTo)) - Date.now() - 90 * 86_400_000)).toBeLessThan(60_000);
  await popup.press('Done');

  const made = () => server.ledger.ofUser(users.normal.id).filter(({ token }) => token.displayName?.startsWith('Push'));
  server.faults.set('lostReply', { path: 'HierarchyQuery' });
  await popup.press('Push code');
  await soon(popup.text).toMatch(/Push code .* was made, but its secret was lost on the way\./);
  // On a connection that was in use before, Firefox itself sends once more what was not answered, also a create.
  expect(server.requests.filter(isCreate)).toHaveLength(1 + made().length);
  await popup.press('Review');
  const buttons = `return [...document.querySelectorAll('button')].filter(({ innerText }) => innerText.startsWith('Revoke Push')).length`;
  await soon(() => popup.evaluate(buttons)).toBe(made().length);
});
