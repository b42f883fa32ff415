import { describe, expect, test, vi } from 'vitest';
import { limitsAt } from '../src/core/minting/expectation';
import '../src/background/index';
import { call } from '../src/contract/call';
import { type HostId, HostId as HostIdSchema } from '../src/core/host';
import type { Revoke } from '../src/core/revoke';
import { Secret } from '../src/core/secret';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import type { Token } from '../src/core/token';
import { TokenId } from '../src/core/token';
import { forget, isForgotten, removalsSoFar, takeBack } from '../src/platform/of-host';
import { writeTogether } from '../src/platform/storage-item';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

eachOnAServiceOfItsOwn();

type By = Awaited<ReturnType<typeof added>>;

const at = Date.now();
const tokenId = TokenId.parse('11111111-2222-4333-8444-555555555555');
const token: Token = {
  id: tokenId,
  name: 'one',
  scopes: [],
  createdAt: at,
  expiresAt: at + 1e9,
  organizationIds: null,
  revoked: false,
};

/** What is stored of each host by itself; that a kind is missing here is an error of types. */
const ofOne = {
  reading: ({ hostId }) => stored.reading(hostId).set({ snapshot: null, failure: { kind: 'offline' } }),
  doors: ({ hostId }) =>
    stored.doors(hostId).set({ lifecycle: true, sessionTokens: null, pageProvider: null, since: at }),
  ways: ({ hostId }) => stored.ways(hostId).set({ read: null, change: 'tab', after: 'forbidden', since: at }),
  limits: ({ hostId, identityId }) => stored.limits(hostId).set(limitsAt(null, identityId, at)),
  prints: ({ hostId }) => stored.prints(hostId).set([{ tokenId, digest: hostId }]),
  handOver: ({ hostId }) => stored.handOver(hostId).set({ recipe: 'git', fields: {} }),
  otherAccounts: ({ hostId, identityId }) => {
    const ends = [{ tokenId, key: `${tokenId} ${hostId}`, expiresAt: at + 1e9 }];
    return stored
      .otherAccounts(hostId)
      .set([{ identity: { id: identityId, name: 'a' }, readAt: at, clockSkew: 0, ends }]);
  },
  unsaved: ({ hostId, identityId }) => {
    const list = { identity: { id: identityId, name: 'a' }, tokens: [token], readAt: at, clockSkew: 0, complete: true };
    return stored.unsaved(hostId).set({ snapshot: { ...list, tokens: [{ ...token, name: hostId }] }, failure: null });
  },
  seenAccounts: ({ hostId, identityId }) => stored.seenAccounts(hostId).set([{ id: identityId, name: hostId }]),
  always: ({ hostId, identityId }) => stored.always(hostId).set([{ identityId, pattern: 'a #', scopes: [] }]),
  spared: ({ hostId, identityId }) => stored.spared(hostId).set([{ identityId, tokenId, until: null }]),
  baselines: ({ hostId, identityId }) => stored.baselines(hostId).set([{ identityId, ids: [tokenId] }]),
} satisfies { [K in keyof typeof stored as (typeof stored)[K] extends (hostId: HostId) => unknown ? K : never]: Put };

type Put = (by: By) => Promise<void>;

/** A rotation that goes on without that host, and one that is its own. */
async function putRotations({ hostId, identityId }: By, other: By) {
  const place = { hostId, identityId, host: 'fabrikam', who: 'Normal Paulk' };
  const elsewhere = { ...other, host: 'contoso', who: 'Normal Paulk' };
  const made = { state: 'made' as const, tokenId, at, handedAt: null };
  const rotation = {
    id: 'shared',
    old: { ...elsewhere, tokenId, name: 'old', everywhere: true },
    scopes: [],
    days: 7,
    keep: 'until-confirmed' as const,
    parts: [
      { ...place, name: 'new', progress: made },
      { ...elsewhere, name: 'new too', progress: made },
    ],
    stage: { state: 'open' as const },
    oldInDoubt: false,
    sent: [{ hostId, tokenId, at: 0 }],
    retry: null,
  };
  await stored.rotations.set([rotation, { ...rotation, id: 'own', old: { ...rotation.old, ...place } }]);
}

/** What is stored of several hosts together. */
async function putShared(by: By) {
  const { hostId, identityId } = by;
  const of = { hostId, identityId, tokenId };
  const grant = { grantedId: null, grantedAt: null, strayIds: [] };
  await stored.chosenHost.set(hostId);
  await stored.intents.set([
    { id: 'i', hostId, identityId, name: 'n', scopes: [], startedAt: at, startedHere: at, knownIds: [], ...grant },
  ]);
  await stored.revokes.set([{ ...of, name: 'n', dueAt: at, progress: { state: 'ended', at, outcome: 'revoked' } }]);
  const seen = { at, shown: true };
  await stored.reminders.set({
    ranAt: at,
    told: [{ ...of, ...seen, expiresAt: at + 1e9, steps: [], snoozedUntil: null, silenced: true }],
  });
  await stored.signedOut.set([{ hostId, since: at }]);
  await stored.turns.set([{ hostId, at: at + 1e9, failures: 0 }]);
  await stored.strangers.set([{ ...of, ...seen }]);
  await stored.endedElsewhere.set([{ ...of, ...seen, name: 'n' }]);
  await stored.settings.set({
    ...DEFAULT_SETTINGS,
    insecureMinting: [hostId],
    onDemand: [hostId],
    checkEveryHours: null,
  });
  const lifetime = { choice: '30', day: '' };
  await stored.unsent.set({ purpose: '', name: 'n', nameTyped: true, scopes: [], lifetime, hostId });
  await stored.minted.set([
    {
      hostId,
      token,
      secret: new Secret('x'.repeat(52)),
      asked: { scopes: [], expiresAt: at },
      mintedAt: at,
      madeFor: null,
    },
  ]);
}

async function keysThatName(text: string): Promise<string[]> {
  const all = [await browser.storage.local.get(null), await browser.storage.session.get(null)];
  return all
    .flatMap(Object.entries)
    .flatMap(([key, value]) => (`${key}${JSON.stringify(value)}`.includes(text) ? key : []));
}

test('a host that is removed is named by no stored value, whatever there was of it', async () => {
  const by = await added('fabrikam');
  const other = { ...by, hostId: HostIdSchema.parse('services:contoso') };
  for (const put of Object.values(ofOne)) await put(by);
  await putShared(by);
  await putRotations(by, other);
  const before = await keysThatName(by.hostId);
  expect(before).toEqual(
    expect.arrayContaining(['hosts', 'chosenHost', 'settings', 'unsent', 'minted', 'reminders', 'rotations']),
  );
  await call('hosts.remove', { hostId: by.hostId });
  expect(await keysThatName(by.hostId)).toEqual([]);
  expect((await stored.hosts.get()).map(({ id }) => id)).toEqual([other.hostId]);
  expect((await stored.rotations.get()).map(({ id, parts }) => [id, parts.length])).toEqual([['shared', 1]]);
  expect((await stored.settings.get()).checkEveryHours).toBe(null);
});

test('a removal that ends before its end leaves the host on the screen, to be removed once more', async () => {
  const { local } = browser.storage;
  const { set, remove } = local;
  let writes = 0;
  for (let isWhole = false; !isWhole; writes++) {
    const by = await added('fabrikam');
    for (const put of Object.values(ofOne)) await put(by);
    await putShared(by);
    let left = writes;
    const orNoMore =
      <T>(write: (given: T) => Promise<void>) =>
      (given: T) =>
        left-- > 0 ? write(given) : Promise.reject(new Error('The worker is ended.'));
    Object.assign(local, { set: orNoMore(set), remove: orNoMore(remove) });
    await call('hosts.remove', { hostId: by.hostId });
    Object.assign(local, { set, remove });
    isWhole = left >= 0;
    if ((await keysThatName(by.hostId)).length > 0)
      expect(
        (await stored.hosts.get()).map(({ id }) => id),
        `after ${writes} writes`,
      ).toContain(by.hostId);
    await call('hosts.remove', { hostId: by.hostId });
    expect(await keysThatName(by.hostId), `after ${writes} writes, and once more`).toEqual([]);
  }
  expect(writes).toBeGreaterThan(10);
});

test('a host that is removed while the one is added that brings it along is not back, at whichever request', async () => {
  const send = fetch;
  const contoso = HostIdSchema.parse('services:contoso');
  const names = async () => (await stored.hosts.get()).map(({ name }) => name);
  let requests = 1;
  for (let at = 0; at < requests; at++) {
    await added('fabrikam');
    expect(await names()).toEqual(['fabrikam', 'contoso']);
    requests = 0;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (requests++ === at) await call('hosts.remove', { hostId: contoso });
      return await send(url, init);
    });
    await added('fabrikam');
    vi.stubGlobal('fetch', send);
    expect(await names(), `removed at request ${at}`).toEqual(['fabrikam']);
  }
  expect(requests).toBeGreaterThan(1);
});

describe('what is still under way for a host that was removed', () => {
  const gone = HostIdSchema.parse('services:gone');
  /** Its id begins as that of the other one. */
  const near = HostIdSchema.parse('services:gone2');
  const revokeOf = (hostId: HostId): Revoke => {
    const of = { hostId, identityId: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043', tokenId };
    return { ...of, name: 'n', dueAt: at, progress: { state: 'waiting' } };
  };
  const both = [revokeOf(gone), revokeOf(near)];

  test.each([
    ['alone', () => stored.revokes.set(both)],
    ['as a change', () => stored.revokes.update(() => both)],
    ['beside the history', () => stored.revokes.updateWith(stored.history, (_, history) => [both, history])],
    ['with others', () => writeTogether('local', [stored.revokes.write(both)])],
  ])('is written %s of all others, and not of that one', async (_, write) => {
    await forget(gone);
    await write();
    expect((await stored.revokes.get()).map(({ hostId }) => hostId)).toEqual([near]);
  });

  test('is written nowhere of its own, until it is added again', async () => {
    const put = (hostId: HostId) => stored.prints(hostId).set([{ tokenId, digest: 'x' }]);
    await forget(gone);
    for (const hostId of [gone, near]) await put(hostId);
    expect((await keysThatName('digest')).toSorted()).toEqual([`prints:${near}`]);
    expect(takeBack(gone, removalsSoFar())).toBe(true);
    await put(gone);
    expect(await stored.prints(gone).get()).toHaveLength(1);
  });

  test('stays without effect also where it is added again meanwhile', async () => {
    const since = removalsSoFar();
    expect(isForgotten(near, since)).toBe(false);
    await forget(near);
    expect([isForgotten(near), isForgotten(near, since), takeBack(near, since)]).toEqual([true, true, false]);
    takeBack(near, removalsSoFar());
    expect([isForgotten(near), isForgotten(near, since)]).toEqual([false, true]);
  });
});

test('of two changes at once of what one host has the second is made to what the first has left', async () => {
  const other = HostIdSchema.parse('services:other');
  const add = (digest: string) => stored.prints(other).update((all) => [...all, { tokenId, digest }]);
  await Promise.all([add('one'), add('two')]);
  expect((await stored.prints(other).get()).map(({ digest }) => digest)).toEqual(['one', 'two']);
});
