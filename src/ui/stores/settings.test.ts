import { beforeEach, expect, test } from 'vitest';
import browser from '../../../test/fakes/browser';
import { DEFAULT_SETTINGS, type Settings } from '../../core/settings';
import { stored } from '../../platform/stored';
import { loadSettings, settings, whileSettingsShown } from './settings';

const change = <T>(some: Partial<Settings>, save: (all: Settings) => Promise<T>) =>
  whileSettingsShown({ ...settings.value, ...some }, save);

beforeEach(async () => {
  browser.reset();
  settings.value = DEFAULT_SETTINGS;
  await loadSettings();
});

test('what storage tells of one change does not take back the next, which is on its way', async () => {
  let takeSecond = () => {};
  const first = change({ nameNote: 'mine' }, (all) => stored.settings.set(all));
  const second = change({ singleKeys: false }, async (all) => {
    await new Promise<void>((resolve) => {
      takeSecond = resolve;
    });
    await stored.settings.set(all);
  });
  await first;
  expect(await stored.settings.get()).toMatchObject({ nameNote: 'mine', singleKeys: true });
  expect(settings.value).toMatchObject({ nameNote: 'mine', singleKeys: false });
  takeSecond();
  await second;
  expect(settings.value).toEqual(await stored.settings.get());
  expect(settings.value).toMatchObject({ nameNote: 'mine', singleKeys: false });
});

test('a change that was not taken is shown no longer', async () => {
  expect(await change({ nameNote: 'mine' }, async () => 'refused')).toBe('refused');
  expect(settings.value).toEqual(DEFAULT_SETTINGS);
});

test('a change that was taken is not told to have failed where storage cannot be read afterwards', async () => {
  const before = browser.storage.local.get;
  const saved = change({ nameNote: 'mine' }, async () => {
    browser.storage.local.get = () => Promise.reject(new Error('the disk is broken'));
    return 'taken';
  });
  expect(await saved).toBe('taken');
  browser.storage.local.get = before;
  expect(settings.value.nameNote).toBe('mine');
});
