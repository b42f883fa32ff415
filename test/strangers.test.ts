import { describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { users } from '../dev-server/tenant';
import { runAllJobs } from '../src/background/alarms';
import { call } from '../src/contract/call';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const told = () =>
  browser.notifications.log.filter(({ name }) => name.startsWith('stranger')).map(({ title }) => title);
const ONE = '1 new token in fabrikam was not made by Patina';

async function read(hostId: string): Promise<void> {
  const before = (await stored.agenda.get())?.from ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 2)); // the clock must go on
  await call('tokens.refresh', { hostId: hostId as never });
  await vi.waitFor(async () => {
    const agenda = await stored.agenda.get();
    expect(agenda?.from).toBeGreaterThan(before);
    expect(agenda?.until).toBeGreaterThan(Date.now());
  });
}

async function known() {
  const by = await added('fabrikam');
  await read(by.hostId);
  return by;
}

/** A token that somebody makes on the token page of the organization. */
const made = (name: string, parts = {}) => at.server.ledger.add(seedToken(name, parts)).token.authorizationId;

describe('a token that Patina did not make', () => {
  test('is no news in the first complete list, and told of once when it comes later', async () => {
    const { hostId } = await known();
    expect(told()).toEqual([]);
    const id = made('backdoor');
    await read(hostId);
    await read(hostId);
    void runAllJobs();
    expect(told()).toEqual([ONE]);
    expect(JSON.stringify(browser.notifications.log)).not.toContain('backdoor');
    expect(await stored.strangers.get()).toMatchObject([{ tokenId: id, hostId, shown: true }]);
  });

  test('is told of also when its maker has dated it back', async () => {
    const { hostId } = await known();
    made('backdoor', { validFrom: '2020-01-01T00:00:00Z' });
    await read(hostId);
    expect(told()).toEqual([ONE]);
  });

  test.each([
    ['Git: https://dev.azure.com/fabrikam on LAPTOP', 'vso.code_write', []],
    ['Azure DevOps Artifacts Credential Provider - laptop', 'vso.packaging', []],
    ['Git: https://dev.azure.com/fabrikam on LAPTOP', 'app_token', [ONE]],
    ['Git', 'vso.code_write', [ONE]],
  ])('%s with %s: a tool has made it, or it is told of', async (name, scope, expected) => {
    const { hostId } = await known();
    made(name, { scope });
    await read(hostId);
    expect(told()).toEqual(expected);
  });

  test('is no longer spoken of when the user says that it was them, or when it is revoked', async () => {
    const { hostId } = await known();
    const [mine, theirs] = [made('mine'), made('theirs')];
    await read(hostId);
    expect(told()).toEqual(['2 new tokens in fabrikam were not made by Patina']);
    await call('strangers.own', { hostId, tokenId: mine as never, always: false });
    expect(await stored.strangers.get()).toMatchObject([{ tokenId: theirs }]);
    expect(browser.notifications.shown.size).toBeGreaterThan(0);
    at.server.ledger.revoke(theirs);
    await read(hostId);
    expect(await stored.strangers.get()).toEqual([]);
    expect(told()).toHaveLength(1);
  });

  test('is on no notification any more when the user has said of each of it that it was them', async () => {
    const { hostId } = await known();
    const both = [made('mine'), made('mine too')];
    await read(hostId);
    const shown = () => [...browser.notifications.shown.keys()].filter((name) => name.startsWith('stranger'));
    const left = [];
    for (const tokenId of both) {
      await call('strangers.own', { hostId, tokenId: tokenId as never, always: false });
      left.push(shown().length);
    }
    expect(left).toEqual([1, 0]);
  });

  test('begins with the first complete list of each account', async () => {
    const { hostId } = await known();
    at.server.faults.set('identitySwitch', { path: 'connectionData', times: 1 });
    await read(hostId);
    made('of the other', { userId: (await stored.hosts.get())[0]?.identity?.id });
    await read(hostId);
    expect((await stored.baselines(hostId).get()).map(({ ids }) => ids.length)).toHaveLength(2);
  });

  test('is told of as of another account where that has signed in before the browser took the notification', async () => {
    const { hostId } = await known();
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, showNamesInNotifications: true } });
    const { create } = browser.notifications;
    browser.notifications.create = (name, words) =>
      name.startsWith('stranger') ? Promise.reject(new Error('refused')) : create(name, words);
    made('backdoor');
    try {
      await read(hostId);
    } finally {
      browser.notifications.create = create;
    }
    expect(told()).toEqual([]);
    at.cookie = at.server.signIn(users.raisa.id);
    await read(hostId);
    expect(told()).toEqual([ONE]);
    const words = browser.notifications.log.findLast(({ name }) => name.startsWith('stranger'));
    expect(words?.message).toBe('(of another account). Revoke what you did not make.');
  });

  test('is none that a list of only those made there has lacked for a day, nor in a first one that has all', async () => {
    const madeThere = { patsMode: 'open', patsList: 'madeHere', listForm: 'missing404' } as const;
    const { hostId } = await known();
    Object.assign(at.server.switches, madeThere);
    await read(hostId);
    at.server.switches.listForm = 'paged';
    await stored.doors(hostId).remove(); // a day later
    await read(hostId);
    Object.assign(at.server.switches, madeThere);
    await stored.doors('services:contoso' as never).remove();
    await read('services:contoso');
    at.server.switches.listForm = 'paged';
    await stored.doors('services:contoso' as never).remove();
    await read('services:contoso');
    expect([told(), await stored.strangers.get()]).toEqual([[], []]);
    made('backdoor', { targetAccounts: null });
    await read(hostId);
    expect(told()).toEqual([ONE]);
  });

  test('leads to itself', async () => {
    const { hostId } = await known();
    const id = made('backdoor');
    await read(hostId);
    const name = [...browser.notifications.shown.keys()].find((each) => each.startsWith('stranger')) ?? '';
    browser.notifications.onClicked.fire(name);
    await vi.waitFor(() => expect(browser.tabs.open.map(({ url }) => url)).toEqual([expect.stringContaining(id)]));
    await call('hosts.remove', { hostId });
    expect(await stored.strangers.get()).toEqual([]);
  });
});

describe('a token that Patina made', () => {
  test('is no news, also where it works in all organizations or its answer was lost', async () => {
    const by = await known();
    await call('tokens.mint', { ...by, purpose: 'clone' });
    at.server.faults.set('lostReply', { path: 'HierarchyQuery' });
    await call('tokens.mint', { ...by, purpose: 'push' });
    at.server.faults.clear();
    await read(by.hostId);
    await read('services:contoso');
    made('for all', { targetAccounts: null });
    await read(by.hostId);
    await read('services:contoso');
    expect(told()).toEqual([ONE]);
  });
});
