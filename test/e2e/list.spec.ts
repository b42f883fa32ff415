import type { Page } from '@playwright/test';
import { seedWith } from '../../dev-server/seed';
import { expect, test } from './fixtures';

test.use({ serverOptions: { seed: seedWith(250, Date.now()) } });

test.beforeEach(async ({ signIn }) => {
  await signIn();
});

const rows = (popup: Page) => popup.getByRole('list', { name: 'Tokens' }).getByRole('listitem');

test('every token of three pages is there, soonest end first, and found again', async ({ server, openPopup }) => {
  const popup = await openPopup();
  await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
  await popup.getByRole('radio', { name: 'All', exact: true }).check();
  const mine = server.ledger.ofUser('bb5bb6c8-ef0a-400f-8987-92b3674d2043').map(({ token }) => token);
  const [organization] = mine.flatMap(({ targetAccounts }) => targetAccounts ?? []);
  const here = mine.filter(
    ({ isPublic, targetAccounts: where }) => !isPublic && where?.includes(organization ?? '') !== false,
  );
  await expect(rows(popup)).toHaveCount(here.length);
  const pages = server.requests.filter(
    ({ path, query }) => path.endsWith('/SessionTokens') && query.pageSize === '100',
  );
  expect(pages.length % 3, 'whole lists of three pages').toBe(0);

  const ends = here
    .filter(({ isValid }) => isValid)
    .map(({ validTo }) => Date.parse(validTo.endsWith('Z') ? validTo : `${validTo}Z`))
    .filter((end) => end > Date.now())
    .sort((a, b) => a - b);
  const titles = await rows(popup)
    .locator('[title]')
    .evaluateAll((all) => all.map((each) => each.getAttribute('title')));
  const first = new Date(ends[0] ?? 0).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' });
  expect(titles[0]).toBe(first);
  const over = await rows(popup).evaluateAll((all) =>
    all.map((each) => /Expired|Revoked/.test(each.textContent ?? '')),
  );
  expect(over.indexOf(true), 'what is over comes last').toBe(over.filter((isOver) => !isOver).length);

  await popup.keyboard.press('/');
  await expect(popup.getByRole('searchbox', { name: 'Search tokens' })).toBeFocused();
  await popup.keyboard.type('vso.agentpools');
  await expect(rows(popup)).toHaveCount(here.filter(({ scope }) => scope.includes('vso.agentpools')).length);
});

test('Show leaves what it says', async ({ openPopup }) => {
  const popup = await openPopup();
  await expect(rows(popup).first()).toBeVisible();
  await expect(rows(popup).getByText('Revoked', { exact: true })).toHaveCount(0);
  await popup.getByRole('radio', { name: 'Inactive' }).check();
  const words = rows(popup).filter({ hasText: /Expired|Revoked/ });
  await expect(words).toHaveCount(await rows(popup).count());
  await popup.getByRole('radio', { name: 'Expiring' }).check();
  await expect(rows(popup).filter({ hasText: 'Expiring' })).toHaveCount(await rows(popup).count());
});

test('the list is there before the server has answered, and then follows it', async ({ server, openPopup }) => {
  const popup = await openPopup();
  await expect(rows(popup).first()).toBeVisible();
  server.faults.set('slow', { seconds: 60 });
  const again = await openPopup();
  await expect(rows(again).first()).toBeVisible();
  server.faults.clear();
});

test('a list that lost a page says so and keeps the rest', async ({ server, openPopup }) => {
  server.faults.set('error500', { path: 'startRowNumber=101' });
  const popup = await openPopup();
  await expect(popup.getByText('This list is incomplete')).toBeVisible();
  await expect(rows(popup).first()).toBeVisible();
});
