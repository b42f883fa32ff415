import { beforeEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { OPEN_DOCTOR } from '../src/contract/guard-call';
import { NO_GUARD } from '../src/core/guard/guard';
import { DEFAULT_SETTINGS, type Settings } from '../src/core/settings';
import { speak } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { addSite, removeSite, switchGuard } from '../src/ui/deeds/guard';
import { hush, notices } from '../src/ui/stores/notice';
import { guard, loadGuard, unallowed } from '../src/ui/stores/settings';
import browser from './fakes/browser';

const CHAT = 'https://chat.example';
const WIKI = 'https://wiki.example';
const FORUM = 'https://forum.example';
const patternOf = (site: string) => `${site}/*`;

const matches = () => browser.scripting.registered.get('paste-guard')?.matches;
const files = () => browser.scripting.registered.get('paste-guard')?.js;
const said = () => notices.value.map(({ text }) => text);
const inTab = () => browser.scripting.ran.filter((each) => /guard/i.test(each));
/** What nobody waits for is done when the next deed of the same queue is. */
const settled = () => call('guard.save', { guard: guard.value });

const choose = (language: Settings['language']) =>
  call('settings.save', { settings: { ...DEFAULT_SETTINGS, language } });

beforeEach(async () => {
  browser.reset();
  speak(null);
  hush();
  guard.value = NO_GUARD;
  for (const site of [CHAT, WIKI]) browser.permissions.denied.add(patternOf(site));
  browser.tabs.open.push({ id: 7, url: `${CHAT}/room`, active: true });
  await loadGuard();
});

/** The browser's own settings take it away. */
async function takeAway(site: string): Promise<void> {
  await browser.permissions.remove({ origins: [patternOf(site)] });
}

test('a site that is added is asked for alone, and guarded from then on, also where it is open already', async () => {
  await addSite(CHAT);
  expect(browser.permissions.asked).toEqual([[patternOf(CHAT)]]);
  expect(browser.scripting.registered.get('paste-guard')).toMatchObject({
    matches: [patternOf(CHAT)],
    js: ['guard.js'],
    allFrames: true,
    matchOriginAsFallback: true,
    persistAcrossSessions: true,
    runAt: 'document_start',
  });
  expect(inTab()).toEqual([`guard.js in ${CHAT}/room`]);
  expect(said()).toEqual([`Paste guard asks on ${CHAT} from now on.`]);
  expect(await stored.guard.get()).toEqual({ on: true, sites: [CHAT] });
  await addSite(WIKI);
  expect(matches()).toEqual([patternOf(CHAT), patternOf(WIKI)]);
});

test('a site that the browser refuses is neither guarded nor listed', async () => {
  const { request } = browser.permissions;
  browser.permissions.request = async () => false;
  await addSite(CHAT);
  browser.permissions.request = request;
  expect(said()).toEqual([`Your browser has not allowed it on ${CHAT}.`]);
  expect([await stored.guard.get(), matches()]).toEqual([NO_GUARD, undefined]);
});

test('a site that is listed stays so where the browser refuses it again, and the guard stays off', async () => {
  await addSite(CHAT);
  await switchGuard(false);
  await takeAway(CHAT);
  const { request } = browser.permissions;
  browser.permissions.request = async () => false;
  await addSite(CHAT);
  browser.permissions.request = request;
  expect(await stored.guard.get()).toEqual({ on: false, sites: [CHAT] });
});

test('a site that is added while the browser asks about another one stays, whatever is answered there', async () => {
  const { request } = browser.permissions;
  browser.permissions.request = async () => {
    browser.permissions.request = request;
    await settled();
    await addSite(WIKI);
    return false;
  };
  await addSite(CHAT);
  expect(await stored.guard.get()).toEqual({ on: true, sites: [WIKI] });
  expect(matches()).toEqual([patternOf(WIKI)]);
});

test('sites that are removed one right after the other are all gone', async () => {
  await addSite(CHAT);
  await addSite(WIKI);
  await Promise.all([removeSite(CHAT), removeSite(WIKI)]);
  expect(await stored.guard.get()).toEqual({ on: true, sites: [] });
  expect(guard.value).toEqual(await stored.guard.get());
});

test('leave that is taken away elsewhere ends it there, is shown, and can be asked for again', async () => {
  await addSite(CHAT);
  await addSite(WIKI);
  await takeAway(CHAT);
  await settled();
  expect(matches()).toEqual([patternOf(WIKI)]);
  await vi.waitFor(() => expect(unallowed.value).toEqual([CHAT]));
  await addSite(CHAT);
  expect(matches()).toEqual([patternOf(WIKI), patternOf(CHAT)]);
  await vi.waitFor(() => expect(unallowed.value).toEqual([]));
});

test('switched off it is nowhere, and switched on everywhere again, without another question', async () => {
  await addSite(CHAT);
  await switchGuard(false);
  expect(matches()).toBeUndefined();
  expect(inTab().at(-1)).toBe(`endPasteGuard in ${CHAT}/room`);
  await switchGuard(true);
  expect(matches()).toEqual([patternOf(CHAT)]);
  expect(inTab().at(-1)).toBe(`guard.js in ${CHAT}/room`);
  expect(browser.permissions.asked).toHaveLength(1);
});

test('a site that is removed has its leave back, after the guard in its open pages has ended', async () => {
  await addSite(CHAT);
  await addSite(WIKI);
  await removeSite(CHAT);
  expect(inTab().at(-1)).toBe(`endPasteGuard in ${CHAT}/room`);
  expect([...browser.permissions.given]).toEqual([patternOf(WIKI)]);
  expect(matches()).toEqual([patternOf(WIKI)]);
});

test('an update or a restart of the browser brings it back', async () => {
  await addSite(CHAT);
  await settled();
  browser.scripting.registered.clear();
  browser.runtime.onInstalled.fire({ reason: 'update' });
  await settled();
  expect(matches()).toEqual([patternOf(CHAT)]);
});

test('the words of a language that is chosen come behind it, in pages that are opened from then on and in those that are open', async () => {
  await addSite(CHAT);
  await choose('de');
  await settled();
  expect(files()).toEqual(['guard.js', 'guard-words/de.js']);
  expect(inTab().slice(1)).toEqual([`guard.js,guard-words/de.js in ${CHAT}/room`]);
  await choose('ar');
  await addSite(WIKI);
  expect([matches(), files()]).toEqual([[CHAT, WIKI].map(patternOf), ['guard.js', 'guard-words/ar.js']]);
  await choose('browser');
  await settled();
  expect(files()).toEqual(['guard.js']);
  expect(inTab().at(-1)).toBe(`guard.js in ${CHAT}/room`);
  const { length } = inTab();
  browser.permissions.onAdded.fire();
  await settled();
  expect(inTab(), 'nothing is other than it was').toHaveLength(length);
});

test('an update brings it back in the language that is chosen, before the worker has the new version’s words', async () => {
  await addSite(CHAT);
  await choose('fr');
  await settled();
  browser.scripting.registered.clear();
  speak(null);
  await browser.storage.local.remove('spoken');
  browser.runtime.onInstalled.fire({ reason: 'update' });
  await settled();
  expect(files()).toEqual(['guard.js', 'guard-words/fr.js']);
});

test('where it is not, another language brings it nowhere', async () => {
  await addSite(CHAT);
  await switchGuard(false);
  const { length } = inTab();
  await choose('ja');
  await settled();
  expect([files(), inTab().length]).toEqual([undefined, length]);
});

test('what is stored is closed to scripts in pages, after each update and each start of the browser', async () => {
  const closed: unknown[] = [];
  const setAccessLevel = async (level: unknown) => void closed.push(level);
  const { local, managed, sync } = browser.storage;
  for (const area of [local, managed, sync]) Object.assign(area, { setAccessLevel });
  const all = Array(3).fill({ accessLevel: 'TRUSTED_CONTEXTS' });
  browser.runtime.onInstalled.fire({ reason: 'update' });
  await vi.waitFor(() => expect(closed).toEqual(all));
  browser.runtime.onStartup.fire();
  await vi.waitFor(() => expect(closed).toEqual([...all, ...all]));
  const warned = vi.spyOn(console, 'warn').mockReturnValue();
  const refused = () => {
    throw new Error('This storage area does not support setting access levels.');
  };
  for (const area of [local, managed]) Object.assign(area, { setAccessLevel: refused });
  browser.runtime.onStartup.fire();
  await vi.waitFor(() => expect(closed).toHaveLength(7));
  await vi.waitFor(() => expect(warned).toHaveBeenCalledWith(expect.stringMatching(/^closed storage: /)));
  warned.mockRestore();
  for (const area of [local, managed, sync]) Object.assign(area, { setAccessLevel: undefined });
});

test('erasing everything ends it', async () => {
  await addSite(CHAT);
  await call('everything.erase', { anyway: true });
  expect([matches(), inTab().at(-1)]).toEqual([undefined, `endPasteGuard in ${CHAT}/room`]);
  expect([...browser.permissions.given]).toEqual([]);
});

test('its script can have the doctor opened, once, and nothing else', async () => {
  const script = { id: 'patina', tab: { id: 7 }, origin: CHAT, frameId: 0 };
  const doctors = () => browser.tabs.open.filter(({ url }) => url.endsWith('#doctor')).length;
  const ask = async (message: unknown, sender: object) => {
    expect(browser.runtime.onMessage.fire(message, sender)).toEqual([undefined]);
    await settled();
  };
  await ask(OPEN_DOCTOR, script);
  expect(doctors()).toBe(0); // it is off
  guard.value = { on: true, sites: [CHAT] };
  await settled();
  for (const [message, sender] of [
    [OPEN_DOCTOR, { ...script, id: 'other' }],
    [OPEN_DOCTOR, { id: 'patina', origin: CHAT }],
    [{ name: 'settings.save', input: {} }, script],
    [{ name: OPEN_DOCTOR }, script],
  ] as const)
    await ask(message, sender);
  expect(doctors()).toBe(0);
  await ask(OPEN_DOCTOR, script);
  await vi.waitFor(() => expect(doctors()).toBe(1));
  const doctor = browser.tabs.open.find(({ url }) => url.endsWith('#doctor'));
  Object.assign(doctor ?? {}, { windowId: 3 });
  await ask(OPEN_DOCTOR, script);
  await vi.waitFor(() => expect(browser.windows.focused, 'it is in another window').toEqual([3]));
  expect(doctors()).toBe(1);
});

test('an open page that does not know of the leave yet gets the guard as soon as it does', async () => {
  const knows = vi.spyOn(browser.scripting, 'executeScript').mockResolvedValueOnce([]).mockResolvedValueOnce([]);
  await addSite(CHAT);
  expect(knows).toHaveBeenCalledTimes(3);
  expect(inTab()).toEqual([`guard.js in ${CHAT}/room`]);
  knows.mockRestore();
});

test('a page that sleeps holds nothing up, and gets the guard when it wakes up', async () => {
  const asleep = vi.spyOn(browser.scripting, 'executeScript').mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  for (const deed of [addSite(CHAT), switchGuard(false)]) {
    await vi.advanceTimersByTimeAsync(5_000);
    await deed;
  }
  vi.useRealTimers();
  expect([(await stored.guard.get()).on, matches()]).toEqual([false, undefined]);
  // What was asked of it once waits in the browser: asked again it would come twice.
  expect(asleep.mock.calls).toHaveLength(2);
  asleep.mockRestore();
});

test('a page that is known to sleep is not waited for: a frozen one hears of it, a discarded one is loaded anew with it', async () => {
  const [sites, tabs] = [[CHAT, WIKI, FORUM], browser.tabs.open];
  tabs.push({ id: 8, url: `${WIKI}/page`, active: false }, { id: 9, url: `${FORUM}/`, active: false });
  Object.assign(tabs[1] ?? {}, { frozen: true });
  Object.assign(tabs[2] ?? {}, { discarded: true });
  const query = vi.spyOn(browser.tabs, 'query');
  query.mockImplementation(async () => tabs.filter(({ id }) => id !== 7));
  const asleep = vi.spyOn(browser.scripting, 'executeScript').mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }); // no second passes: who waits for one hangs
  guard.value = { on: true, sites };
  browser.permissions.denied.clear();
  await settled();
  vi.useRealTimers();
  expect(asleep.mock.calls.map(([{ target }]) => target.tabId)).toEqual([8]);
  expect(matches()).toEqual(sites.map(patternOf));
  for (const spy of [asleep, query]) spy.mockRestore();
});

test('presses that are made while a page sleeps are all kept', async () => {
  for (const site of [CHAT, WIKI, FORUM]) await addSite(site);
  const asleep = vi.spyOn(browser.scripting, 'executeScript').mockReturnValue(new Promise(() => undefined));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const pressed = Promise.all([
    removeSite(CHAT),
    switchGuard(false),
    removeSite(WIKI),
    switchGuard(true),
    removeSite(FORUM),
  ]);
  for (let waits = 0; waits < 6; waits += 1) await vi.advanceTimersByTimeAsync(5_000);
  await pressed;
  vi.useRealTimers();
  expect([await stored.guard.get(), matches()]).toEqual([{ on: true, sites: [] }, undefined]);
  asleep.mockRestore();
});

test.each([
  ['on', [patternOf(WIKI)]],
  ['off', undefined],
] as const)(
  'a refusal brings back no site that is removed meanwhile, and leaves a guard that was %s so',
  async (was, left) => {
    for (const site of [CHAT, WIKI]) await addSite(site);
    await switchGuard(was === 'on');
    const { request } = browser.permissions;
    let answer = (_isAllowed: boolean) => {};
    browser.permissions.request = () =>
      new Promise((resolve) => {
        answer = resolve;
      });
    browser.permissions.denied.add(patternOf(FORUM));
    const asked = addSite(FORUM);
    await removeSite(CHAT);
    answer(false);
    await asked;
    browser.permissions.request = request;
    expect([await stored.guard.get(), matches()]).toEqual([{ on: was === 'on', sites: [WIKI] }, left]);
  },
);
