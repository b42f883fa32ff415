import { readFileSync } from 'node:fs';
import type { Frame, Locator, Page } from '@playwright/test';
import { mintSecret } from '../../dev-server/secret';
import type { Session } from '../../scripts/launch';
import { editorsSite } from './editors';
import { test as base, expect } from './fixtures';

const test = base.extend<{ site: string; settings: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed out of the pattern
  site: async ({}, use) => {
    const { origin, close } = await editorsSite();
    await use(origin);
    await close();
  },
  /** With the site among those that are guarded. */
  settings: async ({ session, site, allow }, use) => {
    await allow(`${site}/*`);
    await use(await settingsWith(session, `${site}/rooms/7?x=1`));
  },
});

test.use({ ownHosts: /^127\.0\.0\.1$/ });

async function addSite(settings: Page, address: string): Promise<void> {
  await settings.getByRole('textbox', { name: 'Site address' }).fill(address);
  await settings.getByRole('button', { name: 'Add site' }).click();
  await expect(settings.getByRole('status').filter({ hasText: /^Paste guard asks on/ })).toBeVisible();
}

async function settingsWith({ context, extensionId }: Session, address: string): Promise<Page> {
  const settings = await context.newPage();
  await settings.goto(`chrome-extension://${extensionId}/src/page/index.html#guard`);
  await addSite(settings, address);
  return settings;
}

async function open({ context }: Session, site: string): Promise<Page> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site });
  const page = await context.newPage();
  await page.goto(site);
  await expect(page.locator('body[data-ready]')).toBeVisible();
  return page;
}

const copy = (page: Page, text: string) => page.evaluate((copied) => navigator.clipboard.writeText(copied), text);

/** Two frames on, all that has happened before has been told to the page. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** All that a page has of the question. */
const questionIn = (page: Page | Frame) => page.locator('html > div');
const asks = (page: Page | Frame) => expect(questionIn(page)).toHaveCount(1);
const isQuiet = (page: Page | Frame) => expect(questionIn(page)).toHaveCount(0);

const textIn = (editor: Locator) =>
  editor.evaluate((element) => (element as HTMLTextAreaElement).value ?? element.textContent);

/** What a screen reader is told: neither the page nor a test can look into the question otherwise. */
async function heard(page: Page): Promise<string[]> {
  const devTools = await page.context().newCDPSession(page);
  const { nodes } = await devTools.send('Accessibility.getFullAXTree');
  await devTools.detach();
  return nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value} ${name?.value ?? ''}`);
}

/** Presses the button that the focus is on until it is heard: a press in the first moments is none. */
async function pressUntilQuiet(page: Page, key: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(questionIn(page)).toHaveCount(0, { timeout: 200 });
  }).toPass();
}

/** What a script in a page of the site gets out of each area of storage. */
const storageIn = (settings: Page, site: string) =>
  settings.evaluate(`(async () => {
    const [{ id: tabId }] = await chrome.tabs.query({ url: '${site.replace(/:\d+$/, '')}/*' });
    const read = () => Promise.all(['local', 'sync', 'session', 'managed'].map((area) =>
      Promise.resolve().then(() => chrome.storage[area].get()).then(() => 'read', (error) => error.message)));
    return (await chrome.scripting.executeScript({ target: { tabId }, func: read }))[0].result;
  })()`);

test('in each kind of editor a token that is pasted, typed or dropped is asked about first', async ({
  session,
  site,
  settings,
}) => {
  await expect(settings.getByRole('list', { name: 'Guarded sites' })).toContainText(site);
  const page = await open(session, site);
  const token = mintSecret(Date.now());
  const editor = (name: string) => page.getByLabel(name, { exact: true });
  await copy(page, `say ${token} please`);

  for (const name of ['line', 'text', 'page', 'open text', 'open page', 'rich']) {
    await editor(name).click();
    await page.keyboard.type('<>');
    await page.keyboard.press('ArrowLeft');
    await drawn(page); // an editor hears of a selection a moment later
    await page.keyboard.press('Control+V');
    await asks(page);
    await page.keyboard.press('Escape');
    await isQuiet(page);
    await page.keyboard.type('!');
    expect.soft(await textIn(editor(name)), name).toBe('<say  please!>');
    await page.keyboard.press('Control+Z');
    expect.soft(await textIn(editor(name)), `${name}, undone`).not.toContain('!');
  }
  expect(await page.evaluate('String(window.seen)')).not.toContain(token.slice(0, 20));

  for (const [what, at] of [
    ['textarea', 0],
    ['div', 1],
  ] as const) {
    await page.evaluate((selector) => (window as unknown as Hidden).focusClosed(selector), what);
    await page.keyboard.press('Control+V');
    await asks(page);
    await page.keyboard.press('Enter');
    await isQuiet(page);
    expect.soft(await page.evaluate((n) => (window as unknown as Hidden).closedValues()[n], at)).toBe('say  please');
  }

  for (const frame of page.frames().slice(1)) {
    const field = frame.locator('textarea, [contenteditable]');
    await field.click();
    await page.keyboard.press('Control+V');
    await asks(frame);
    await page.keyboard.press('Enter');
    await isQuiet(frame);
    expect.soft(await textIn(field)).toContain('say  please');
  }

  for (const name of ['text', 'rich']) {
    await editor(name).fill('');
    await editor(name).click();
    await page.keyboard.type(`it is ${token}`);
    await asks(page);
    await page.keyboard.press('Enter');
    await isQuiet(page);
    await page.keyboard.type('gone');
    expect.soft(await textIn(editor(name)), `${name}, typed`).toBe('it is gone');
  }

  await page.evaluate((text) => Object.assign(window, { dragged: text }), `drop ${token}!`);
  await editor('text').fill('');
  await page.locator('#source').dragTo(editor('text'));
  await asks(page);
  await page.keyboard.press('Escape');
  await isQuiet(page);
  expect.soft(await textIn(editor('text'))).toBe('drop !');
});

type Hidden = { focusClosed: (selector: string) => void; closedValues: () => string[] };

test('a page learns nothing by the question, cannot answer it, and is left alone when the user says so', async ({
  session,
  site,
  settings,
}) => {
  const page = await open(session, site);
  const token = mintSecret(Date.now());
  const field = page.getByLabel('text', { exact: true });
  const paste = async () => {
    await field.fill('');
    await field.click();
    await page.keyboard.press('Control+V');
  };
  await copy(page, token);
  await paste();
  await asks(page);
  const said = await heard(page);
  expect(said).toEqual(
    expect.arrayContaining([
      'alertdialog This is an Azure DevOps token.',
      'button Paste anyway',
      'button Leave it out',
      'button Revoke it…',
    ]),
  );
  const seen = (await page.evaluate('window.seen')) as string[];
  expect(seen).toEqual(expect.arrayContaining(['added <div></div>', 'inside null 1 ']));
  expect([...seen, ...said].join()).not.toContain(token.slice(0, 12));
  await expect(questionIn(page)).toHaveCount(1); // whatever the page has pressed

  await page.keyboard.press('Shift+Tab');
  await pressUntilQuiet(page, 'Enter');
  expect(await textIn(field)).toBe(token);

  await paste();
  await asks(page);
  await page.keyboard.press('Tab');
  const opened = session.context.waitForEvent('page');
  await page.keyboard.press('Enter');
  const doctor = await opened;
  await expect(doctor.getByRole('heading', { name: 'Token doctor' })).toBeVisible();
  expect(doctor.url()).toMatch(/#doctor$/);
  await expect(doctor.getByRole('textbox', { name: 'Tokens, or text with tokens in it' })).toHaveValue('');
  await page.bringToFront();
  expect(await textIn(field)).toBe('');

  await paste();
  await asks(page);
  await page.evaluate(() => document.documentElement.lastElementChild?.remove());
  await field.click();
  await page.keyboard.type('goes on');
  expect(await textIn(field)).toBe('goes on');

  await paste();
  await asks(page);
  await page.evaluate(() => {
    const [question, hidden] = [document.documentElement.lastElementChild, document.createElement('div')];
    hidden.style.display = 'none';
    if (question) document.body.appendChild(hidden).append(question);
  });
  await isQuiet(page);
  await field.focus();
  await page.keyboard.press('Control+V');
  await asks(page); // hidden, it is over, and the next paste is asked about
  await page.evaluate(() => {
    const above = document.body.appendChild(document.createElement('dialog'));
    const field = document.querySelector('[aria-label=text]');
    if (field) above.append(field);
    above.showModal();
  });
  await field.focus();
  await page.keyboard.press('Control+V');
  expect(await textIn(field)).toBe('');
  await page.evaluate(() => {
    document.querySelector('dialog')?.remove();
    document.documentElement.lastElementChild?.remove();
  });

  await page.evaluate(() => {
    document.open();
    document.write('<!doctype html><html lang="en"><body><textarea aria-label="text"></textarea></body></html>');
    document.close();
  });
  await paste();
  await asks(page); // although all listeners were erased
  await page.keyboard.press('Escape');
  await isQuiet(page);
  expect(await textIn(field)).toBe('');
  expect(await storageIn(settings, site)).toEqual(Array(4).fill('Access to storage is not allowed from this context.'));

  await settings.bringToFront();
  await settings.getByRole('checkbox', { name: 'Ask before a token goes in' }).click();
  await expect.poll(() => settings.evaluate('chrome.scripting.getRegisteredContentScripts()')).toEqual([]);
  await page.bringToFront();
  await expect(async () => {
    await paste();
    expect(await textIn(field)).toBe(token);
  }).toPass();
  await isQuiet(page);

  await settings.bringToFront();
  await settings.getByRole('checkbox', { name: 'Ask before a token goes in' }).click();
  await expect.poll(() => settings.evaluate('chrome.scripting.getRegisteredContentScripts()')).toHaveLength(1);
  await settings.evaluate(`chrome.permissions.remove({ origins: ['${site}/*'] })`);
  await expect(settings.getByText('Your browser does not allow it here.')).toBeVisible();
  await page.bringToFront();
  await page.reload();
  await paste();
  expect(await textIn(field)).toBe(token);
});

/** What the question says in a language, as a screen reader is told. */
function saidIn(language: string): string[] {
  const texts = JSON.parse(readFileSync(`dist/chrome/_locales/${language}/messages.json`, 'utf8'));
  const of = (key: string): string => texts[`guard_${key}`].message;
  return [`alertdialog ${of('question')}`, ...['anyway', 'leave_out', 'revoke'].map((key) => `button ${of(key)}`)];
}

type Node = { nodeName: string; attributes?: string[]; children?: Node[]; shadowRoots?: Node[] };

/** The tag and the direction of the question: what debugs a page sees into trees that are closed to its scripts. */
async function tagAndDirection(page: Page): Promise<(string | undefined)[]> {
  const devTools = await page.context().newCDPSession(page);
  const { root } = await devTools.send('DOM.getDocument', { depth: -1, pierce: true });
  await devTools.detach();
  const under = (node: Node): Node[] => [
    node,
    ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(under),
  ];
  const { attributes = [] } = under(root).find(({ nodeName }) => nodeName === 'DIALOG') ?? {};
  return ['lang', 'dir'].map((name) => attributes[attributes.indexOf(name) + 1]);
}

test('the question is in the language that is chosen, in a page that was open before and in one that is opened then', async ({
  session,
  site,
  allow,
}) => {
  const before = await open(session, site);
  await copy(before, mintSecret(Date.now()));
  await allow(`${site}/*`);
  const settings = await settingsWith(session, site);
  const choose = async (option: string | { index: number }) => {
    await settings.bringToFront();
    await settings.locator('#language-choice').selectOption(option);
  };
  const speaks = async (page: Page, language: string, ...how: string[]) => {
    await page.bringToFront();
    await expect(async () => {
      await page.getByLabel('text', { exact: true }).click({ timeout: 1000 });
      await page.keyboard.press('Control+V');
      await asks(page);
      const [said, found] = [await heard(page), await tagAndDirection(page)];
      await page.keyboard.press('Escape');
      await isQuiet(page);
      expect(said).toEqual(expect.arrayContaining(saidIn(language)));
      expect(found).toEqual(how);
    }).toPass();
  };
  // Although the page has elements by the names that the guard has for itself.
  await speaks(before, 'en', 'en', 'ltr');

  await choose('Deutsch');
  await speaks(before, 'de', 'de', 'ltr');
  const after = await open(session, site);
  await speaks(after, 'de', 'de', 'ltr');
  await choose('العربية');
  for (const page of [before, after]) await speaks(page, 'ar', 'ar', 'rtl');
  await after.reload();
  await speaks(after, 'ar', 'ar', 'rtl');
  await choose({ index: 0 });
  for (const page of [before, after]) await speaks(page, 'en', 'en', 'ltr');
  expect(await textIn(before.getByLabel('text', { exact: true }))).toBe('');
});
