import { createOnPremServer } from '../../dev-server/onprem/create-onprem-server';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { users } from '../../dev-server/tenant';
import { FIREFOX_PAGES } from '../../scripts/firefox';
import { expect, type Firefox, openPopup, POPUP, readAll, revoke, signIn, soon, test } from './firefox-fixtures';
import { SAY_YES, SET_DISTRUST } from './firefox-itself';
import { httpsFront } from './https-front';

test('Firefox: of a session that lives in a container it is said what to do, its tab makes tokens, and a revoke waits for the usual one', async ({
  server,
  firefox,
}) => {
  const popup = await firefox.here();
  await firefox.openTab({ inContainer: true });
  await signIn(firefox);
  await firefox.switchTo(popup);
  await openPopup(firefox);
  await soon(firefox.text).toContain(
    'You are signed in inside a container. Patina cannot list tokens there. Sign in once in a tab without a container.',
  );
  await firefox.press('Clone and fetch');
  await soon(firefox.text).toContain('Token created');
  expect(server.requests.filter(isCreate)).toHaveLength(1);
  await firefox.press('Revoke');
  await firefox.press('Revoke');
  // The address for it is of another origin than the container's page, and only what Patina opens itself is mixed.
  const made = server.ledger.ofUser(users.normal.id).at(-1)?.token;
  await soon(firefox.text).toContain(`${made?.displayName} was not revoked. You are signed out of fabrikam.`);
  expect(server.requests.filter(isRevoke)).toEqual([]);
  await firefox.press('Done');

  // What it says to do is enough.
  await signIn(firefox);
  await firefox.goto(POPUP);
  await revoke(firefox, made?.displayName ?? '');
  expect(made?.isValid).toBe(false);
});

async function add(firefox: Firefox, address: string): Promise<void> {
  await firefox.fill('Organization or server address', address);
  await firefox.press('Add');
}

test('Firefox: a server whose certificate is not trusted is told as that when it is added and when it is read', async ({
  firefox,
}) => {
  const server = await createOnPremServer({ profile: 'ads2022' });
  const front = await httpsFront({ behind: server.url });
  try {
    const origin = `https://127.0.0.1:${front.port}`;
    const said = `${origin} cannot be reached, or your browser does not trust its certificate. Open ${origin} in a tab`;
    await firefox.asBrowser(SAY_YES);
    await firefox.asBrowser(SET_DISTRUST, true);
    await firefox.goto(`${FIREFOX_PAGES}/src/page/index.html`);
    await add(firefox, `${origin}/tfs/DefaultCollection`);
    await soon(firefox.text).toContain(said);
    expect(server.requests).toEqual([]);

    await firefox.asBrowser(SET_DISTRUST, false);
    await add(firefox, `${origin}/tfs/DefaultCollection`);
    await soon(firefox.text).toContain('Signed in as Normal Paulk');
    await readAll(firefox);
    await firefox.asBrowser(SET_DISTRUST, true);
    front.dropConnections();
    await firefox.goto(POPUP);
    await soon(firefox.text).toContain(said);
    await firefox.press('Open in a tab');
    const open = `return (await browser.tabs.query({})).map(({ url }) => url)`;
    await soon(() => firefox.evaluate(open)).toContainEqual(expect.stringContaining(origin));
  } finally {
    await front.close();
    await server.close();
  }
});
