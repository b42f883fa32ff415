import { createOnPremServer, type OnPremServer } from '../../dev-server/onprem/create-onprem-server';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import {
  ask,
  test as base,
  expect,
  ORGANIZATION,
  POPUP,
  readAll,
  readingIsOver,
  revoke,
  soon,
} from './firefox-fixtures';
import { SAY_YES } from './firefox-itself';

const SETTINGS = `${FIREFOX_PAGES}/src/page/index.html#settings`;
const ADDRESS = 'Organization or server address';
const ORIGINS = 'return (await browser.permissions.getAll()).origins.sort()';

const TAKE_LEAVE = `
  await browser.permissions.remove({ origins: ['https://dev.azure.com/*', 'https://vssps.dev.azure.com/*'] })`;

const test = base.extend<{ onPrem: OnPremServer }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed out of the pattern
  onPrem: async ({}, use) => {
    const server = await createOnPremServer({ profile: 'tfs2018', collections: ['Default Collection'] });
    await use(server);
    await server.close();
    expect(server.alarms).toEqual([]);
  },
});

test('Firefox: a server is added with leave for its origin alone, tokens are made and revoked there, and the leave goes with it', async ({
  firefox,
  onPrem,
}) => {
  const [origin, name] = [`http://127.0.0.1:${onPrem.port}`, `127.0.0.1:${onPrem.port}/tfs/Default Collection`];
  await firefox.asBrowser(SAY_YES);
  await firefox.goto(SETTINGS);
  const origins = () => firefox.evaluate(ORIGINS) as Promise<string[]>;
  const usual = await origins();
  await firefox.fill(ADDRESS, `${origin}/tfs/Default Collection/Project/_git/repo`);
  await firefox.press('Add');
  await soon(firefox.text).toContain('TFS 2018 Update 2');
  // Firefox knows no ports in a pattern.
  expect((await origins()).filter((each) => !usual.includes(each))).toEqual(['http://127.0.0.1/*']);

  await firefox.goto(POPUP);
  await firefox.press('Clone and fetch');
  await soon(firefox.text).toContain('Token created');
  const made = onPrem.ledger.ofUser(users.normal.id).at(-1)?.token.displayName;
  await firefox.press('Done');
  await revoke(firefox, made ?? '');
  expect([onPrem.requests.filter(isCreate).length, onPrem.requests.filter(isRevoke).length]).toEqual([1, 1]);

  await firefox.goto(SETTINGS);
  await firefox.press(`Remove ${name}`);
  await soon(origins).toEqual(usual);
});

test('Firefox: leave for Azure DevOps that was taken away in about:addons is asked for again, and all is as before', async ({
  server,
  popup,
}) => {
  await soon(popup.text).toContain('ci-build');
  await readAll(popup);
  await popup.evaluate(TAKE_LEAVE);
  const own = () => server.requests.filter(({ headers }) => headers['x-tfs-session'] !== undefined).length;
  const asked = own();
  const here = await popup.here();
  await popup.goto(POPUP);
  await soon(popup.text).toContain('Patina needs your permission to ask https://dev.azure.com/fabrikam as you.');
  expect(await popup.text(), 'what was read before is still there').toContain('ci-build');
  expect(own()).toBe(asked);
  await popup.asBrowser(SAY_YES);
  await popup.press('Allow access…');
  await popup.goOnAt(`${FIREFOX_PAGES}/src/page/index.html#add`);
  await popup.press('Add');
  await soon(() => popup.evaluate(ORIGINS)).toContain('https://dev.azure.com/*');
  await popup.switchTo(here);
  await popup.goto(POPUP);
  await popup.press('Clone and fetch');
  await soon(popup.text).toContain('Token created');
});

test('Firefox: who is signed out is asked to sign in; an organization that takes changes of its own pages only gets them with their origin', async ({
  server,
  popup,
}) => {
  server.signOut();
  // The first may wait for a reading that began before.
  for (let time = 0; time < 2; time++) await ask(popup, 'tokens.refresh', { hostId: 'services:fabrikam' });
  await soon(popup.text).toContain('Sign in to fabrikam');
  const here = await popup.here();
  await popup.openTab();
  await popup.goto(ORGANIZATION);
  await popup.press('Sign in');
  await soon(popup.text).toContain('Normal Paulk');
  await popup.switchTo(here);
  await soon(popup.text).toContain('Signed in as Normal Paulk');
  await soon(popup.text).not.toContain('Sign in to fabrikam');

  server.faults.set('pageOnly', { by: 'origin', form: '403' });
  await popup.press('Push code');
  await soon(popup.text).toContain('Token created');
  const made = server.requests.filter(isCreate).filter(({ status }) => status === 200);
  expect(made.map(({ headers }) => headers.origin)).toEqual(['https://dev.azure.com']);
  const rules = 'return await browser.declarativeNetRequest.getSessionRules()';
  await soon(() => popup.evaluate(rules), 'no request of anybody else gets it').toEqual([]);
  await popup.press('Done');
  await revoke(popup, 'ci-build');
});

test('Firefox: a press that was meant for one account makes nothing for another', async ({ server, popup }) => {
  await soon(popup.text).toContain('Signed in as Normal Paulk');
  await readingIsOver(popup);
  server.faults.set('identitySwitch', {});
  await popup.press('Push code');
  await soon(popup.text).toContain(
    'Another account is signed in now: Raisa Pokrovskaya, not Normal Paulk. Nothing was sent.',
  );
  expect(server.requests.filter(isCreate)).toEqual([]);
});
