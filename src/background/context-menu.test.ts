import { beforeEach, expect, test, vi } from 'vitest';
import browser from '../../test/fakes/browser';
import { buildMenu, ensureMenu, openFromMenu } from './context-menu';

beforeEach(() => browser.reset());

const titles = () => Array.from(browser.contextMenus.items.values(), ({ id, title }) => [id, title]);
const ALL = [
  ['new-token', 'New token…'],
  ['revoke-all', 'Revoke all tokens…'],
  ['settings', 'Settings'],
];

test('the icon has each item once, also where the installation and the start of the worker come together', async () => {
  await Promise.all([ensureMenu(), buildMenu(), ensureMenu()]);
  expect(titles()).toEqual(ALL);
  expect(browser.contextMenus.items.get('revoke-all')?.contexts).toEqual(['action']);
});

test('a menu that was lost, or made in part, is there again with the next worker', async () => {
  await buildMenu();
  browser.contextMenus.items.delete('settings');
  await ensureMenu();
  expect(titles()).toEqual(ALL);
});

test('a menu that could not be made once can be made again', async () => {
  const removeAll = vi.spyOn(browser.contextMenus, 'removeAll').mockRejectedValueOnce(new Error('not now'));
  await expect(buildMenu()).rejects.toThrow('not now');
  await buildMenu();
  expect(titles()).toEqual(ALL);
  removeAll.mockRestore();
});

test.each([
  ['new-token', ['chrome-extension://patina/src/page/index.html#new-token']],
  ['revoke-all', ['chrome-extension://patina/src/page/index.html#revoke-all']],
  ['settings', ['chrome-extension://patina/src/page/index.html']],
  ['of an older version', []],
])('%s opens %j', async (id, pages) => {
  await openFromMenu(id);
  expect(browser.tabs.open.map(({ url }) => url)).toEqual(pages);
});
