import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer } from '../dev-server/onprem/create-onprem-server';
import { seedToken } from '../dev-server/seed';
import { users } from '../dev-server/tenant';
import { call } from '../src/contract/call';
import { HostId } from '../src/core/host';
import { NOTHING_READ } from '../src/core/snapshot';
import { fullestHost } from '../src/platform/full-storage';
import { stored } from '../src/platform/stored';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import { explain } from '../src/ui/deeds/doing';
import { hosts } from '../src/ui/stores/hosts';
import { notices } from '../src/ui/stores/notice';
import { away } from '../src/ui/stores/noticed';
import { know, shownOf } from '../src/ui/stores/readings';
import { loadWatching } from '../src/ui/stores/watching';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const { set } = browser.storage.local;

const stores: { getBytesInUse?: (keys: string[]) => Promise<number> } & typeof browser.storage.local =
  browser.storage.local;

/** From now on the disk has so many letters more, and no more. */
function leaveRoom(letters: number): void {
  const most = browser.storage.local.dump().length + letters;
  browser.storage.local.set = async (items) => {
    const before = new Map<string, unknown>(JSON.parse(browser.storage.local.dump()));
    const after = new Map([...before, ...Object.entries(items)]);
    if (JSON.stringify([...after]).length > most) throw new Error('Resource::kQuotaBytes quota exceeded');
    await set(items);
  };
}

afterEach(() => {
  browser.storage.local.set = set;
  delete stores.getBytesInUse;
});

test('of a server that lists many collections a hundred are asked, one after the other', {
  timeout: 60_000,
}, async () => {
  const collections = Array.from({ length: 150 }, (_, number) => `collection-${number}`);
  const server = await createOnPremServer({ profile: 'ads2022', collections });
  const send = reach(server, () => '');
  let [underWay, most] = [0, 0];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    most = Math.max(most, ++underWay);
    return await send(input, init).finally(() => underWay--);
  });
  await added(`http://tfs.corp.example:${server.port}/tfs/collection-0`);
  const hosts = await stored.hosts.get();
  expect(hosts.length).toBeLessThanOrEqual(101);
  expect(hosts.every((host) => host.kind === 'server' && host.hasMoreBeside)).toBe(true);
  expect(most).toBe(1);
  await server.close();
});

test('a name of megabytes is cut where it is read', async () => {
  const by = await added('fabrikam');
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  if (entry) entry.token.displayName = `${'x'.repeat(999)}\u{1F511}${'y'.repeat(2_000_000)}`;
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  const name = snapshot?.tokens.find(({ id }) => id === entry?.token.authorizationId)?.name;
  expect(name).toBe('x'.repeat(999));
});

test('a revoke goes out, and is told, where the disk takes no note of it', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  const revoked = await call('tokens.revoke', { ...by, tokenId: entry?.token.authorizationId as never });
  expect(revoked).toMatchObject({ ok: true });
  expect(entry?.token.isValid).toBe(false);
});

test('such a revoke of a token that works all the same is not told as done', async () => {
  const by = await added('fabrikam');
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  at.server.faults.set('revokeIgnored', { method: 'DELETE' });
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  expect(await call('tokens.revoke', { ...by, tokenId: made.value.token.id })).toMatchObject({ ok: false });
  expect(await stored.minted.get()).toHaveLength(1);
});

test('such a revoke of a new token takes its secret with it', async () => {
  const by = await added('fabrikam');
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  expect(await call('tokens.revoke', { ...by, tokenId: made.value.token.id })).toMatchObject({ ok: true });
  expect(await stored.minted.get()).toEqual([]);
});

test('such a revoke is not told later as somebody else’s', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  await call('tokens.revoke', { ...by, tokenId: entry?.token.authorizationId as never });
  browser.storage.local.set = set;
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  expect(snapshot?.tokens.find(({ id }) => id === entry?.token.authorizationId)?.revoked).toBe(true);
  expect(await stored.endedElsewhere.get()).toEqual([]);
});

test('a revoke-all for whose words there is no room in the history ends all the same, and its host can be removed', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  const works = snapshot?.tokens.filter(({ revoked, expiresAt }) => !revoked && (expiresAt ?? 0) > Date.now()) ?? [];
  const tokens = works.map(({ id }) => ({ hostId: by.hostId, tokenId: id }));
  browser.storage.local.set = async (items) => {
    if ('history' in items) throw new Error('QUOTA_BYTES quota exceeded');
    await set(items);
  };
  const started = await call('revoke-all.start', { hosts: [by], tokens, kept: [], typed: 'fabrikam' });
  expect(started).toMatchObject({ ok: true });
  await vi.waitFor(async () => expect((await storedRevokeAll.journal.get())?.phase).toBe('done'));
  expect((await storedRevokeAll.journal.get())?.summary).toMatchObject({ revoked: works.length, failed: 0 });
  expect(await call('hosts.remove', { hostId: by.hostId })).toMatchObject({ ok: true });
});

test.each([
  ['is theirs', users.normal.id, null],
  ['has become another account’s', users.raisa.id, { id: users.raisa.id }],
])(
  'a new token that %s is handed over where the memory of the browser does not take its secret',
  async (_, id, whose) => {
    const by = await added('fabrikam');
    const plain = globalThis.fetch;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (init.method === 'POST') at.cookie = at.server.signIn(id);
      return await plain(input, init);
    });
    const { session } = browser.storage;
    const { set: keep } = session;
    session.set = (items) =>
      'minted' in items ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : keep(items);
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    session.set = keep;
    expect(minted).toMatchObject({ ok: true, value: { madeFor: whose } });
  },
);

test('a Stop of a revoke-all that the disk did not take is done by the next press', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  const tokens = [{ hostId: by.hostId, tokenId: entry?.token.authorizationId as never }];
  at.server.faults.set('slow', { method: 'DELETE', seconds: 60 });
  await call('revoke-all.start', { hosts: [by], tokens, kept: [], typed: 'fabrikam' });
  await vi.waitFor(() => expect(at.server.requests.some(({ method }) => method === 'DELETE')).toBe(true));
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  expect(await call('revoke-all.stop', {})).toMatchObject({ ok: false });
  browser.storage.local.set = set;
  expect(await call('revoke-all.stop', {})).toMatchObject({ ok: true });
  expect((await storedRevokeAll.journal.get())?.phase).toBe('stopped');
  at.server.faults.clear();
  expect(await call('revoke-all.close', {})).toMatchObject({ ok: true });
});

/** So many tokens more, each with a name of a thousand letters. */
function listMore(count: number): void {
  for (let number = 0; number < count; number++) at.server.ledger.add(seedToken(`${number}${'x'.repeat(990)}`, {}));
}

describe('a list for which neither the disk nor memory has room', () => {
  /** Until the test ends an area takes nothing of more letters than that. */
  function refuseLarge(area: typeof browser.storage.local, most: number): void {
    const { set: keep } = area;
    area.set = (items) =>
      JSON.stringify(items).length > most ? Promise.reject(new Error('QUOTA_BYTES quota exceeded')) : keep(items);
    onTestFinished(() => void Object.assign(area, { set: keep }));
  }

  const seen = async (hostId: HostId) => {
    const [host] = (await stored.hosts.get()).filter(({ id }) => id === hostId);
    if (!host) throw new Error('no host');
    await know([hostId]);
    const { snapshot, failure } = shownOf(host);
    return { tokens: snapshot?.tokens.length ?? null, failure };
  };

  test('is told of in its place where it is the first, until there is room', async () => {
    const { hostId } = await added('fabrikam');
    await stored.reading(hostId).set(NOTHING_READ);
    listMore(100);
    refuseLarge(browser.storage.local, 50_000);
    refuseLarge(browser.storage.session, 50_000);
    await call('tokens.refresh', { hostId });
    await vi.waitFor(async () => expect(await seen(hostId)).toEqual({ tokens: null, failure: { kind: 'full' } }));
    browser.storage.local.set = set;
    await call('tokens.refresh', { hostId });
    await vi.waitFor(async () => expect(await seen(hostId)).toMatchObject({ failure: null }));
  });

  test.each(['the disk', 'memory'])('leaves the last one, on %s, and the screens say why', async (where) => {
    const { hostId } = await added('fabrikam');
    if (where === 'memory') refuseLarge(browser.storage.local, 1_000);
    await call('tokens.refresh', { hostId });
    const { tokens } = await seen(hostId);
    expect(tokens).toBeGreaterThan(5);
    listMore(100);
    refuseLarge(browser.storage.local, 50_000);
    refuseLarge(browser.storage.session, 50_000);
    expect(await call('tokens.refresh', { hostId })).toEqual({ ok: true });
    await vi.waitFor(async () => expect(await seen(hostId)).toEqual({ tokens, failure: { kind: 'full' } }));
  });
});

describe('where one host has filled the disk', () => {
  const sentTo = (method: string) => at.server.requests.filter((request) => request.method === method).length;

  async function filledBy(name: string): Promise<HostId> {
    const hostId = HostId.parse(`services:${name}`);
    await call('tokens.refresh', { hostId });
    const reading = await stored.reading(hostId).get();
    if (!reading.snapshot) throw new Error('no list');
    const [token] = reading.snapshot.tokens;
    if (!token) throw new Error('no token');
    const tokens = Array.from({ length: 300 }, () => ({ ...token, name: 'x'.repeat(1_000) }));
    await stored.reading(hostId).set({ ...reading, snapshot: { ...reading.snapshot, tokens } });
    return hostId;
  }

  test.each(['the length of its text', 'bytes'])(
    'that is said by %s, nothing is sent, and its removal makes room',
    async (by) => {
      const who = await added('fabrikam');
      const contoso = await filledBy('contoso');
      if (by === 'bytes')
        stores.getBytesInUse = async (keys) => JSON.stringify(await browser.storage.local.get(keys)).length;
      leaveRoom(20);
      const before = sentTo('POST');
      const mint = () => call('tokens.mint', { ...who, purpose: 'clone' });
      expect(await mint()).toEqual({ ok: false, failure: { kind: 'full', by: 'contoso' } });
      expect(sentTo('POST')).toBe(before);
      expect(await stored.intents.get()).toEqual([]);
      expect(await call('hosts.remove', { hostId: contoso })).toEqual({ ok: true });
      expect(await mint()).toMatchObject({ ok: true });
    },
  );

  test('a list that could not be stored says who has filled it', async () => {
    const { hostId } = await added('fabrikam');
    await filledBy('contoso');
    leaveRoom(20);
    await call('tokens.refresh', { hostId });
    expect((await stored.unsaved(hostId).get()).snapshot).not.toBeNull();
    hosts.value = await stored.hosts.get();
    await know([hostId]);
    await loadWatching();
    await vi.waitFor(() => expect(away.value).toMatch(/contoso takes up the most.*remove it in Settings/));
  });

  test.each(['the length of its text', 'bytes'])(
    'a list that is too large for what another host has left names its own host, by %s',
    async (by) => {
      const { hostId } = await added('fabrikam');
      await filledBy('contoso');
      if (by === 'bytes')
        stores.getBytesInUse = async (keys) => JSON.stringify(await browser.storage.local.get(keys)).length;
      listMore(400);
      leaveRoom(2_000);
      await call('tokens.refresh', { hostId });
      expect((await stored.unsaved(hostId).get()).snapshot?.tokens.length).toBeGreaterThan(400);
      expect(await fullestHost()).toBe('fabrikam');
    },
  );

  /** From the request of the next create on the disk is as full as that. */
  function fullFromCreate(fill: () => void): void {
    const plain = globalThis.fetch;
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      if (init.method === 'POST') fill();
      return await plain(input, init);
    });
  }

  test('a token that is made all the same is handed over', async () => {
    const who = await added('fabrikam');
    fullFromCreate(() => leaveRoom(0));
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
  });

  test.each([
    ['was made, and its answer lost', 'lostReply', { kind: 'uncertain', listed: 'found' }],
    ['was lost on its way', 'reset', { kind: 'uncertain', listed: 'absent' }],
    ['was refused', 'policyRefused', { kind: 'policy' }],
  ] as const)('what became of a token that %s is told, and not that there is no room', async (_, fault, failure) => {
    const who = await added('fabrikam');
    at.server.faults.set(fault, { method: 'POST', error: 'DisablePatCreationPolicyViolation' });
    fullFromCreate(() => {
      browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: false, failure });
  });

  test('the sentence leads to where that host is removed', () => {
    explain({ kind: 'full', by: 'contoso' }, 'fabrikam');
    const [notice] = notices.value;
    expect(notice?.text).toContain('contoso takes up the most');
    expect(notice?.page?.address).toMatch(/#organizations$/);
  });
});
