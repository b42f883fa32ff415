import type { Page } from '@playwright/test';
import { isCreate, isRevoke } from '../../dev-server/requests';
import { expect, test } from './fixtures';

/** What has the focus, in words: its name, else its text. */
const focused = (popup: Page) =>
  popup.evaluate(() => {
    const { activeElement: at } = document;
    return at === null || at === document.body ? 'nothing' : (at.getAttribute('aria-label') ?? at.textContent ?? '');
  });

const expectFocus = (popup: Page, what: string | RegExp) => expect.poll(() => focused(popup)).toMatch(what);

/** Whether what has the focus can be seen: nothing that stays in place stands over it. */
const isCovered = (popup: Page) =>
  popup.evaluate(() => {
    const { activeElement: at } = document;
    const box = at?.getBoundingClientRect();
    if (!at || !box) return true;
    const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return over !== null && !at.contains(over) && !over.contains(at) && over.closest('label')?.contains(at) !== true;
  });

test('the focus in the popup', async ({ server, signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();
  const { keyboard } = popup;
  await expect(popup.getByRole('list', { name: 'Tokens' }).getByRole('listitem').first()).toBeVisible();

  await test.step('the focus is never lost on the way from screen to screen', async () => {
    await expectFocus(popup, /^Tokens$/);

    await keyboard.press('ArrowDown');
    const first = await focused(popup);
    await keyboard.press('ArrowDown');
    const second = await focused(popup);
    expect(second).not.toBe(first);
    await keyboard.press('Enter');
    await expectFocus(popup, second);
    await expect(popup.getByRole('button', { name: 'Back' })).toBeVisible();
    await keyboard.press('Escape');
    await expectFocus(popup, second);
    await keyboard.press('Home');
    await expectFocus(popup, first);

    await keyboard.press('n');
    await expect(popup.getByRole('heading', { name: 'New token' })).toBeFocused();
    await keyboard.press('Escape');
    await expectFocus(popup, first);
    await popup.getByRole('button', { name: 'New token' }).focus();
    await keyboard.press('Enter');
    await expect(popup.getByRole('heading', { name: 'New token' })).toBeFocused();
    await keyboard.press('Escape');
    await expectFocus(popup, 'New token');

    await keyboard.press('1');
    await expect(popup.getByRole('button', { name: 'Copy token' })).toBeFocused();
    await popup.getByRole('button', { name: 'Done' }).focus();
    await keyboard.press('Enter');
    await expectFocus(popup, /^Clone and fetch/);
  });

  await test.step('a revoke begun by keys is undone by one, from wherever the list was scrolled to', async () => {
    await keyboard.press('ArrowDown');
    await keyboard.press('End');
    const last = await focused(popup);
    await keyboard.press('Delete');
    const question = popup.getByRole('alertdialog');
    await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await keyboard.press('Shift+Tab');
    await keyboard.press('Enter');
    const undo = popup.getByRole('status').getByRole('button', { name: 'Undo' });
    await expect(undo).toBeFocused();
    await expect(undo).toBeInViewport({ ratio: 1 });
    await keyboard.press('u');
    await expect(popup.getByRole('status').filter({ hasText: `${last} was not revoked.` })).toBeInViewport();
    await expectFocus(popup, last);
  });

  await test.step('revoking works by keyboard alone, and the focus comes back', async () => {
    const actions = popup.getByRole('button', { name: 'Actions for ci-build' });
    await actions.focus();
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('menuitem', { name: 'Rotate…' })).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(actions).toBeFocused();
    await popup.keyboard.press('Enter');
    await popup.keyboard.press('End');
    await expect(popup.getByRole('menuitem', { name: 'Revoke…' })).toBeFocused();
    await popup.keyboard.press('Enter');
    await expect(popup.getByRole('alertdialog', { name: 'Revoke ci-build?' })).toBeVisible();
    await expect(popup.getByRole('button', { name: 'Cancel' })).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('alertdialog')).toHaveCount(0);
    await expect(actions).toBeFocused();
  });

  await test.step('an Enter that is held down opens the menu and confirms nothing', async () => {
    await popup.getByRole('button', { name: 'Actions for ci-build' }).focus();
    const changes = () => server.requests.filter((each) => isCreate(each) || isRevoke(each)).length;
    const before = changes();
    for (let repeat = 0; repeat < 15; repeat++) await popup.keyboard.down('Enter');
    await popup.keyboard.up('Enter');
    await expect(popup.getByRole('menuitem', { name: 'Rotate…' })).toBeFocused();
    await popup.keyboard.press('Escape');
    expect(changes()).toBe(before);
  });

  await test.step('nothing that has the focus is under a foot', async () => {
    await popup.getByRole('button', { name: 'New token' }).click();
    await expect(popup.getByRole('heading', { name: 'New token' })).toBeFocused();
    const covered: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await popup.keyboard.press('Tab');
      const name = await focused(popup);
      if (name === 'nothing') break;
      if (await isCovered(popup)) covered.push(name);
    }
    expect(covered).toEqual([]);
  });

  await test.step('it comes back in a popup that began with what was known before, too', async () => {
    const next = await openPopup();
    await expect(next.getByRole('list', { name: 'Tokens' }).getByRole('listitem').first()).toBeVisible();
    await next.keyboard.press('ArrowDown');
    const row = await focused(next);
    await next.keyboard.press('Enter');
    await expect(next.getByRole('heading', { name: row })).toBeFocused();
    await next.keyboard.press('Escape');
    await expectFocus(next, row);
  });
});
