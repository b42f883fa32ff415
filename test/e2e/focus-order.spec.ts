import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';

/** What has the focus, as a screen reader tells it: what it is, and its name; a name of today's is the same each day. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    if (at === null || at === document.body) return 'NOTHING';
    const kinds: Record<string, string> = { A: 'link', H1: 'heading', SELECT: 'list', SUMMARY: 'more', INPUT: 'field' };
    const { type, labels } = at as HTMLInputElement;
    const [label] = labels ?? [];
    const read = (label?.querySelector('span, bdi') ?? label ?? at).cloneNode(true) as Element;
    for (const unread of read.querySelectorAll('[aria-hidden="true"]')) unread.remove();
    const name = at.getAttribute('aria-label') ?? read.textContent ?? '';
    const what = ['radio', 'checkbox', 'file'].includes(type) ? type : (kinds[at.tagName] ?? 'button');
    return `${what} ${name.trim()}`.replace(/\d{4}-\d\d-\d\d( [a-z0-9]{5})?/, '(today)');
  });

/** Presses keys, and writes down where each of them led. */
function walk(page: Page) {
  const steps: string[] = [];
  return {
    steps,
    /** Goes on by Tab until it is there. */
    async tabTo(what: string): Promise<number> {
      for (let presses = 1; presses <= 60; presses += 1) {
        await page.keyboard.press('Tab');
        const there = await focused(page);
        steps.push(there);
        if (there === what) return presses;
      }
      throw new Error(`${what} was not reached:\n${steps.join('\n')}`);
    },
    /** What this key leads to, once it is there. */
    async press(key: string, what: string): Promise<void> {
      await page.keyboard.press(key);
      await expect.poll(() => focused(page)).toBe(what);
      steps.push(`${key}: ${what}`);
    },
  };
}

const lines = (text: string) => text.trim().split(/\n\s*/);

test('by keys alone: a token is made, copied, looked at and rotated, each key leading where one expects', async ({
  signIn,
  openPopup,
}) => {
  await signIn();
  // In the first popup of an organization, what needs attention has its place by when the list came.
  await expect((await openPopup()).getByRole('listitem').first()).toBeVisible();
  const popup = await openPopup();
  await expect(popup.getByRole('list', { name: 'Tokens' }).getByRole('listitem').first()).toBeVisible();
  const { steps, press, tabTo } = walk(popup);
  const copied = () => expect(popup.getByRole('button', { name: 'Clear clipboard now' })).toBeVisible();

  await tabTo('button Clone and fetch');
  await press('Enter', 'button Copy token');
  await press('Enter', 'button Copy token');
  await copied();
  await tabTo('button Done');
  await press('Enter', 'button Clone and fetch (today)');
  await press('Enter', 'heading Clone and fetch (today)');
  await tabTo('button Copy id');
  await press('Escape', 'button Clone and fetch (today)');
  await press('r', 'list Lifetime');
  await tabTo('button Rotate');
  await press('Enter', 'button Copy token');
  await press('Enter', 'button Copy token');
  await copied();
  await tabTo('button Done');
  await press('Enter', 'button Clone and fetch (today)');
  await press('n', 'heading New token');
  await tabTo('list Purpose');
  expect(await tabTo('button Create token')).toBeLessThanOrEqual(15);
  await press('Escape', 'button Clone and fetch (today)');
  await press('Control+k', 'field Search commands and tokens');
  await press('Escape', 'button Clone and fetch (today)');
  await press('?', 'button Close');
  await press('Enter', 'button Clone and fetch (today)');
  expect(steps).toEqual(
    lines(`
    field Search tokens
    button New token
    radio Active
    button build agent
    button Actions for build agent
    list Organization
    button More
    button Replace…
    button Clone and fetch
    Enter: button Copy token
    Enter: button Copy token
    button Clear clipboard now
    list Use with
    button Test token
    button Revoke
    button Done
    Enter: button Clone and fetch (today)
    Enter: heading Clone and fetch (today)
    button Rotate…
    button Duplicate…
    button Revoke…
    button Code: Read
    button Copy id
    Escape: button Clone and fetch (today)
    r: list Lifetime
    list Keep the old token
    button Rotate
    Enter: button Copy token
    Enter: button Copy token
    button Clear clipboard now
    list Use with
    button Test token
    button Done
    Enter: button Clone and fetch (today)
    n: heading New token
    list Purpose
    more Why?
    field Name
    list Organization
    list Lifetime
    field Search scopes
    button Remove Code: Read
    list Code
    checkbox Full access
    button Create token
    Escape: button Clone and fetch (today)
    Control+k: field Search commands and tokens
    Escape: button Clone and fetch (today)
    ?: button Close
    Enter: button Clone and fetch (today)
  `),
  );
});

test('by keys alone: the pages of the tab, each from its heading', async ({ session, signIn, openPopup }) => {
  await signIn();
  const popup = await openPopup();
  await expect(popup.getByRole('list', { name: 'Tokens' }).getByRole('listitem').first()).toBeVisible();
  const tab = await session.context.newPage();
  await tab.goto(`chrome-extension://${session.extensionId}/src/page/index.html#overview`);
  const { steps, press, tabTo } = walk(tab);
  const open = async (page: string, heading = page) => {
    await tab.getByRole('link', { name: page, exact: true }).focus();
    await press('Enter', `heading ${heading}`);
  };

  await expect(tab.getByRole('button', { name: '3 Expiring' })).toBeVisible();
  await tabTo('button 2 Full access');
  await open('Revoke all', 'Revoke all tokens');
  await tabTo('button Always keep build agent');
  await open('Purposes');
  await tabTo('button Unpin Clone and fetch');
  await open('History');
  await tabTo('field Search the history');
  await open('Settings');
  await tabTo('button Erase everything');
  expect(steps).toEqual(
    lines(`
    link Clean up
    more As a table
    button 3 Expiring
    button 2 Expired
    button 2 Full access
    Enter: heading Revoke all tokens
    list Organization
    checkbox All tokens
    checkbox build agent
    button Always keep build agent
    Enter: heading Purposes
    button Add purpose
    button Export purposes
    file Import purposes
    button Why? Clone and fetch
    button Move Clone and fetch up
    button Move Clone and fetch down
    button Unpin Clone and fetch
    Enter: heading History
    list Format
    field Search the history
    Enter: heading Settings
    field Organization or server address
    button Add
    button Remove fabrikam
    checkbox I sign in to fabrikam only when I need it
    button Remove contoso
    checkbox I sign in to contoso only when I need it
    checkbox 30 days before
    checkbox 14 days before
    checkbox 7 days before
    checkbox 3 days before
    checkbox 1 day before
    checkbox When it expires
    checkbox Show token names in notifications
    checkbox Remind me of tokens that tools renew
    list Check for changes
    checkbox Say where no token is needed
    list Clear clipboard after
    checkbox Clear only if it still holds the token
    more Why?
    list Language
    field Site address
    button Add site
    checkbox Single-key shortcuts
    list Format
    button Export list
    button Export calendar
    checkbox Include token ids
    more Why?
    checkbox Use the same settings and purposes there
    button Export settings
    file Import settings
    button Copy diagnostics
    button Erase everything
  `),
  );
});
