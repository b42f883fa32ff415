import {
  createOnPremServer,
  type OnPremOptions,
  type OnPremServer,
} from '../../dev-server/onprem/create-onprem-server';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { test as base, expect } from './fixtures';

const ADDRESS = { name: 'Organization or server address' };

const test = base.extend<{ start: (options: OnPremOptions) => Promise<OnPremServer>; settings: string }>({
  start: async ({ allow }, use) => {
    const started: OnPremServer[] = [];
    await use(async (options) => {
      const server = await createOnPremServer(options);
      started.push(server);
      await allow(`http://127.0.0.1:${server.port}/*`);
      return server;
    });
    for (const server of started) {
      expect(server.alarms).toEqual([]);
      await server.close();
    }
  },
  settings: async ({ session }, use) => {
    await use(`chrome-extension://${session.extensionId}/src/page/index.html`);
  },
});

test.use({ ownHosts: /^127\.0\.0\.1$/ });

test('a server is added in settings, and tokens are made and revoked there from the popup', async ({
  session,
  start,
  settings,
  openPopup,
}) => {
  const server = await start({ profile: 'tfs2018', collections: ['Default Collection'] });
  const page = await session.context.newPage();
  await page.goto(settings);
  await page.getByRole('textbox', ADDRESS).fill(`${server.url}/Default Collection/Project/_git/repo`);
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const name = `127.0.0.1:${server.port}/tfs/Default Collection`;
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText('TFS 2018 Update 2');

  const popup = await openPopup();
  await expect(popup.getByRole('combobox', { name: 'Organization' }).getByRole('option').first()).toHaveText(name);
  await popup.getByRole('button', { name: 'Clone and fetch' }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
  await popup.getByRole('button', { name: 'Done' }).click();
  await popup.getByRole('button', { name: /^Actions for Clone and fetch/ }).click();
  await popup.getByRole('menuitem', { name: 'Revoke…' }).click();
  await popup.getByRole('alertdialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await expect(popup.getByRole('status').filter({ hasText: /^Revoked Clone and fetch/ })).toBeVisible();
  expect([server.requests.filter(isCreate).length, server.requests.filter(isRevoke).length]).toEqual([1, 1]);
});

test('a server to which the browser did not sign in, in each way that one may ask for, says what to do, and works after that', async ({
  session,
  start,
  settings,
}) => {
  const page = await session.context.newPage();
  await page.goto(settings);
  const places = page.getByRole('region', { name: 'Organizations and servers' });
  for (const signIn of ['ntlm', 'negotiate', 'basic'] as const)
    await test.step(signIn, async () => {
      const server = await start({ profile: 'ads2022', switches: { signIn } });
      await page.bringToFront();
      await page.getByRole('textbox', ADDRESS).fill(`${server.url}/DefaultCollection`);
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByRole('alert')).toContainText('signed out of');
      await expect(page.getByRole('heading', { name: /^Sign in to 127\.0\.0\.1/ })).toBeVisible();
      await places.getByText('Why?').click();
      await expect(page.getByText('AuthServerAllowlist')).toBeVisible();
      await expect(page.getByRole('button', { name: 'Open sign-in page' })).toHaveCount(1);
      server.switches.signIn = 'open';
      // It looks by itself.
      const added = places.getByRole('listitem').filter({ hasText: 'Signed in as Normal Paulk' });
      await expect(added).toHaveCount(1);
      await added.getByRole('button', { name: /^Remove / }).click();
      await expect(added).toHaveCount(0);
    });
});
