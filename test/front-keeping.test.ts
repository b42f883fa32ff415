import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { users } from '../dev-server/tenant';
import { REMIND } from '../src/background/alarm-names';
import { call } from '../src/contract/call';
import { DAY } from '../src/core/duration';
import { type Front, mintKey } from '../src/core/front/front';
import { opened } from '../src/core/front/seal';
import { HostId } from '../src/core/host';
import { limitsAt } from '../src/core/minting/expectation';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { Guid, TokenId } from '../src/core/token';
import { FRONT, frontKey } from '../src/platform/front-keys';
import type { StorageItem } from '../src/platform/storage-item';
import { stored } from '../src/platform/stored';
import { asides } from '../src/platform/stored-asides';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// The worker keeps what the popup shows first to what it is made of.

const at = eachOnAServiceOfItsOwn();
const CONTOSO = HostId.parse('services:contoso');

const stands = async (key: string = FRONT) => opened((await browser.storage.local.get(key))[key]) as Front | null;
const waitFor = (check: (front: Front) => void) =>
  vi.waitFor(async () => check((await stands()) ?? expect.fail('there is none')), { timeout: 10_000 });

/** Every write of the front together with what was written in the same go. */
function writes() {
  const all: Record<string, { newValue?: unknown }>[] = [];
  browser.storage.local.onChanged.addListener((changes: Record<string, { newValue?: unknown }>) => all.push(changes));
  return all;
}

test('it follows readings, choices, settings and deeds', async () => {
  const { hostId, identityId } = await added('fabrikam');
  await call('hosts.choose', { hostId });
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.some(({ token }) => token.name === 'ci-build')).toBe(true));

  await call('settings.save', { settings: { ...(await stored.settings.get()), show: 'inactive', singleKeys: false } });
  await waitFor(({ show, singleKeys }) => expect([show, singleKeys]).toEqual(['inactive', false]));
  await call('settings.save', { settings: { ...(await stored.settings.get()), show: 'active' } });

  const purposes = await stored.purposes.get();
  await call('purposes.save', { purposes: { ...purposes, pinned: ['wiki'] } });
  await waitFor(({ screen }) => expect(screen.pinned.map(({ id }) => id)).toEqual(['wiki']));

  const made = await call('tokens.mint', { hostId, identityId, purpose: 'wiki' });
  const id = made.ok ? made.value.token.id : expect.fail('it is made');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.some(({ token }) => token.id === id)).toBe(true));

  await call('tokens.refresh', { hostId: CONTOSO });
  await call('hosts.choose', { hostId: CONTOSO });
  await waitFor(({ chosen }) => expect(chosen).toBe(CONTOSO));
  expect((await stands(frontKey(hostId)))?.screen.at[0]?.hostId, 'for a popup over a page of it').toBe(hostId);
});

test('it follows the ends of another account’s tokens, and the clock by which these come near', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  const ends = (days: number) => [
    { tokenId: TokenId.parse(users.raisa.id), key: 'k', expiresAt: Date.now() + days * DAY },
  ];
  const identity = { id: Guid.parse(users.raisa.id), name: 'Raisa' };
  const keep = (days: number) =>
    stored.otherAccounts(hostId).set([{ identity, readAt: Date.now(), clockSkew: 0, ends: ends(days) }]);
  await keep(5);
  await vi.waitFor(async () => expect(await stands()).toBeNull());
  await keep(15);
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY });
  try {
    browser.alarms.onAlarm.fire({ name: REMIND });
    await vi.waitFor(async () => expect(await stands()).toBeNull());
  } finally {
    vi.useRealTimers();
  }
});

test('it follows all that can wait for the user beside the list, and each end of that', async () => {
  const { hostId, identityId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  const at = Date.now();
  const of = { hostId, identityId: Guid.parse(identityId), tokenId: TokenId.parse(identityId), name: 'n' };
  const grant = { knownIds: [], grantedId: null, grantedAt: null, strayIds: [of.tokenId] };
  const old = { ...of, host: 'fabrikam', who: 'a', everywhere: false };
  const stage = { state: 'over', how: 'cancelled', at } as const;
  const rotation = { old, scopes: [], days: 7, keep: 'until-confirmed', parts: [], oldInDoubt: false } as const;
  const waiting: [string, StorageItem<never[]>, object][] = [
    ['a revoke', stored.revokes, { ...of, dueAt: at + DAY, progress: { state: 'waiting' } }],
    ['a rotation', stored.rotations, { ...rotation, id: 'r', stage, retry: null }],
    ['a stranger', stored.strangers, { ...of, at, shown: true }],
    ['a token that somebody has revoked', stored.endedElsewhere, { ...of, at, shown: true }],
    [
      'one without its secret',
      stored.intents,
      { ...of, ...grant, id: 'i', scopes: [], startedAt: at, startedHere: at },
    ],
    ['somebody signed out', stored.signedOut, { hostId, since: at - 2 * DAY }],
    ['a value set aside', asides.local, { key: 'k', at, why: 'newer', size: 1, told: false }],
    ['one of memory', asides.session, { key: 'k', at, why: 'newer', size: 1, told: false }],
  ] as never; // each of another type
  for (const [what, item, value] of waiting) {
    await item.set([value as never]);
    await vi.waitFor(async () => expect(await stands(), what).toBeNull());
    await item.set([]);
    await waitFor(({ screen }) => expect(screen.tokens.length, `without ${what}`).toBeGreaterThan(1));
  }
});

test('it follows what was found out of an organization, and a list that the disk did not take', async () => {
  const { hostId, identityId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  await stored.doors(hostId).set({ lifecycle: false, sessionTokens: null, pageProvider: null, since: Date.now() });
  await waitFor(({ screen }) => expect(screen.at[0]?.doors?.lifecycle).toBe(false));
  await stored.limits(hostId).set({ ...limitsAt(null, identityId, 0), cut: { days: 3, at: Date.now() } });
  await waitFor(({ screen }) => expect(screen.mints[mintKey('clone', hostId)]).toContain('3 days'));
  await stored.unsaved(hostId).set({ ...(await stored.reading(hostId).get()), failure: null });
  await vi.waitFor(async () => expect(await stands()).toBeNull());
});

test('it says of Quick mint what an administrator allows, as soon as that is decided', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  const says = (what: string) =>
    waitFor(({ screen }) => expect(screen.mints[mintKey('clone', hostId)]).toContain(what));
  await says('30 days');
  browser.storage.managed.decide({ longestLifetimeDays: 3 });
  await says('3 days');
  browser.storage.managed.reset();
  await says('30 days');
});

test('what is the same is not written', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  const seen = writes();
  const before = JSON.stringify(await stands());
  await call('tokens.refresh', { hostId });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(seen.flatMap(Object.keys).filter((key) => key.startsWith(FRONT))).toEqual([]);
  expect(JSON.stringify(await stands())).toBe(before);
});

test('another account takes it away in the write that knows of it, and nothing of the first is shown again', async () => {
  const { hostId } = await added('fabrikam');
  await stored.settings.set({ ...DEFAULT_SETTINGS, remindDays: [] }); // else the ends of the first are said above the list
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  const seen = writes();
  at.cookie = at.server.signIn(users.raisa.id);
  await call('tokens.refresh', { hostId });
  const news = seen.filter(({ hosts }) => hosts !== undefined);
  expect(news.length).toBeGreaterThan(0);
  for (const change of news) expect(change).toHaveProperty([FRONT, 'newValue'], null);
  await waitFor(({ hosts }) => expect(hosts[0]?.identity?.name).not.toBe('Normal Paulk'));
  expect(JSON.stringify(await stands())).not.toContain('ci-build');
});

test('a host that is removed is in it no more, and takes it away in the same write', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  const seen = writes();
  await call('hosts.remove', { hostId });
  for (const change of seen.filter(({ hosts }) => hosts !== undefined))
    expect(change).toHaveProperty([FRONT, 'newValue'], null);
  await waitFor(({ hosts }) => expect(hosts.map(({ id }) => id)).toEqual([CONTOSO]));
  expect(browser.storage.local.dump()).not.toContain('ci-build');
});

test('what is erased is erased', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  await call('everything.erase', { anyway: true });
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(await browser.storage.local.get(FRONT)).toEqual({});
  expect(browser.storage.local.dump()).not.toContain('fabrikam');
});

test('a damaged one is mended by the next reading', async () => {
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
  await browser.storage.local.set({ [FRONT]: { stamp: 7 } });
  await call('tokens.refresh', { hostId });
  await waitFor(({ screen }) => expect(screen.tokens.length).toBeGreaterThan(1));
});
