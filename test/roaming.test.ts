import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { followPolicy } from '../src/background/apply-policy';
import { writeSynced } from '../src/background/synced';
import { goOn } from '../src/background/work';
import { call } from '../src/contract/call';
import { HOUR, SECOND } from '../src/core/duration';
import { HostId } from '../src/core/host';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { reservedNames } from '../src/platform/in-words/purposes';
import { stored } from '../src/platform/stored';
import { shutWhile } from '../src/platform/under-way';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

eachOnAServiceOfItsOwn();
afterEach(() => browser.storage.managed.reset());

/** Within the time that lies between two writes, and more. */
const soon = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 30_000 });

const { sync } = browser.storage;
const shared = async () => (await sync.get(null)) as Record<string, { value: unknown }>;
const save = (change: object) => call('settings.save', { settings: { ...DEFAULT_SETTINGS, roam: true, ...change } });
const bot = { id: 'bot', name: 'Wiki bot', scopes: ['vso.wiki'], days: 7 };
const savePurposes = (own: (typeof bot)[]) =>
  call('purposes.save', { purposes: { own, pinned: ['clone'], order: [] } });

test('nothing goes before the user has said so', async () => {
  await save({ roam: false, checkEveryHours: 24 });
  await savePurposes([bot]);
  expect(await shared()).toEqual({});
  expect(await stored.roaming.get()).toBeNull();
});

test('what is chosen goes, and what another browser has chosen comes, with no name of an organization', async () => {
  const onDemand = [HostId.parse('services:fabrikam')];
  await save({ checkEveryHours: 24, onDemand, nameNote: 'my laptop' });
  await soon(async () => (await shared())['choice:checkEveryHours']?.value).toBe(24);
  expect(JSON.stringify(await shared())).not.toMatch(/fabrikam|laptop/);
  const entry = (value: unknown) => ({ value, at: Date.now() + 60_000, by: 'another' });
  await sync.set({
    'choice:checkEveryHours': entry(1),
    'choice:purpose:bot': entry(bot),
    'choice:singleKeys': entry('no'),
  });
  await soon(async () => (await stored.purposes.get()).own).toEqual([bot]);
  expect(await stored.settings.get()).toMatchObject({
    checkEveryHours: 1,
    singleKeys: true,
    onDemand,
    nameNote: 'my laptop',
  });
  // Its own writes are heard too, and come to nothing more.
  const settled = JSON.stringify([await shared(), await stored.roaming.get()]);
  await call('revoke-all.continue', {});
  expect(JSON.stringify([await shared(), await stored.roaming.get()])).toBe(settled);
});

test('a purpose of one’s own is sent once, and stays as another browser has changed it', async () => {
  await savePurposes([bot]);
  await save({});
  await soon(async () => (await shared())['choice:purpose:bot']?.value).toEqual(bot);
  const renamed = { value: { ...bot, name: 'Renamed' }, at: Date.now() + 60_000, by: 'another' };
  await sync.set({ 'choice:purpose:bot': renamed });
  await soon(async () => (await stored.purposes.get()).own).toEqual([renamed.value]);
  await save({ checkEveryHours: 24 });
  await soon(async () => (await shared())['choice:checkEveryHours']?.value).toBe(24);
  expect((await shared())['choice:purpose:bot']).toEqual(renamed);
});

test('what an administrator has decided stays, and no purpose takes the name of one that comes with Patina', async () => {
  browser.storage.managed.decide({ clearClipboardSeconds: 30 });
  await followPolicy();
  await save({ clearClipboardSeconds: 30 });
  const entry = (value: unknown) => ({ value, at: Date.now() + 60_000, by: 'another' });
  await sync.set({
    'choice:checkEveryHours': entry(1),
    'choice:clearClipboardSeconds': entry(null),
    'choice:purpose:bot': entry(bot),
    'choice:purpose:false': entry({ ...bot, id: 'false', name: reservedNames()[0], scopes: ['vso.code_full'] }),
  });
  await soon(async () => (await stored.purposes.get()).own).toEqual([bot]);
  expect(await stored.settings.get()).toMatchObject({ checkEveryHours: 1, clearClipboardSeconds: 30 });
});

test('everything that is erased is gone from there too, and does not come back', async () => {
  await save({ checkEveryHours: 24 });
  await soon(async () => Object.keys(await shared())).toEqual(['choice:checkEveryHours']);
  await call('everything.erase', { anyway: true });
  expect(await shared()).toEqual({});
  await sync.set({ 'choice:checkEveryHours': { value: 1, at: Date.now(), by: 'another' } });
  await call('revoke-all.continue', {});
  expect((await stored.settings.get()).checkEveryHours).toBe(6);
});

test('it is gone from there also where sharing was switched off before', async () => {
  await save({ checkEveryHours: 24 });
  await soon(async () => Object.keys(await shared())).toEqual(['choice:checkEveryHours']);
  await save({ roam: false, checkEveryHours: 24 });
  await call('everything.erase', { anyway: true });
  expect(await shared()).toEqual({});
});

test('nothing is shared while everything is being erased', async () => {
  await shutWhile(
    () => writeSynced({ checkEveryHours: { value: 24, at: 1, by: 'a' } }, []),
    () => {},
  );
  expect(await shared()).toEqual({});
});

test('an organization that is removed is gone from there too, and does not come back', async () => {
  const { hostId } = await added('fabrikam');
  await save({ roamNames: true, onDemand: [hostId] });
  await soon(async () => Object.keys(await shared())).toContain(`choice:onDemand:${hostId}`);
  await call('hosts.remove', { hostId });
  expect(JSON.stringify([await shared(), await stored.roaming.get()])).not.toContain('fabrikam');
  // Another browser that has it sends it again.
  const entry = { value: true, at: Date.now() + 60_000, by: 'another' };
  await sync.set({ [`choice:onDemand:${hostId}`]: entry, 'choice:checkEveryHours': { ...entry, value: 1 } });
  await soon(async () => (await stored.settings.get()).checkEveryHours).toBe(1);
  expect((await stored.settings.get()).onDemand).toEqual([]);
  expect(JSON.stringify(await stored.roaming.get())).not.toContain('fabrikam');
});

describe('by a clock that the test lets go on', () => {
  let now = Date.now();
  const later = (time: number) => vi.advanceTimersByTimeAsync(time);
  const asShared = { ...DEFAULT_SETTINGS, roam: true };

  beforeEach(() => {
    now += HOUR; // long after the writes of the test before
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], now });
  });
  afterEach(async () => {
    await later(10 * SECOND);
    vi.useRealTimers();
  });

  test('choices that follow each other go together: the browser counts the writes', async () => {
    const set = vi.spyOn(sync, 'set');
    await save({ checkEveryHours: 24 });
    await later(SECOND);
    expect(set).toHaveBeenCalledTimes(1);
    await save({ checkEveryHours: 1 });
    await later(SECOND / 2);
    await save({ checkEveryHours: 24, singleKeys: false });
    expect(set).toHaveBeenCalledTimes(1);
    await later(5 * SECOND);
    expect(set).toHaveBeenCalledTimes(2);
    expect((await shared())['choice:singleKeys']?.value).toBe(false);
    set.mockRestore();
  });

  test('what is switched off before anything went sends nothing', async () => {
    await save({ checkEveryHours: 24 });
    await save({ roam: false, checkEveryHours: 24 });
    await later(10 * SECOND);
    expect([await shared(), await stored.roaming.get()]).toEqual([{}, null]);
  });

  test('an organization that is to be named no more is gone from there', async () => {
    const { hostId } = await added('fabrikam');
    await save({ roamNames: true, onDemand: [hostId] });
    await later(10 * SECOND);
    expect(Object.keys(await shared())).toContain(`choice:onDemand:${hostId}`);
    await save({ roamNames: false, onDemand: [hostId] });
    await later(10 * SECOND);
    expect(JSON.stringify([await shared(), await stored.roaming.get()])).not.toContain('fabrikam');
    expect((await stored.settings.get()).onDemand).toEqual([hostId]);
  });

  test('a purpose goes as soon as it is saved, and what came while the browser was closed is taken when it starts', async () => {
    await stored.settings.set(asShared);
    await savePurposes([bot]);
    await later(10 * SECOND);
    expect((await shared())['choice:purpose:bot']?.value).toEqual(bot);
    await stored.settings.set({ ...asShared, roam: false });
    await sync.set({ 'choice:checkEveryHours': { value: 1, at: Date.now(), by: 'another' } });
    await later(10 * SECOND);
    await stored.settings.set(asShared);
    goOn();
    await vi.waitFor(async () => expect((await stored.settings.get()).checkEveryHours).toBe(1));
  });

  test('what another browser has chosen, or an administrator decides, is followed as if it were chosen here', async () => {
    const { hostId } = await added('fabrikam');
    await call('tokens.refresh', { hostId });
    const { badge } = browser.action;
    await vi.waitFor(() => expect(badge.text).toBe('2'));
    await stored.settings.set(asShared);
    const entry = (value: unknown) => ({ value, at: Date.now() + 1, by: 'another' });
    await sync.set({ 'choice:remindDays': entry([]), 'choice:checkEveryHours': entry(null) });
    await vi.waitFor(() => expect(badge.text).toBe(''));
    expect(await browser.alarms.get('check')).toBeUndefined();
    browser.storage.managed.decide({ remindDays: [7], checkEveryHours: 1 });
    await vi.waitFor(() => expect(badge.text).toBe('2'));
    expect(await browser.alarms.get('check')).toBeDefined();
  });
});
