import { isCreate } from '../../dev-server/requests';
import { expect, test } from './fixtures';

const ADDRESS = { name: 'Organization or server address' };
const OLDER = 'https://fabrikam.visualstudio.com/';

test.use({ ownHosts: /^((vssps\.)?dev\.azure\.com|fabrikam(\.vssps)?\.visualstudio\.com)$/ });

test('an organization that is signed in under its older address only is added in a tab, and works there', async ({
  server,
  session,
  openPopup,
  allow,
}) => {
  const tab = await session.context.newPage();
  await tab.goto(OLDER);
  await tab.getByRole('button', { name: 'Sign in' }).click();
  await expect(tab.getByText('Normal Paulk')).toBeVisible();
  await tab.goto('about:blank');
  await allow('https://*.visualstudio.com/*');

  const popup = await openPopup();
  await popup.getByRole('textbox', ADDRESS).fill(OLDER);
  const opened = session.context.waitForEvent('page', (page) => page.url().endsWith('#add'));
  await popup.getByRole('button', { name: 'Add', exact: true }).click();
  const settings = await opened;
  await expect(settings.getByRole('textbox', ADDRESS)).toHaveValue('https://fabrikam.visualstudio.com');
  await settings.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(settings.getByRole('listitem').filter({ hasText: 'Signed in as Normal Paulk' })).toBeVisible();

  const again = await openPopup();
  await again.getByRole('button', { name: 'Push code' }).click();
  await expect(again.getByRole('heading', { name: 'Token created' })).toBeVisible();
  expect(server.requests.filter(isCreate).map(({ host }) => host)).toEqual(['fabrikam.visualstudio.com']);
});
