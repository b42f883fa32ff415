import { type ComponentProps, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { users } from '../dev-server/tenant';
import { toldApart } from '../src/background/connection/account-names';
import { keepInHistory } from '../src/background/revoke-all/history';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import { IDLE_DAYS, mayBeIdle } from '../src/core/overview/overview';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { TokenId } from '../src/core/token';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { WaitingRotation } from '../src/ui/connected/rotation-cards';
import { Stranger } from '../src/ui/connected/stranger';
import { eraseEverything } from '../src/ui/deeds/erase';
import { load } from '../src/ui/stores/load';
import { notices } from '../src/ui/stores/notice';
import { away, endedElsewhere } from '../src/ui/stores/noticed';
import { overviews } from '../src/ui/stores/overview';
import { everyRow } from '../src/ui/stores/readings';
import { rotations } from '../src/ui/stores/rotations';
import { loadWatching } from '../src/ui/stores/watching';
import type { StrangerCard } from '../src/ui/views/cards/stranger-card';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { given } from './given';

// What people were seen to meet, and wrote about in public.

const [MINUTE, HOUR] = [60_000, 3_600_000];
const at = eachOnAServiceOfItsOwn();
let by: { hostId: HostId; identityId: string };

const inHours = (hours: number) => ({ validTo: new Date(Date.now() + hours * HOUR).toISOString() });
const make = (name: string, parts = {}) =>
  TokenId.parse(at.server.ledger.add(seedToken(name, parts)).token.authorizationId);
const titles = (topic: string) =>
  browser.notifications.log.filter(({ name }) => name.startsWith(topic)).map(({ title }) => title);

async function read(): Promise<void> {
  const before = (await stored.agenda.get())?.from ?? 0;
  await new Promise((resolve) => setTimeout(resolve, 2)); // the clock must go on
  await call('tokens.refresh', { hostId: by.hostId });
  await vi.waitFor(async () => expect((await stored.agenda.get())?.from).toBeGreaterThan(before));
}

beforeEach(async () => {
  by = await added('fabrikam');
  await read();
});

const countOnBadge = async () => (await stored.agenda.get())?.count;

describe('tokens that tools make for themselves, and make anew', () => {
  const names = [
    'Git: https://dev.azure.com/fabrikam on LAPTOP',
    'Azure DevOps Artifacts Credential Provider - laptop',
  ];

  test('raise no alarm when they end, until the user wants to hear of them', async () => {
    const before = await countOnBadge();
    for (const name of names) make(name, { scope: 'vso.code_write', ...inHours(5) });
    const told = titles('reminder');
    await read();
    expect(titles('reminder')).toEqual(told);
    expect(await countOnBadge()).toEqual(before);
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, remindOfRenewed: true } });
    await read();
    expect((await countOnBadge())?.expiring).toBe((before?.expiring ?? 0) + 3); // one was there
    expect(titles('reminder').length).toBeGreaterThan(told.length);
  });

  test('are spoken of where they can do everything: no known tool asks for that', async () => {
    const before = await countOnBadge();
    make('Git: https://dev.azure.com/fabrikam on LAPTOP', { scope: 'app_token', ...inHours(5) });
    await read();
    expect((await countOnBadge())?.expiring).toBe((before?.expiring ?? 0) + 1);
  });
});

describe('a token that somebody else revoked', () => {
  const title = ['1 token in fabrikam was revoked, and not by Patina'];

  test('is told once, and stands in the history', async () => {
    const id = make('leaked');
    await read();
    at.server.ledger.revoke(id);
    await read();
    await read();
    expect(titles('ended')).toEqual(title);
    expect(JSON.stringify(browser.notifications.log)).not.toContain('leaked');
    expect(await stored.endedElsewhere.get()).toMatchObject([{ tokenId: id, name: 'leaked', shown: true }]);
    // A worker that was ended right after it had given it to the browser.
    await stored.endedElsewhere.update((all) => all.map((each) => ({ ...each, shown: false })));
    await read();
    expect(titles('ended')).toEqual(title);
    expect(await stored.endedElsewhere.get()).toMatchObject([{ tokenId: id, shown: true }]);
    const entry = { deed: 'ended', tokenId: id, name: 'leaked', by: '', outcome: 'done' };
    await vi.waitFor(async () => expect((await stored.history.get()).slice(-1)).toMatchObject([entry]));
    await call('revoked-elsewhere.told', { hostId: by.hostId, tokenId: id });
    expect([...browser.notifications.shown.keys()].filter((name) => name.startsWith('ended'))).toEqual([]);
    await read();
    expect(await stored.endedElsewhere.get()).toEqual([]);
    expect((await stored.history.get()).filter(({ deed }) => deed === 'ended')).toHaveLength(1);
  });

  test('is named to nobody else who signs in, and stays for its own account', async () => {
    const id = make('leaked');
    await read();
    at.server.ledger.revoke(id);
    await read();
    await Promise.all([load(), loadWatching()]);
    const namesShown = () => endedElsewhere.value.map(({ name }) => name);
    await vi.waitFor(() => expect(namesShown()).toEqual(['leaked']));
    at.cookie = at.server.signIn(users.raisa.id);
    await read();
    await vi.waitFor(() => expect(namesShown()).toEqual([]));
    expect(await stored.endedElsewhere.get()).toHaveLength(1);
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, showNamesInNotifications: true } });
    await stored.endedElsewhere.update((all) => all.map((each) => ({ ...each, at: each.at + 1, shown: false })));
    await read();
    const words = browser.notifications.log.findLast(({ name }) => name.startsWith('ended'));
    expect(words).toMatchObject({ title: title[0], message: '(of another account)' });
    at.cookie = at.server.signIn();
    await read();
    await vi.waitFor(() => expect(namesShown()).toEqual(['leaked']));
  });

  const ago = (minutes: number) => Date.now() - minutes * MINUTE;

  test.each([
    ['has revoked one of the same id on another host', { hostId: 'server:https://copy.example' }],
    ['has made it', { deed: 'made' }],
    ['has tried to revoke it and failed, and it still worked later', { outcome: 'failed', at: ago(3) }],
  ])('is told also where Patina %s', async (_, parts) => {
    const id = make('leaked');
    await read();
    const entry = { at: Date.now(), deed: 'revoked', hostId: by.hostId, host: 'x', by: '', outcome: 'done', ...parts };
    await stored.history.set([{ ...entry, tokenId: id, name: 'leaked' } as never]);
    at.server.ledger.revoke(id);
    await read();
    expect(titles('ended')).toEqual(title);
  });

  test.each([
    ['failed just now, so that it may still arrive', { outcome: 'failed' }],
    ['may have been done, as far as anybody knows', { outcome: 'unknown', at: ago(3) }],
  ])('is no news where a revoke of ours %s', async (_, parts) => {
    const id = make('leaked');
    await read();
    const entry = { at: Date.now(), deed: 'revoked', hostId: by.hostId, host: 'x', by: '', name: 'leaked', ...parts };
    await stored.history.set([{ ...entry, tokenId: id } as never]);
    at.server.ledger.revoke(id);
    await read();
    expect(titles('ended')).toEqual([]);
  });

  const failed = { state: 'failed', failure: { kind: 'offline' } } as const;

  test.each([
    ['has failed, and it still worked later', failed, 3, title],
    ['had no effect, and it still worked later', { state: 'ended', outcome: 'active' }, 3, title],
    ['has failed just now', failed, 0, []],
    ['may have been done', { state: 'ended', outcome: 'unconfirmed' }, 3, []],
  ] as const)(
    'is told, or is no news, where a press of which nobody was told yet %s',
    async (_, end, minutes, told) => {
      const id = make('leaked');
      await read();
      const progress = { ...end, at: ago(minutes) };
      await stored.revokes.set([{ ...by, tokenId: id, name: 'leaked', dueAt: ago(minutes), progress }]);
      at.server.ledger.revoke(id);
      await read();
      expect(titles('ended')).toEqual(told);
    },
  );

  test('is no news where Patina did it by way of another organization', async () => {
    const tokenId = make('for all', { targetAccounts: null });
    const there = await added('contoso');
    await read();
    await call('tokens.refresh', { hostId: there.hostId });
    await call('tokens.revoke', { ...there, tokenId });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await vi.waitFor(async () => expect((await stored.revokes.get())[0]?.progress.state).toBe('ended'));
    await read();
    expect((await stored.reading(by.hostId).get()).snapshot?.tokens.find(({ id }) => id === tokenId)?.revoked).toBe(
      true,
    );
    expect(titles('ended')).toEqual([]);
  });

  test('is no news where Patina did it, or where it had ended by itself', async () => {
    const [mine, over] = [make('mine'), make('over', inHours(-1))];
    await read();
    await call('tokens.revoke', { ...by, tokenId: mine });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await vi.waitFor(async () => expect((await stored.revokes.get())[0]?.progress.state).toBe('ended'));
    at.server.ledger.revoke(over);
    await read();
    expect(titles('ended')).toEqual([]);
  });
});

test('the ends of the other account stay watched after another one has signed in, and its names are not kept', async () => {
  make('secret name of Normal', inHours(5));
  make('of Raisa', { userId: users.raisa.id, ...inHours(5) });
  await read();
  const before = (await countOnBadge())?.expiring ?? 0;
  at.cookie = at.server.signIn(users.raisa.id);
  await read();
  expect((await countOnBadge())?.expiring).toBeGreaterThanOrEqual(before);
  expect(await stored.otherAccounts(by.hostId).get()).toMatchObject([{ identity: { name: users.normal.name } }]);
  expect(browser.storage.local.dump()).not.toContain('secret name of Normal');
  at.cookie = at.server.signIn();
  await read();
  expect((await stored.otherAccounts(by.hostId).get()).map(({ identity }) => identity.name)).toEqual([
    users.raisa.name,
  ]);
});

test('what ends of the other account, and where nobody is signed in for long, is said in the popup, of no others', async () => {
  make('of Normal', inHours(5));
  make('of Raisa', { userId: users.raisa.id, ...inHours(5) });
  await read();
  await Promise.all([load(), loadWatching()]);
  at.cookie = at.server.signIn(users.raisa.id);
  await read();
  await vi.waitFor(() => expect(away.value).toMatch(/ of Normal Paulk in fabrikam expires? /));
  expect(away.value).not.toMatch(/Raisa|Signed out/);
  at.cookie = at.server.signIn();
  await read();
  await vi.waitFor(() => expect(away.value).toMatch(/ of Raisa Pokrovskaya in fabrikam expires? /));
  expect(away.value).not.toContain('Normal Paulk');
  const all = await stored.hosts.get();
  await stored.hosts.set(all.map((each) => (each.id === by.hostId ? each : { ...each, identity: null })));
  await stored.signedOut.set(all.map(({ id: hostId }) => ({ hostId, since: Date.now() - 99 * HOUR })));
  await vi.waitFor(() => expect(away.value).toMatch(/^Signed out of fabrikam since /));
});

test('a reminder of a token of the other account is put off as any, and opens no token', async () => {
  const tokenId = make('of Normal', inHours(5));
  await read();
  const { name } = browser.notifications.log.findLast((each) => each.name.startsWith('reminder')) ?? expect.fail();
  at.cookie = at.server.signIn(users.raisa.id);
  await read();
  browser.notifications.onButtonClicked.fire(name, 0);
  await vi.waitFor(async () => {
    const told = (await stored.reminders.get()).told.find((each) => each.tokenId === tokenId);
    expect(told?.snoozedUntil).toBeGreaterThan(Date.now() + 23 * HOUR);
  });
  await vi.waitFor(() => expect(browser.notifications.shown.has(name)).toBe(false));
  browser.notifications.onClicked.fire(name);
  await vi.waitFor(() => expect(browser.tabs.opened).toEqual([expect.stringMatching(/#overview$/)]));
});

test.each([
  ['is new and over', 'stranger', -1],
  ['somebody has revoked', 'ended', 5],
])(
  "a notification of the other account's token that %s opens no token, and its own account that one",
  async (_, topic, hours) => {
    const tokenId = make('of Normal', inHours(hours));
    await read();
    if (topic === 'ended') at.server.ledger.revoke(tokenId);
    await read();
    const { name } = browser.notifications.log.findLast((each) => each.name.startsWith(topic)) ?? expect.fail();
    for (const [user, opened] of [
      [users.raisa.id, /#overview$/],
      [users.normal.id, new RegExp(`#token=.*${tokenId}`)],
    ] as const) {
      at.cookie = at.server.signIn(user);
      await read();
      browser.tabs.opened.length = 0;
      browser.notifications.onClicked.fire(name);
      await vi.waitFor(() => expect(browser.tabs.opened).toEqual([expect.stringMatching(opened)]));
    }
  },
);

describe('two accounts of one display name', () => {
  const ann = { id: 'aaaaaaaa-0000-4000-8000-000000000001', name: 'Ann Example' };
  const other = { ...ann, id: 'bbbbbbbb-0000-4000-8000-000000000001' };

  test('are known with their address and their kind', async () => {
    const [host] = await stored.hosts.get();
    expect(host?.identity).toEqual({
      id: users.normal.id,
      name: users.normal.name,
      account: users.normal.account,
      kind: 'work',
    });
  });

  test.each([
    [
      'address',
      { account: 'ann@work.example' },
      { account: 'ann@home.example' },
      ['ann@work.example', 'ann@home.example'],
    ],
    ['kind', { kind: 'work' }, { kind: 'personal' }, ['work account', 'personal account']],
    ['id', {}, { account: 'ann@home.example' }, ['aaaaaaaa', 'bbbbbbbb']],
  ] as const)('are told apart by their %s', (_, a, b, marks) => {
    expect(toldApart({ ...ann, ...a }, { ...other, ...b })).toEqual(marks.map((mark) => `Ann Example (${mark})`));
  });

  describe('are named, and never by an id alone, after another one has signed in', () => {
    type By = { hostId: HostId; identityId: string };
    const expectedBy = async (press: By) => {
      const minted = await call('tokens.mint', { ...press, purpose: 'clone' });
      return minted.ok || minted.failure.kind !== 'wrong-identity' ? '' : minted.failure.expected;
    };
    const readAsRaisa = async (hostId: HostId) => {
      at.cookie = at.server.signIn(users.raisa.id);
      await call('tokens.refresh', { hostId });
    };

    test('before their own list was ever read', async () => {
      const shown = await added('contoso');
      await stored.seenAccounts(shown.hostId).remove(); // as in the next session of the browser
      await readAsRaisa(shown.hostId);
      expect(await stored.otherAccounts(shown.hostId).get()).toEqual([]);
      expect(await expectedBy(shown)).toBe(users.normal.name);
    });

    test('where that was found out by adding the organization again', async () => {
      const shown = await added('contoso');
      at.cookie = at.server.signIn(users.raisa.id);
      await added('contoso');
      expect(await expectedBy(shown)).toBe(users.normal.name);
    });

    test('in an earlier session of the browser, by the ends that are watched', async () => {
      make('a token of Normal', inHours(5));
      await read();
      await readAsRaisa(by.hostId);
      await stored.seenAccounts(by.hostId).remove();
      expect(await expectedBy(by)).toBe(users.normal.name);
    });

    test('but for one that nobody here has ever seen', async () => {
      await readAsRaisa(by.hostId);
      expect(await expectedBy({ ...by, identityId: other.id })).toBe('the account bbbbbbbb…');
    });

    test('and what they do once they are signed in again is told as theirs, before a list says that they are', async () => {
      const there = await added('contoso');
      const tokenId = make('to be replaced', inHours(50));
      await read();
      await readAsRaisa(there.hostId);
      at.cookie = at.server.signIn();
      expect(await call('tokens.mint', { ...there, purpose: 'clone' })).toMatchObject({ ok: true });
      await vi.waitFor(async () =>
        expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'made', by: users.normal.name }),
      );
      await readAsRaisa(there.hostId);
      at.cookie = at.server.signIn();
      const rotation = { ...by, tokenId, keep: 'until-confirmed', lifetime: { days: 7 }, on: [by, there] } as const;
      expect(await call('rotations.start', { ...rotation, on: [...rotation.on] })).toMatchObject({ ok: true });
      const [begun] = await stored.rotations.get();
      expect(begun?.parts.map(({ who }) => who)).toEqual([users.normal.name, users.normal.name]);
    });
  });

  test('and two of different names need no more than those', () => {
    expect(toldApart(ann, { ...other, name: 'Bob' })).toEqual(['Ann Example', 'Bob']);
  });
});

describe('"Always mine"', () => {
  test('is said of every token of such a name and these scopes, and of no other', async () => {
    const first = make('pathazauth 2026-11-01 a1b2c', { scope: 'vso.code_write' });
    make('pathazauth 2026-11-02 zz9y8', { scope: 'vso.code_write' });
    const other = make('backdoor');
    const asked = async () => (await stored.strangers.get()).map(({ tokenId }) => tokenId).toSorted();
    await read();
    await call('strangers.own', { hostId: by.hostId, tokenId: first, always: true });
    expect(await asked()).toEqual([other]);
    make('pathazauth 2026-11-08 q7w8e', { scope: 'vso.code_write' });
    await read();
    expect(await asked()).toEqual([other]);
    const wide = make('pathazauth 2026-11-15 q7w8e', { scope: 'vso.code_full' });
    const named = make('pathazauth two', { scope: 'vso.code_write' });
    await read();
    expect(await asked()).toEqual([wide, named, other].toSorted());
  });

  test('"That was me" is said of one alone', async () => {
    const first = make('tool 1');
    await read();
    await call('strangers.own', { hostId: by.hostId, tokenId: first, always: false });
    make('tool 2');
    await read();
    expect(await stored.strangers.get()).toHaveLength(1);
  });

  test.each([
    ['onOwn', 1],
    ['onOwnAlways', 0],
  ] as const)(
    'is what its own button says, and no other: after %s a like one is asked about %i times',
    async (press, times) => {
      const tokenId = make('pathazauth 2026-11-01 a1b2c', { scope: 'vso.code_write' });
      await read();
      await load();
      const row = everyRow().find(({ token }) => token.id === tokenId) ?? expect.fail('it is in the list');
      await given<ComponentProps<typeof StrangerCard>>(h(Stranger, { row }), press)[press](row);
      expect(await stored.strangers.get()).toEqual([]);
      make('pathazauth 2026-11-08 q7w8e', { scope: 'vso.code_write' });
      await read();
      expect(await stored.strangers.get()).toHaveLength(times);
    },
  );
});

test('a rotation waits for its account in view of another one, which is shown none of its tokens', async () => {
  const tokenId = make('nightly build', inHours(50));
  await read();
  const wanted = { keep: 'until-confirmed', lifetime: { days: 7 } } as const;
  expect(await call('rotations.start', { ...by, tokenId, ...wanted, on: [by] })).toMatchObject({ ok: true });
  await load();
  const shown = () =>
    renderToString(h(WaitingRotation, { rotation: rotations.value[0] ?? expect.fail('it has begun') }));
  expect(shown()).toContain('nightly build');
  at.cookie = at.server.signIn(users.raisa.id);
  await read();
  const waits = message('rotation_waits_for', users.normal.name, 'fabrikam');
  await vi.waitFor(() => expect(shown()).toContain(waits));
  expect(shown()).not.toContain('nightly build');
});

test('where one signs in only when one needs it, the number stays on the badge', async () => {
  make('ends soon', inHours(5));
  await read();
  at.cookie = '';
  await call('tokens.refresh', { hostId: by.hostId });
  await stored.signedOut.set([{ hostId: by.hostId, since: Date.now() - 48 * HOUR }]);
  await call('settings.save', { settings: DEFAULT_SETTINGS });
  await vi.waitFor(async () => expect(browser.action.badge.text).toBe('!'));
  await call('settings.save', { settings: { ...DEFAULT_SETTINGS, onDemand: [by.hostId] } });
  await vi.waitFor(async () => expect(browser.action.badge.text).toMatch(/^\d+$/));
});

test('a token that may have been unused for 90 days: what may come, and that its last use is not known', async () => {
  const validFrom = new Date(Date.now() - 91 * 24 * HOUR).toISOString();
  make('forgotten', { validFrom, ...inHours(24 * 60) });
  await read();
  await load();
  const mayBe = everyRow().filter((row) => mayBeIdle(row, row.host));
  expect(mayBe.map(({ token }) => token.name)).toContain('forgotten');
  expect(overviews.value.map(({ hasIdle }) => hasIdle)).toContain(true);
  expect(message('may_be_idle', String(IDLE_DAYS))).toBe(
    'Microsoft may end tokens that go unused for 90 days. Patina cannot see when one was last used.',
  );
});

describe('where the disk takes nothing more', () => {
  async function readOnFullDisk(): Promise<void> {
    const { set } = browser.storage.local;
    browser.storage.local.set = () => Promise.reject(new Error('QuotaBytes quota exceeded'));
    try {
      expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
    } finally {
      browser.storage.local.set = set;
    }
  }

  test('the list just read is there all the same, and on the disk again when that works', async () => {
    const id = make('just made');
    await readOnFullDisk();
    const { snapshot } = await stored.unsaved(by.hostId).get();
    expect(snapshot?.tokens.map((token) => token.id)).toContain(id);
    at.server.faults.set('signedOut401');
    await call('tokens.refresh', { hostId: by.hostId });
    expect(await stored.unsaved(by.hostId).get()).toMatchObject({ snapshot: {}, failure: { kind: 'signed-out' } });
    at.server.faults.clear();
    await read();
    expect((await stored.unsaved(by.hostId).get()).snapshot).toBeNull();
    expect((await stored.reading(by.hostId).get()).snapshot?.tokens.map((token) => token.id)).toContain(id);
  });

  const endsKept = async () =>
    (await stored.otherAccounts(by.hostId).get()).flatMap(({ ends }) => ends.map(({ tokenId }) => tokenId));

  test.each([
    ['is read', null],
    ['cannot be read', 'SessionTokens'],
  ])('the ends in that list are watched when another account signs in whose list %s', async (_, path) => {
    const revoked = make('revoked since', inHours(50));
    await read();
    const id = make('just made', inHours(50));
    at.server.ledger.revoke(revoked);
    await readOnFullDisk();
    at.cookie = at.server.signIn(users.raisa.id);
    if (path) at.server.faults.set('error500', { path });
    for (let times = 0; times < 2; times += 1) {
      await read();
      expect((await stored.reading(by.hostId).get()).failure === null).toBe(path === null);
      expect(await endsKept()).toContain(id);
      expect(await endsKept()).not.toContain(revoked);
    }
  });

  test('the ends in the list on the disk are watched where that in memory is of who has signed in since', async () => {
    const id = make('of Normal', inHours(50));
    await read();
    at.cookie = at.server.signIn(users.raisa.id);
    await readOnFullDisk();
    await read();
    expect(await endsKept()).toContain(id);
  });

  test('a token that only that list has can be replaced and changed, its reminders answered, and is revoked by its name', async () => {
    const [first, second, third] = [make('first', inHours(50)), make('second', inHours(50)), make('third')];
    await readOnFullDisk();
    expect(await call('reminders.answer', { hostId: by.hostId, tokenId: first, answer: 'stop' })).toEqual({ ok: true });
    await call('tokens.revoke', { ...by, tokenId: third });
    expect(await stored.revokes.get()).toMatchObject([{ name: 'third' }]);
    const hosts = [{ hostId: by.hostId, identity: { id: by.identityId, name: '' } }];
    const entries = [{ id: second, host: 0, state: 'revoked', reason: null }];
    await keepInHistory({ journal: { hosts, createdAt: Date.now() }, entries } as never, Date.now());
    expect((await stored.history.get()).at(-1)).toMatchObject({ tokenId: second, name: 'second' });
    const changed = await call('tokens.update', { ...by, tokenId: second, change: { name: 'renamed' } });
    expect(changed).not.toMatchObject({ failure: { kind: 'not-found' } });
    await readOnFullDisk();
    const rotation = { ...by, tokenId: first, keep: 'until-confirmed', lifetime: { days: 7 } } as const;
    expect(await call('rotations.start', { ...rotation, on: [by] })).toMatchObject({ ok: true });
  });

  test('a namesake that only that list has is not taken for what became of a lost create', async () => {
    make('namesake', { scope: 'vso.code', validFrom: new Date().toISOString(), ...inHours(50) });
    await readOnFullDisk();
    at.server.faults.set('reset', { path: 'HierarchyQuery' });
    const draft = { name: 'namesake', scopes: ['vso.code'], lifetime: { days: 7 } };
    const failure = { kind: 'uncertain', listed: 'absent' };
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({ ok: false, failure });
  });
});

describe('where nothing can be read from the disk', () => {
  const { get } = browser.storage.local;
  const rest = () => browser.storage.local.dump();

  beforeEach(() => {
    browser.storage.local.get = () => Promise.reject(new Error('IO error: corruption'));
  });
  afterEach(() => {
    browser.storage.local.get = get;
  });

  test('a popup ends its start, so that it shows why and the ways out', async () => {
    await expect(load()).rejects.toThrow('corruption');
    expect(message('no_storage_explain')).toMatch(/Try again, or erase everything/);
  });

  test('what may wait is asked about, and everything is erased all the same', async () => {
    expect(rest()).toContain('fabrikam');
    expect(await eraseEverything(false)).not.toEqual([]);
    expect(rest()).toContain('fabrikam');
    await browser.storage.sync.set({ 'choice:checkEveryHours': { value: 1, at: 1, by: 'this one' } });
    expect(await eraseEverything(true)).toEqual([]);
    expect(notices.value).toEqual([{ role: 'status', text: message('erased') }]);
    expect(rest()).not.toMatch(/fabrikam|Paulk/);
    expect(await browser.storage.sync.get(null), 'which may have been shared').toEqual({});
  });
});
