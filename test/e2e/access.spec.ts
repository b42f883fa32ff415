import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { MODES } from '../../gallery/modes';
import { expect, test } from './fixtures';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** In dark only what depends on colours can have another answer, as in gallery/modes.ts. */
const THEMES = [
  ['light', {}],
  ['dark', { runOnly: MODES.dark.rules }],
] as const;

/** What axe finds wrong with the page as it is, a line each. */
async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe);
  const wrong: string[] = [];
  for (const [colorScheme, options] of THEMES) {
    await page.emulateMedia({ colorScheme });
    // What is still fading in has not its colours yet.
    await page.evaluate('Promise.allSettled(document.getAnimations().map(({ finished }) => finished))');
    const found = (await page.evaluate(`axe.run(${JSON.stringify(options)})`)) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    wrong.push(...found.violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html}`));
  }
  return wrong;
}

// In the frames and with the policy that ship; `npm run gallery:check` has every screen in every state.
test('the popup and the tab are sound for screen readers, and legible in light and dark', async ({
  session,
  signIn,
  openPopup,
}) => {
  await signIn();
  const popup = await openPopup();
  await expect(popup.getByRole('listitem').first()).toBeVisible();
  expect(await violations(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Actions for ci-build' }).click();
  await popup.getByRole('menuitem', { name: 'Rotate…' }).click();
  await expect(popup.getByRole('dialog', { name: 'Rotate ci-build' })).toBeVisible();
  expect(await violations(popup)).toEqual([]);
  await popup.getByRole('button', { name: 'Cancel' }).click();
  await popup.getByRole('button', { name: 'Clone and fetch' }).click();
  await expect(popup.getByRole('heading', { name: 'Token created' })).toBeVisible();
  expect(await violations(popup)).toEqual([]);
  const page = await session.context.newPage();
  await page.goto(`chrome-extension://${session.extensionId}/src/page/index.html`);
  await expect(page.getByRole('listitem').first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Overview' }).click();
  await page
    .getByRole('button', { name: /Full access/ })
    .first()
    .click();
  await page.getByText('As a table').click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'History' }).getByRole('listitem')).toHaveCount(1);
  expect(await violations(page)).toEqual([]);
});
