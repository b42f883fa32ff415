import type { Page } from '@playwright/test';
import { isCreate } from '../../dev-server/requests';
import { seedWith } from '../../dev-server/seed';
import { expect, test } from './fixtures';

test.use({ serverOptions: { seed: seedWith(250, Date.now()) } });

test.beforeEach(async ({ signIn }) => {
  await signIn();
});

const list = (popup: Page) => popup.getByRole('list', { name: 'Tokens' });
const rows = (popup: Page) => list(popup).getByRole('listitem');

/** Of how many rows each says that it is one. */
const expectSize = (popup: Page, count: number) =>
  expect(rows(popup).first()).toHaveAttribute('aria-setsize', String(count));

/** The texts of all rows, drawn one screen after the other. */
const textsOf = (popup: Page) =>
  list(popup).evaluate(async (box) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    const texts: string[] = [];
    const scroller = document.getElementById('app') as HTMLElement;
    scroller.scrollTop = 0;
    for (let more = true; more; ) {
      await frame();
      for (const row of box.children) texts[Number(row.ariaPosInSet) - 1] = row.textContent ?? '';
      const before = scroller.scrollTop;
      scroller.scrollTop += 400;
      more = scroller.scrollTop > before;
    }
    return Array.from(texts, (text) => text ?? '');
  });

test('every token of three pages is there, soonest end first, and found again', async ({ server, openPopup }) => {
  const popup = await openPopup();
  await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
  await popup.getByRole('radio', { name: 'All', exact: true }).check();
  const mine = server.ledger.ofUser('bb5bb6c8-ef0a-400f-8987-92b3674d2043').map(({ token }) => token);
  const [organization] = mine.flatMap(({ targetAccounts }) => targetAccounts ?? []);
  const here = mine.filter(
    ({ isPublic, targetAccounts: where }) => !isPublic && where?.includes(organization ?? '') !== false,
  );
  await expectSize(popup, here.length);
  const pages = server.requests.filter(
    ({ path, query }) => path.endsWith('/SessionTokens') && query.pageSize === '100',
  );
  expect(pages.length % 3, 'whole lists of three pages').toBe(0);

  const ends = here
    .filter(({ isValid }) => isValid)
    .map(({ validTo }) => Date.parse(validTo.endsWith('Z') ? validTo : `${validTo}Z`))
    .filter((end) => end > Date.now())
    .sort((a, b) => a - b);
  const soonest = rows(popup).first();
  await soonest.hover();
  const first = new Date(ends[0] ?? 0).toLocaleString('en', { dateStyle: 'full', timeStyle: 'short' });
  await expect(soonest).toHaveAttribute('title', first);
  const texts = await textsOf(popup);
  expect(texts.filter((text) => text !== '')).toHaveLength(here.length);
  const over = texts.map((text) => /Expired|Revoked/.test(text));
  expect(over.indexOf(true), 'what is over comes last').toBe(over.filter((isOver) => !isOver).length);

  await popup.keyboard.press('/');
  await expect(popup.getByRole('searchbox', { name: 'Search tokens' })).toBeFocused();
  await popup.keyboard.type('vso.agentpools');
  await expect(rows(popup)).toHaveCount(here.filter(({ scope }) => scope.includes('vso.agentpools')).length);
});

test('the first screen says how many tokens there are, and is as high as all of them, before a hand moves', async ({
  server,
  openPopup,
}) => {
  const popup = await openPopup();
  await expect.poll(() => popup.evaluate(`chrome.storage.local.get('front').then(({ front }) => !!front)`)).toBe(true);
  const look = (page: Page) =>
    list(page).evaluate((box) => [box.firstElementChild?.ariaSetSize, box.getBoundingClientRect().height] as const);
  const [size, height] = await look(popup);
  const again = await openPopup();
  await expect(rows(again).first()).toBeVisible();
  expect(await look(again)).toEqual([size, height]);
  const finds = await again.evaluate(() => {
    const find = new KeyboardEvent('keydown', { key: 'f', ctrlKey: true, bubbles: true, cancelable: true });
    return [document.body.dispatchEvent(find), document.activeElement?.ariaLabel];
  });
  expect(finds, 'the browser would find only what is drawn').toEqual([false, 'Search tokens']);
  await rows(again).first().getByRole('button').first().focus();
  await again.keyboard.press('End');
  await expect.poll(() => numberOf(again), 'where no row was known yet').toBe(Number(size));

  // What is asked about has the keys from the press on, also while the code for its question is on the way.
  const asking = await openPopup();
  await rows(asking)
    .first()
    .getByRole('button')
    .first()
    .evaluate(async (row: HTMLElement) => {
      const press = (key: string) => row.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      press('Delete');
      await new Promise((resolve) => setTimeout(resolve));
      press('2');
    });
  await expect(asking.getByRole('alertdialog')).toBeVisible();
  expect(server.requests.filter(isCreate)).toEqual([]);
});

const numberOf = (popup: Page) =>
  popup.evaluate(() => Number(document.activeElement?.closest('li')?.getAttribute('aria-posinset')));

test('keys lead to every row of a long list, which is as high as all of them; the focus stays on a row that is scrolled away', async ({
  openPopup,
}) => {
  const popup = await openPopup();
  const { keyboard } = popup;
  await expect(popup.getByText('Signed in as Normal Paulk')).toBeVisible();
  await popup.getByRole('radio', { name: 'All', exact: true }).check();
  await expect.poll(() => rows(popup).count()).toBeLessThan(100);
  const size = Number(await rows(popup).first().getAttribute('aria-setsize'));
  expect(size).toBeGreaterThan(200);
  const sizes = await list(popup).evaluate((box) => [box.clientHeight, box.children[0]?.clientHeight ?? 0]);
  expect(sizes[0]).toBe(size * ((sizes[1] ?? 0) + 1)); // and its lower edge

  await popup.getByRole('button', { name: 'New token' }).focus();
  await keyboard.press('ArrowDown');
  await expect.poll(() => numberOf(popup)).toBe(1);
  await keyboard.press('End');
  await expect.poll(() => numberOf(popup)).toBe(size);
  await expect(popup.locator(':focus')).toBeInViewport();
  await keyboard.press('PageUp');
  await keyboard.press('ArrowUp');
  const at = await numberOf(popup);
  expect(at).toBeLessThan(size - 2);
  const name = await popup.locator(':focus').textContent();
  await popup.evaluate(() => document.getElementById('app')?.scrollTo(0, 0));
  await expect(list(popup).locator('[aria-posinset="1"]')).toBeInViewport();
  expect(await numberOf(popup)).toBe(at);
  await keyboard.press('ArrowDown');
  await expect.poll(() => numberOf(popup)).toBe(at + 1);
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await expect(popup.getByRole('heading', { name: name ?? '' })).toBeVisible();
  await keyboard.press('Escape');
  await expect.poll(() => numberOf(popup)).toBe(at);
  await expect(popup.locator(':focus')).toBeInViewport();

  const search = popup.getByRole('searchbox', { name: 'Search tokens' });
  await keyboard.press('Control+f');
  await expect(search).toBeFocused();
  await expect(popup.getByText(`This searches all ${size}.`)).toBeInViewport();
  await keyboard.type(name ?? '');
  await expect(popup.getByText('This searches all')).toHaveCount(0);
  await expect(rows(popup).getByRole('button', { name: name ?? '', exact: true })).toBeVisible();
});

test('Show leaves what it says, and the list is there before the server has answered', async ({
  server,
  openPopup,
}) => {
  const popup = await openPopup();
  await expect(rows(popup).first()).toBeVisible();
  await expect(rows(popup).getByText('Revoked', { exact: true })).toHaveCount(0);
  await popup.getByRole('radio', { name: 'Inactive' }).check();
  const words = rows(popup).filter({ hasText: /Expired|Revoked/ });
  await expect(words.first()).toBeVisible();
  await expect(rows(popup).filter({ hasNotText: /Expired|Revoked/ })).toHaveCount(0);
  await popup.getByRole('radio', { name: 'Expiring' }).check();
  await expect(rows(popup).first()).toContainText('Expiring');
  await expect(rows(popup).filter({ hasNotText: 'Expiring' })).toHaveCount(0);

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
