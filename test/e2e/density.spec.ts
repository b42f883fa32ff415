import type { Page } from '@playwright/test';
import { seedToken, seedWith } from '../../dev-server/seed';
import { expect, test } from './fixtures';

const DAY = 86_400_000;

/** Twelve tokens of one organization that work, and nothing to attend to. */
function twelve() {
  const seed = seedWith(0, Date.now());
  const dateIn = (days: number) => new Date(Date.now() + days * DAY).toISOString();
  const tokens = Array.from({ length: 12 }, (_, index) => ({
    token: seedToken(`token of the build agent ${index}`, { validTo: dateIn(10 + index * 20) }),
  }));
  return { ...seed, tokens };
}

test.use({ serverOptions: { seed: twelve() } });

/** How many rows can be seen whole before anything is scrolled, in a popup as large as browsers make it. */
async function wholeRows(page: Page): Promise<number> {
  const boxes = await page
    .getByRole('list', { name: 'Tokens' })
    .getByRole('listitem')
    .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom })));
  return boxes.filter(({ top, bottom }) => top >= 0 && bottom <= 600).length;
}

test('at least seven tokens are seen at a glance, and five with something to attend to', async ({
  server,
  session,
  signIn,
}) => {
  await signIn();
  const page = await session.context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  await page.goto(`chrome-extension://${session.extensionId}/src/popup/index.html`);
  const rows = page.getByRole('list', { name: 'Tokens' }).getByRole('listitem');
  await expect(rows).toHaveCount(12);
  await expect(page.getByRole('group', { name: 'Quick mint' })).toBeVisible();
  expect(await wholeRows(page)).toBeGreaterThanOrEqual(7);

  server.faults.set('lostReply', { path: 'HierarchyQuery' });
  await page.getByRole('button', { name: 'Push code' }).click();
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeVisible();
  server.faults.clear();
  await expect(rows).not.toHaveCount(12);
  expect(await wholeRows(page)).toBeGreaterThanOrEqual(5);
});
