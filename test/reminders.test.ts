import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seedToken } from '../dev-server/seed';
import { HostId } from '../src/core/host';
import '../src/background/index';
import { runAllJobs } from '../src/background/alarms';
import { goOn } from '../src/background/work';
import { call } from '../src/contract/call';
import { DAY, HOUR, MINUTE } from '../src/core/duration';
import type { Settings } from '../src/core/settings';
import type { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// The clock of the worker and of the server, set by the test; timers go on by themselves.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());

const at = eachOnAServiceOfItsOwn();
const told = () => browser.notifications.log.map(({ title }) => title);
const titles = (...expected: string[]) => vi.waitFor(() => expect(told()).toEqual(expected));
const badge = (text: string) => vi.waitFor(() => expect(browser.action.badge.text).toBe(text));

// One of the three tokens that end is a tool's.
beforeEach(() => stored.settings.update((settings) => ({ ...settings, remindOfRenewed: true })));

/** Fabrikam, read once: of its tokens one has half a day, one three days, one five. */
async function read() {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  await vi.waitFor(async () => expect((await stored.agenda.get())?.until).toBeGreaterThan(Date.now()));
  return by;
}

const FIRST = '3 tokens in fabrikam expire within 7 days';

/** Lets time pass, and the worker wake by its alarm, as it does after a sleep as well. */
async function sleep(time: number): Promise<void> {
  vi.setSystemTime(Date.now() + time);
  browser.alarms.onAlarm.fire({ name: 'remind' });
  await vi.waitFor(async () => expect((await stored.agenda.get())?.until).toBeGreaterThan(Date.now()));
}

async function choose(change: Partial<Settings>): Promise<void> {
  await call('settings.save', { settings: { ...(await stored.settings.get()), ...change } });
}

const HOST = HostId.parse('services:fabrikam');

async function idOf(name: string): Promise<TokenId> {
  const known = await stored.reading((await stored.hosts.get())[0]?.id ?? ('' as never)).get();
  const token = known.snapshot?.tokens.find((each) => each.name === name);
  if (!token) throw new Error(`There is no ${name}.`);
  return token.id;
}

describe('reminders', () => {
  test('of one organization come in one notification, without a name, and once', async () => {
    await read();
    await titles(FIRST);
    const [first] = browser.notifications.log;
    expect(JSON.stringify(first)).not.toMatch(/laptop|agent|Artifacts/);
    expect(`${first?.title}${first?.message}`.length).toBeLessThan(120);
    void runAllJobs();
    browser.alarms.onAlarm.fire({ name: 'remind' });
    await sleep(HOUR);
    expect(told()).toEqual([FIRST]);
  });

  test('name the tokens where the user allows it', async () => {
    await choose({ showNamesInNotifications: true });
    await read();
    await vi.waitFor(() => expect(browser.notifications.log).toHaveLength(1));
    expect(browser.notifications.log[0]?.message).toBe(
      'build agent, git on the laptop, Azure DevOps Artifacts Creden…',
    );
  });

  test('after a sleep of days come for what is due then, without a request', async () => {
    await read();
    await titles(FIRST);
    at.server.requests.length = 0;
    await sleep(3.5 * DAY);
    await titles(FIRST, '2 tokens in fabrikam have expired');
    await sleep(DAY);
    await titles(FIRST, '2 tokens in fabrikam have expired', '1 token in fabrikam expires within 1 day');
    expect(at.server.requests).toEqual([]);
  });

  test('are those that the user has chosen', async () => {
    await choose({ remindDays: [3] });
    await read();
    await titles('2 tokens in fabrikam expire within 3 days');
    await choose({ remindDays: [30, 3] });
    await titles('2 tokens in fabrikam expire within 3 days', '2 tokens in fabrikam expire within 30 days');
    await choose({ remindDays: [] });
    await sleep(10 * DAY);
    expect(told()).toHaveLength(2);
  });

  test('that were due before another choice are given by the one of before', async () => {
    await read();
    await titles(FIRST);
    vi.setSystemTime(Date.now() + 3.5 * DAY);
    await choose({ remindDays: [] });
    await titles(FIRST, '2 tokens in fabrikam have expired');
  });

  test('stay with a token that was answered: snoozed for a day, or for good', async () => {
    await read();
    await titles(FIRST);
    await call('reminders.answer', { hostId: HOST, tokenId: await idOf('build agent'), answer: 'snooze' });
    await call('reminders.answer', { hostId: HOST, tokenId: await idOf('git on the laptop'), answer: 'stop' });
    await badge('1');
    await sleep(23 * HOUR);
    expect(told()).toHaveLength(1);
    await sleep(HOUR);
    await sleep(3 * DAY);
    await titles(FIRST, '1 token in fabrikam has expired', '1 token in fabrikam expires within 1 day');
    await call('reminders.answer', { hostId: HOST, tokenId: await idOf('git on the laptop'), answer: 'again' });
    expect((await stored.reminders.get()).told.some(({ silenced }) => silenced)).toBe(false);
    expect(told()).toHaveLength(3);
  });

  test('of a token that is revoked end with it', async () => {
    const by = await read();
    await call('reminders.answer', { hostId: HOST, tokenId: await idOf('build agent'), answer: 'stop' });
    at.server.ledger.revoke(await idOf('build agent'));
    await call('tokens.refresh', { hostId: by.hostId });
    const silenced = async () => (await stored.reminders.get()).told.filter((each) => each.silenced);
    await vi.waitFor(async () => expect(await silenced()).toEqual([]));
  });

  test('of a token for all organizations are given once, and stay answered, where the first of them is removed', async () => {
    const { token } = at.server.ledger.add(
      seedToken('everywhere', { targetAccounts: null, validTo: new Date(Date.now() + 5 * DAY).toISOString() }),
    );
    const tokenId = token.authorizationId as TokenId;
    const first = await added('contoso'); // which brings fabrikam along
    const ofIt = async () => (await stored.reminders.get()).told.filter((each) => each.tokenId === tokenId);
    for (const { id: hostId } of await stored.hosts.get()) await call('tokens.refresh', { hostId });
    await vi.waitFor(async () => expect((await ofIt()).map((each) => each.steps)).toEqual([[7], [7]]));
    await call('reminders.answer', { hostId: HOST, tokenId, answer: 'stop' });
    const before = told();
    expect([...browser.notifications.shown.keys()].filter((name) => name.includes(first.hostId))).toHaveLength(1);
    await call('hosts.remove', { hostId: first.hostId });
    await vi.waitFor(() =>
      expect([...browser.notifications.shown.keys()].filter((name) => !name.includes(HOST))).toEqual([]),
    );
    expect((await ofIt()).map((each) => [each.hostId, each.silenced])).toEqual([[HOST, true]]);
    expect(told()).toEqual(before);
    expect(browser.notifications.shown.size).toBe(1);
  });

  test('of an unknown token cannot be answered', async () => {
    await read();
    const tokenId = '00000000-1111-4222-8333-444444444444' as TokenId;
    expect(await call('reminders.answer', { hostId: HOST, tokenId, answer: 'stop' })).toMatchObject({
      failure: { kind: 'not-found' },
    });
  });
});

describe('a notification', () => {
  test('opens its tokens, the first to end first, and changes nothing', async () => {
    await read();
    await titles(FIRST);
    const [name = ''] = browser.notifications.shown.keys();
    at.server.requests.length = 0;
    browser.notifications.onClicked.fire(name);
    await vi.waitFor(() => expect(browser.tabs.open).toHaveLength(1));
    expect(browser.tabs.open[0]?.url).toMatch(
      new RegExp(`#token=${await idOf('build agent')}%20services%3Afabrikam&token=`),
    );
    await vi.waitFor(() => expect(browser.notifications.shown.size).toBe(0));
    expect(at.server.requests).toEqual([]);
  });

  test('has two buttons: one is silent for a day, one opens', async () => {
    await read();
    await titles(FIRST);
    const [name = ''] = browser.notifications.shown.keys();
    expect(browser.notifications.log[0]?.buttons).toEqual([{ title: 'Snooze for a day' }, { title: 'Rotate…' }]);
    browser.notifications.onButtonClicked.fire(name, 1);
    await vi.waitFor(() => expect(browser.tabs.open).toHaveLength(1));
    browser.notifications.onButtonClicked.fire(name, 0);
    await badge('');
    await sleep(DAY);
    await titles(FIRST, '1 token in fabrikam has expired, 2 expire within 7 days');
  });

  test('that the browser had when the worker was ended does not come twice; one that it had not comes', async () => {
    await read();
    await titles(FIRST);
    const unsure = async () => {
      await stored.reminders.update((all) => ({ ...all, told: all.told.map((each) => ({ ...each, shown: false })) }));
      await stored.agenda.remove();
      void runAllJobs();
      await vi.waitFor(async () => expect((await stored.reminders.get()).told.every(({ shown }) => shown)).toBe(true));
    };
    await unsure();
    expect(told()).toEqual([FIRST]);
    browser.notifications.shown.clear();
    await unsure();
    expect(told()).toEqual([FIRST, FIRST]);
  });

  test('that the browser does not take is tried again', async () => {
    const { create } = browser.notifications;
    browser.notifications.create = () => Promise.reject(new Error('no'));
    await added('fabrikam');
    await call('tokens.refresh', { hostId: (await stored.hosts.get())[0]?.id ?? ('' as never) });
    await vi.waitFor(async () => expect((await stored.reminders.get()).told).toHaveLength(3));
    browser.notifications.create = create;
    void runAllJobs();
    await titles(FIRST);
  });
});

describe('the alarms', () => {
  test('are there again after they were lost, at the same time', async () => {
    await read();
    await vi.waitFor(async () => expect(await browser.alarms.getAll()).toHaveLength(2));
    const before = await browser.alarms.getAll();
    await browser.alarms.clearAll();
    void runAllJobs();
    // A turn counts from the end of its reading, which may still be under way: no other time is that near.
    const near = (when: number) => expect.toSatisfy((at: number) => Math.abs(at - when) < MINUTE);
    const again = before.map(({ name, when }) => expect.objectContaining({ name, scheduledTime: near(when) }));
    await vi.waitFor(async () => expect(await browser.alarms.getAll()).toEqual(expect.arrayContaining(again)));
  });

  test('are left alone where they are right', async () => {
    await read();
    await vi.waitFor(async () => expect(await browser.alarms.getAll()).toHaveLength(2));
    const create = vi.spyOn(browser.alarms, 'create');
    void runAllJobs();
    await vi.waitFor(async () => expect((await stored.turns.get()).length).toBe(2));
    await sleep(0);
    expect(create).not.toHaveBeenCalled();
    create.mockRestore();
  });

  test('wake a worker that has nothing to do without a look at a token', async () => {
    const { hostId } = await read();
    const get = vi.spyOn(browser.storage.local, 'get');
    await sleep(HOUR);
    expect(get.mock.calls.flat(2)).not.toContain(`tokens:${hostId}`);
    get.mockRestore();
  });
});

test('a start in which something fails leaves all of it to the next one', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const getAll = vi.spyOn(browser.notifications, 'getAll').mockRejectedValue(new Error('not now'));
  goOn();
  await vi.waitFor(() => expect(warned).toHaveBeenCalledWith(expect.stringMatching(/^remind at start: /)));
  await vi.waitFor(() => expect(browser.contextMenus.items.size).toBe(3));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await stored.started.get()).toBeNull();
  getAll.mockRestore();
  warned.mockRestore();
  goOn();
  await vi.waitFor(async () => expect(await stored.started.get()).toBe('0.0.0'));
});

describe('the badge', () => {
  test('counts what ends within the first reminder, and is red on the last day', async () => {
    await read();
    await badge('3');
    expect(browser.action.badge).toMatchObject({ colour: '#b3261e' });
    expect(browser.action.badge.title).toBe('Patina\n3 tokens expire within 14 days.\nLess than a day is left.');
    await sleep(0.6 * DAY);
    await badge('2');
    expect(browser.action.badge).toMatchObject({ colour: '#0e6b5e' });
    await choose({ remindDays: [30] });
    await badge('3');
    await choose({ remindDays: [] });
    await badge('');
  });

  test('stands on a grey icon until there is an organization, and after its removal', async () => {
    const icon = (path: string) => vi.waitFor(() => expect(browser.action.badge.icon).toBe(path));
    await runAllJobs();
    await icon('/icons/grey-16.png');
    browser.action.badge.icon = ''; // the browser is started anew
    await runAllJobs();
    await icon('/icons/grey-16.png');
    await read();
    await icon('/icons/16.png');
    for (const { id } of await stored.hosts.get()) await call('hosts.remove', { hostId: id });
    await icon('/icons/grey-16.png');
  });

  test('is there after a restart of the browser, before anything is asked', async () => {
    await read();
    await badge('3');
    Object.assign(browser.action.badge, { text: '', colour: '', title: '' });
    at.server.requests.length = 0;
    void runAllJobs();
    await badge('3');
    expect(browser.action.badge.colour).toBe('#b3261e');
    expect(at.server.requests).toEqual([]);
  });

  test('is a dot while a new secret waits', async () => {
    const by = await read();
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    await badge('•');
    if (minted.ok) await call('secret.forget', { hostId: by.hostId, tokenId: minted.value.token.id });
    await badge('3');
  });

  test('is looked at again when somebody has been signed out for a day, though no token has its step by then', async () => {
    const by = await read();
    at.cookie = '';
    await call('tokens.refresh', { hostId: by.hostId });
    await vi.waitFor(async () => expect(await stored.signedOut.get()).toHaveLength(1));
    const since = (await stored.signedOut.get())[0]?.since ?? 0;
    await sleep(13 * HOUR); // by then the one of half a day has ended
    expect((await stored.agenda.get())?.until).toBe(since + DAY);
  });

  test('is an exclamation mark after a day without being signed in, and says where', async () => {
    const by = await read();
    at.cookie = '';
    await call('tokens.refresh', { hostId: by.hostId });
    await vi.waitFor(async () => expect(await stored.signedOut.get()).toHaveLength(1));
    await sleep(HOUR);
    await badge('3');
    await sleep(DAY);
    await badge('!');
    expect(browser.action.badge.title).toContain('Signed out of fabrikam');
    at.cookie = at.server.signIn();
    await call('tokens.refresh', { hostId: by.hostId });
    await badge('2');
  });
});
