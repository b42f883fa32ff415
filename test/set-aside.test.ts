import { describe, expect, test } from 'vitest';
import '../src/background/index';
import '../src/background/work';
import { call } from '../src/contract/call';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { stored } from '../src/platform/stored';
import { asides } from '../src/platform/stored-asides';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

eachOnAServiceOfItsOwn();

type Area = keyof typeof asides;

const put = (key: string, value: unknown, area: Area = 'local') => browser.storage[area].set({ [key]: value });
const newer = { version: 99, value: { theme: 'of next year' } };

/** What is held of what was set aside, by key. */
async function held(area: Area = 'local') {
  const all = Object.entries(await browser.storage[area].get(null));
  return all.filter(([key]) => key.startsWith('aside:')).map(([key, value]) => [key.replace(/:\d+$/, ''), value]);
}

describe('a stored value that cannot be read', () => {
  test.each([
    ['newer', newer],
    ['unreadable', 7],
  ])('because it is %s is set aside when it is read, and the default is used', async (why, value) => {
    await put('settings', value);
    expect(await stored.settings.get()).toEqual(DEFAULT_SETTINGS);
    expect(await held()).toEqual([['aside:settings', value]]);
    expect(await asides.local.get()).toMatchObject([{ key: 'settings', why, told: false }]);
    await stored.settings.get();
    expect(await held(), 'once').toHaveLength(1);
  });

  test('is set aside before another is written in its place, alone or together', async () => {
    await put('settings', newer);
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, nameNote: 'mine' } });
    expect((await stored.settings.get()).nameNote).toBe('mine');
    expect(await held()).toEqual([['aside:settings', newer]]);
  });

  test('is set aside before another is written in its place beside something else', async () => {
    await put('history', newer);
    await stored.revokes.updateWith(stored.history, (revokes) => [revokes, []]);
    expect(await stored.history.get()).toEqual([]);
    expect(await held()).toEqual([['aside:history', newer]]);
  });

  test('in part is set aside whole, and the rest of it is used', async () => {
    const { hostId } = await added('fabrikam');
    const hosts = [...(await stored.hosts.get()), { id: 'x', kind: 'alien' }];
    await put('hosts', hosts);
    expect((await stored.hosts.get()).map(({ id }) => id)).toContain(hostId);
    expect(await held()).toEqual([['aside:hosts', hosts]]);
  });

  test('is read as its default where nothing can be written, and is not written over', async () => {
    const { set } = browser.storage.local;
    await put('settings', newer);
    browser.storage.local.set = () => Promise.reject(new Error('the disk is broken'));
    expect(await stored.settings.get()).toEqual(DEFAULT_SETTINGS);
    browser.storage.local.set = set;
    await expect(browser.storage.local.get('settings')).resolves.toEqual({ settings: newer });
    let refused = true;
    browser.storage.local.set = async (items) => {
      if (refused) throw new Error('the disk is broken for a moment');
      await set(items);
    };
    const change = stored.settings.update((settings) => {
      refused = false;
      return { ...settings, nameNote: 'mine' };
    });
    await expect(change).rejects.toThrow('for a moment');
    browser.storage.local.set = set;
    await expect(browser.storage.local.get('settings')).resolves.toEqual({ settings: newer });
  });

  test('of memory stays in memory', async () => {
    await put('unsent', newer, 'session');
    expect(await stored.unsent.get()).toBe(null);
    expect(await held('session')).toEqual([['aside:unsent', newer]]);
    expect(await held()).toEqual([]);
  });

  test('and may hold a secret is told of, but not kept: nobody would forget it in time', async () => {
    const secret = 'x'.repeat(52);
    await put('minted', { version: 99, value: secret }, 'session');
    expect(await stored.minted.get()).toEqual([]);
    expect(browser.storage.session.dump() + browser.storage.local.dump()).not.toContain(secret);
    expect(await asides.session.get()).toMatchObject([{ key: 'minted', why: 'newer' }]);
  });

  test('does not fill the storage, however often that happens', async () => {
    for (let time = 0; time < 6; time++) {
      await put('purposes', { version: 99, value: time });
      await stored.purposes.get();
    }
    expect((await held()).map(([, value]) => value)).toEqual([3, 4, 5].map((value) => ({ version: 99, value })));
  });

  test('is told of until the user knows, and named in a report without its host', async () => {
    const { hostId } = await added('fabrikam');
    await put(`limits:${hostId}`, newer);
    await stored.limits(hostId).get();
    await put('unsent', newer, 'session');
    await stored.unsent.get();
    await call('asides.told', {});
    expect(await asides.local.get()).toMatchObject([{ told: true }]);
    expect(await asides.session.get()).toMatchObject([{ told: true }]);
    await browser.storage.session.clear();
    const report = await call('diagnostics.read', {});
    expect(report.ok && report.value).toMatch(/Stored values set aside: 1\n\S+ limits: newer, \d+ characters\n/);
    expect(report.ok && report.value).not.toContain('fabrikam');
    expect(await held()).toHaveLength(1);
  });
});

describe('what was set aside goes', () => {
  test('when the user erases it', async () => {
    await put('settings', newer);
    await stored.settings.get();
    await call('asides.erase', {});
    expect([await held(), await asides.local.get()]).toEqual([[], []]);
  });

  test('when its organization is removed, by its key or by what is in it', async () => {
    const { hostId } = await added('fabrikam');
    await put(`reading:${hostId}`, newer);
    await stored.reading(hostId).get();
    await put('intents', { version: 99, value: [{ hostId }] });
    await stored.intents.get();
    await put('purposes', newer);
    await stored.purposes.get();
    await call('hosts.remove', { hostId });
    expect((await held()).map(([key]) => key)).toEqual(['aside:purposes']);
    expect((await asides.local.get()).map(({ key }) => key)).toEqual(['purposes']);
  });

  test('with the history, and with everything', async () => {
    for (const key of ['history', 'settings'] as const) {
      await put(key, newer);
      await stored[key].get();
    }
    await call('history.erase', {});
    expect((await held()).map(([key]) => key)).toEqual(['aside:settings']);
    await call('everything.erase', { anyway: true });
    expect(await held()).toEqual([]);
  });
});

test('a value from before there were versions is read, and written with its version', async () => {
  await put('settings', { ...DEFAULT_SETTINGS, nameNote: 'mine' });
  expect((await stored.settings.get()).nameNote).toBe('mine');
  await stored.settings.update((settings) => ({ ...settings, includeTokenIds: true }));
  const { settings } = await browser.storage.local.get('settings');
  expect(settings).toEqual({ version: 2, value: { ...DEFAULT_SETTINGS, nameNote: 'mine', includeTokenIds: true } });
  expect(await asides.local.get()).toEqual([]);
});
