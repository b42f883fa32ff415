import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createServer, type DevServer } from '../dev-server/create-server';
import { seedToken } from '../dev-server/seed';
import { runAllJobs } from '../src/background/alarms';
import { knownHost } from '../src/background/connection/connection';
import { wakeForSecret } from '../src/background/minting/secrets';
import { readTokens } from '../src/background/reading/refresh';
import { revokeNow } from '../src/background/revoking/now';
import { call } from '../src/contract/call';
import { HostId } from '../src/core/host';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import { chosenId, hosts } from '../src/ui/stores/hosts';
import { goHome, loadUnsent, view } from '../src/ui/stores/screen';
import browser from './fakes/browser';
import { reach } from './fakes/network';

const hostId = HostId.parse('services:fabrikam');
let server: DevServer;
let cookie: string;

beforeEach(async () => {
  browser.reset();
  server = await createServer();
  cookie = server.signIn();
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal(
    'fetch',
    reach(server, () => cookie),
  );
});

afterEach(async () => {
  await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
  vi.unstubAllGlobals();
  expect(server.alarms).toEqual([]);
  await server.close();
});

const creates = () =>
  server.requests.filter(({ method, body }) => method === 'POST' && asText(body).includes('issue-session'));
const deletions = () => server.requests.filter(({ method }) => method === 'DELETE');
const asText = (value: unknown) => JSON.stringify(value) ?? '';

async function added(): Promise<{ hostId: HostId; identityId: string }> {
  const answer = await call('hosts.add', { address: 'https://dev.azure.com/fabrikam/_git/x' });
  if (!answer.ok) throw new Error(answer.failure.kind);
  const known = (await stored.hosts.get()).find(({ id }) => id === hostId);
  return { hostId, identityId: known?.identity?.id ?? '' };
}

async function tokensInStorage() {
  return (await stored.reading(hostId).get()).snapshot?.tokens ?? [];
}

describe('organizations', () => {
  test('one that is added brings the others of the same session', async () => {
    await added();
    expect((await stored.hosts.get()).map(({ name, identity }) => [name, identity?.name])).toEqual([
      ['fabrikam', 'Normal Paulk'],
      ['contoso', undefined],
    ]);
  });

  test('the one that the user looks at is found and answered', async () => {
    browser.tabs.open = [{ url: 'https://dev.azure.com/contoso/project', active: true }];
    expect(await call('hosts.discover', {})).toEqual({ ok: true, value: { hostId: 'services:contoso', offer: null } });
  });

  test('an open page is enough to find the first one', async () => {
    browser.tabs.open = [
      { url: 'chrome-extension://patina/src/popup/index.html', active: true },
      { url: 'https://dev.azure.com/fabrikam', active: false },
    ];
    await call('hosts.discover', {});
    expect((await stored.hosts.get()).map(({ name }) => name)).toEqual(['fabrikam', 'contoso']);
  });

  test('one where nobody is signed in is kept, to ask for it there', async () => {
    cookie = '';
    browser.tabs.open = [{ url: 'https://dev.azure.com/fabrikam', active: true }];
    expect(await call('hosts.discover', {})).toEqual({ ok: true, value: { hostId, offer: null } });
    await call('tokens.refresh', { hostId });
    expect((await stored.reading(hostId).get()).failure?.kind).toBe('signed-out');
  });

  test('one that does not know the user is not added, and says why', async () => {
    const answer = await call('hosts.add', { address: 'northwind' });
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'forbidden' } });
    expect(await stored.hosts.get()).toEqual([]);
  });

  test('one that is removed leaves nothing behind', async () => {
    await added();
    await call('tokens.refresh', { hostId });
    await call('hosts.remove', { hostId });
    expect(browser.storage.local.dump()).not.toMatch(/(reading|doors):|ci-build/);
  });
});

describe('minting', () => {
  test('two presses at the same time send one create and get the same token', async () => {
    const by = await added();
    const ask = () => call('tokens.mint', { ...by, purpose: 'clone' });
    const [first, second] = await Promise.all([ask(), ask()]);
    expect(creates()).toHaveLength(1);
    expect(first.ok && second.ok && first.value.token.id === second.value.token.id).toBe(true);
  });

  test('a press at the same time in another organization has a token of its own', async () => {
    const [here, there] = [await added(), { ...(await added()), hostId: HostId.parse('services:contoso') }];
    await call('tokens.refresh', { hostId: there.hostId });
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    const press = (by: typeof here) => [
      call('tokens.mint', { ...by, purpose: 'clone' }),
      call('tokens.create', { ...by, draft }),
      call('tokens.create', { ...by, draft: { ...draft, scopes: ['vso.work'] } }),
    ];
    const made = await Promise.all([here, there].flatMap(press));
    expect(creates()).toHaveLength(6);
    expect(made.map((each) => each.ok && each.value.hostId)).toEqual([
      ...Array(3).fill(here.hostId),
      ...Array(3).fill(there.hostId),
    ]);
  });

  test('the secret arrives whole, and is kept in session memory only', async () => {
    const by = await added();
    const minted = await call('tokens.mint', { ...by, purpose: 'push' });
    if (!minted.ok) throw new Error(minted.failure.kind);
    const secret = minted.value.secret.reveal();
    expect(secret).toBe(server.ledger.find(minted.value.token.id)?.secret);
    await vi.waitFor(async () => expect(asText(await tokensInStorage())).toContain(minted.value.token.name));
    expect(browser.storage.session.dump()).toContain(secret);
    expect(browser.storage.local.dump()).not.toContain(secret);
    await call('secret.forget', { hostId: by.hostId, tokenId: minted.value.token.id });
    expect(browser.storage.session.dump()).not.toContain(secret);
  });

  test('the secret is forgotten when its time is over', async () => {
    const by = await added();
    await call('tokens.mint', { ...by, purpose: 'clone' });
    await vi.waitFor(async () => expect(await browser.alarms.get('forget-secrets')).toBeDefined());
    const [kept] = await stored.minted.get();
    const set = async () => (await browser.alarms.get('forget-secrets'))?.when;
    expect(await set()).toBe((kept?.mintedAt ?? 0) + 300_000);
    await browser.alarms.clearAll(); // the browser may lose it
    await runAllJobs();
    expect(await set()).toBe((kept?.mintedAt ?? 0) + 300_000);
    browser.alarms.onAlarm.fire({ name: 'forget-secrets' });
    await stored.minted.update((all) => all.map((each) => ({ ...each, mintedAt: each.mintedAt - 300_000 })));
    browser.alarms.onAlarm.fire({ name: 'forget-secrets' });
    await vi.waitFor(async () => expect(await stored.minted.get()).toEqual([]));
  });

  test('a secret is kept also where no alarm can be set for its end', async () => {
    const by = await added();
    const refused = vi.spyOn(browser.alarms, 'create').mockRejectedValue(new Error('no more alarms'));
    expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ ok: true });
    refused.mockRestore();
    expect(await stored.minted.get()).toHaveLength(1);
  });

  test.each([
    ['an earlier one', -1, -1],
    ['a later one, since the clock was set back', 1, 0],
  ])('the alarm for a secret that is about to be kept leaves what is the sooner: %s', async (_, kept, left) => {
    const [mintedAt, end] = [Date.now(), Date.now() + 300_000];
    await browser.alarms.create('forget-secrets', { when: end + kept * 60_000 });
    await wakeForSecret(mintedAt);
    const { when = 0 } = (await browser.alarms.get('forget-secrets')) ?? {};
    expect(Math.round((when - end) / 60_000)).toBe(left);
  });

  test('of two secrets the younger one is forgotten when its own time is over', async () => {
    const by = await added();
    await call('tokens.mint', { ...by, purpose: 'clone' });
    await call('tokens.mint', { ...by, purpose: 'push' });
    await stored.minted.update(([older, ...all]) =>
      older ? [{ ...older, mintedAt: older.mintedAt - 300_000 }, ...all] : [],
    );
    await browser.alarms.clearAll();
    browser.alarms.onAlarm.fire({ name: 'forget-secrets' });
    await vi.waitFor(async () => expect(await stored.minted.get()).toHaveLength(1));
    const [younger] = await stored.minted.get();
    const set = async () => (await browser.alarms.get('forget-secrets'))?.when;
    await vi.waitFor(async () => expect(await set()).toBe((younger?.mintedAt ?? 0) + 300_000));
  });

  test('two different tokens at the same time are both kept for the user', async () => {
    const by = await added();
    await Promise.all([
      call('tokens.mint', { ...by, purpose: 'clone' }),
      call('tokens.mint', { ...by, purpose: 'push' }),
    ]);
    await vi.waitFor(async () => expect(await stored.minted.get()).toHaveLength(2));
  });

  test('a list that cannot be read whole does not say that nothing was made', async () => {
    const by = await added();
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    server.ledger.add(seedToken('odd', { authorizationId: 'not an id' }));
    server.faults.set('reset', { path: 'HierarchyQuery', times: 1 });
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({ failure: { listed: 'unread' } });
  });

  test('a second try after a lost answer is not mistaken for what the first one made', async () => {
    const by = await added();
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    server.faults.set('reset', { path: 'HierarchyQuery', times: 1 });
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({ failure: { listed: 'absent' } });
    expect((await call('tokens.create', { ...by, draft })).ok).toBe(true);
    await call('tokens.refresh', { hostId });
    expect((await stored.intents.get()).flatMap(({ strayIds }) => strayIds)).toEqual([]);
  });

  test('a token that no list has shown yet is not taken for what a second one of its name has become', async () => {
    const by = await added();
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    server.faults.set('error500', { path: 'SessionTokens' });
    expect((await call('tokens.create', { ...by, draft })).ok).toBe(true);
    server.faults.set('reset', { path: 'HierarchyQuery', times: 1 });
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({ failure: { listed: 'unread' } });
    server.faults.clear();
    await call('tokens.refresh', { hostId });
    expect(await stored.intents.get()).toMatchObject([{ grantedId: null, strayIds: [] }]);
    expect((await stored.history.get()).map(({ outcome }) => outcome)).toEqual(['done', 'unknown']);
  });

  test('under another account nothing is sent, and both are named', async () => {
    const by = await added();
    server.faults.set('identitySwitch', { path: 'connectionData' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted).toMatchObject({ ok: false, failure: { kind: 'wrong-identity', expected: 'Normal Paulk' } });
    expect(creates()).toEqual([]);
  });

  test.each([
    ['lostReply', 'found'],
    ['providerMissing', 'found'],
    ['reset', 'absent'],
    ['providerMissingNotApplied', 'absent'],
  ] as const)('after %s the list says that the token is %s, and nothing is sent again', async (fault, listed) => {
    const by = await added();
    server.faults.set(fault, { path: 'HierarchyQuery' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted).toMatchObject({ ok: false, failure: { kind: 'uncertain', listed } });
    expect(creates()).toHaveLength(1);
    const strays = (await stored.intents.get()).flatMap(({ strayIds }) => strayIds);
    expect(strays).toHaveLength(listed === 'found' ? 1 : 0);
  });

  test('when the list cannot be read either, nothing is claimed', async () => {
    const by = await added();
    server.faults.set('lostReply', { path: 'HierarchyQuery' });
    server.faults.set('error500', { path: 'SessionTokens' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted).toMatchObject({ ok: false, failure: { kind: 'uncertain', listed: 'unread' } });
    server.faults.clear();
    await call('tokens.refresh', { hostId });
    expect((await stored.intents.get())[0]?.strayIds).toHaveLength(1);
  });

  test('a token of which a list knows before its answer is written down is told once', async () => {
    const by = await added();
    const { session } = browser.storage;
    const { set } = session;
    session.set = async (items) => {
      await set(items);
      if (!('minted' in items)) return;
      session.set = set;
      await call('tokens.refresh', { hostId });
    };
    expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ ok: true });
    expect((await stored.history.get()).map(({ deed, outcome }) => [deed, outcome])).toEqual([['made', 'done']]);
  });

  test('a token that the browser had made twice is found', async () => {
    const by = await added();
    server.faults.set('createdTwice', { path: 'HierarchyQuery' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted.ok).toBe(true);
    await vi.waitFor(async () => expect((await stored.intents.get())[0]?.strayIds).toHaveLength(1));
  });

  test('a create that was refused leaves no trace', async () => {
    const by = await added();
    server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted).toMatchObject({ failure: { kind: 'policy', policy: 'disablePatCreationPolicyViolation' } });
    expect(await stored.intents.get()).toEqual([]);
  });

  test('one that is refused although the session is fine is tried as the page would and by a page, and never again', async () => {
    const by = await added();
    server.faults.set('forbidden403', { path: 'HierarchyQuery', bare: true });
    expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ failure: { kind: 'refused' } });
    expect(creates()).toHaveLength(2);
  });

  test('one that is refused in words is not sent again, and the words are told', async () => {
    const by = await added();
    server.faults.set('forbidden403', { path: 'HierarchyQuery' });
    expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({
      failure: { kind: 'forbidden', explained: true, reason: expect.stringMatching(/^Access Denied/) },
    });
    expect(creates()).toHaveLength(1);
  });

  test('one that finds no token or authorization is not offered to other endpoints', async () => {
    const by = await added();
    for (const error of ['TokenNotFound', 'AuthorizationNotFound']) {
      server.requests.length = 0;
      server.faults.set('policyRefused', { error });
      expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ failure: { kind: 'invalid' } });
      expect(creates()).toHaveLength(1);
    }
  });

  test.each(['signedOut401', 'signedOut302', 'signedOut203'] as const)(
    'one that is answered with %s in a session that is good is tried as the page would',
    async (fault) => {
      const by = await added();
      server.faults.set(fault, { path: 'HierarchyQuery', times: 1 });
      expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ ok: true });
      expect(creates()).toHaveLength(2);
      expect(
        server.ledger.ofUser(by.identityId).filter(({ token }) => token.displayName?.startsWith('Clone')),
      ).toHaveLength(1);
    },
  );

  test('a page of HTML in place of an answer proves nothing: the list is read, and nothing is sent again', async () => {
    const by = await added();
    server.faults.set('html200', { path: 'HierarchyQuery' });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted).toMatchObject({ failure: { kind: 'uncertain', listed: 'absent' } });
    expect(creates()).toHaveLength(1);
  });

  test('a page provider without an answer is not asked by the next press, when the list shows that nothing was made', async () => {
    const by = await added();
    server.faults.set('providerMissingNotApplied');
    const press = () => call('tokens.mint', { ...by, purpose: 'clone' });
    expect(await press()).toMatchObject({ failure: { kind: 'uncertain', listed: 'absent' } });
    expect(creates()).toHaveLength(1);
    expect(await press()).toMatchObject({ ok: true });
    expect(creates()).toHaveLength(1);
    expect(server.requests.filter(({ method }) => method === 'POST').at(-1)?.path).toMatch(/SessionTokens$/);
  });

  describe('what was typed into New token, of a popup that was closed before the answer,', () => {
    const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
    const typed = { purpose: '', nameTyped: true, scopes: draft.scopes, lifetime: { choice: '30', day: '' } };

    /** What is left of it when the answer is there. */
    async function leftOf(name: string, at = hostId) {
      const by = await added();
      await call('draft.keep', { unsent: { ...typed, name, hostId: at } });
      const made = await call('tokens.create', { ...by, draft });
      await stored.unsent.inTurn(async () => undefined);
      return { made, left: (await stored.unsent.get())?.name };
    }

    test('goes with its token', async () => {
      expect(await leftOf('laptop')).toMatchObject({ made: { ok: true }, left: undefined });
    });

    test('goes where its token may have been made', async () => {
      server.faults.set('lostReply', { path: 'HierarchyQuery' });
      expect(await leftOf('laptop')).toMatchObject({ made: { failure: { kind: 'uncertain' } }, left: undefined });
    });

    test('goes where nobody can tell whether its token was made', async () => {
      server.faults.set('lostReply', { path: 'HierarchyQuery' });
      server.faults.set('truncatedJson', { path: /SessionTokens|pats/i, method: 'GET' });
      expect(await leftOf('laptop')).toMatchObject({
        made: { failure: { kind: 'uncertain', listed: 'unread' } },
        left: undefined,
      });
    });

    test('stays where none was made', async () => {
      server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation' });
      expect(await leftOf('laptop')).toMatchObject({ made: { failure: { kind: 'policy' } }, left: 'laptop' });
    });

    test('stays where it is of another one by then', async () => {
      expect(await leftOf('desktop')).toMatchObject({ made: { ok: true }, left: 'desktop' });
      const elsewhere = await leftOf('laptop', HostId.parse('services:contoso'));
      expect(elsewhere).toMatchObject({ made: { ok: true }, left: 'laptop' });
    });

    /** What the next popup shows. */
    async function shownNext() {
      hosts.value = await stored.hosts.get();
      chosenId.value = hostId;
      goHome();
      await loadUnsent();
      return view.value;
    }

    test('does not come back while it is on its way, and does once it is refused', async () => {
      const by = await added();
      await call('draft.keep', { unsent: { ...typed, name: draft.name, hostId } });
      server.faults.set('slow', { path: 'HierarchyQuery', seconds: 1 });
      server.faults.set('policyRefused', { error: 'DisablePatCreationPolicyViolation' });
      const made = call('tokens.create', { ...by, draft });
      await vi.waitFor(async () => expect(await stored.intents.get()).toHaveLength(1));
      expect(await shownNext()).toBe('home');
      expect(await made).toMatchObject({ failure: { kind: 'policy' } });
      expect(await shownNext()).toBe('create');
    });

    test.each(['before', 'after'])('goes by the next list where the worker was ended %s its grant', async (ended) => {
      const by = await added();
      expect(await call('tokens.create', { ...by, draft })).toMatchObject({ ok: true });
      await call('draft.keep', { unsent: { ...typed, name: draft.name, hostId } });
      const lost = { grantedId: null, grantedAt: null };
      await stored.intents.update((all) => all.map((each) => (ended === 'before' ? { ...each, ...lost } : each)));
      if (ended === 'before') await stored.minted.set([]);
      expect(await shownNext()).toBe('home');
      await call('tokens.refresh', { hostId });
      await stored.unsent.inTurn(async () => undefined);
      expect(await stored.unsent.get()).toBeNull();
    });
  });

  test('a draft that makes no sense is not sent', async () => {
    const by = await added();
    const draft = { name: 'x', scopes: [], lifetime: { days: 30 } };
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({
      failure: { kind: 'invalid', field: 'scopes' },
    });
    expect(creates()).toEqual([]);
  });
});

test('a create that is still under way is not taken for a lost one', async () => {
  const by = await added();
  server.faults.set('slow', { path: 'HierarchyQuery', seconds: 1 });
  const minting = call('tokens.mint', { ...by, purpose: 'clone' });
  await vi.waitFor(async () => expect(await stored.intents.get()).toHaveLength(1));
  const [intent] = await stored.intents.get();
  const [made] = server.ledger.ofUser(by.identityId);
  if (!intent || !made) throw new Error('there is no intent');
  // The server has made it already and only its answer is late.
  server.ledger.add({
    ...made.token,
    authorizationId: '00000000-1111-4222-8333-555555555555',
    displayName: intent.name,
    scope: 'vso.code',
    validFrom: new Date().toISOString(),
    isValid: true,
    isPublic: false,
  });
  await call('tokens.refresh', { hostId });
  expect((await stored.intents.get()).flatMap(({ strayIds }) => strayIds)).toEqual([]);
  expect((await minting).ok).toBe(true);
});

test('a door that asks to sign in is closed, not signed out: the identity is real', async () => {
  await added();
  server.faults.set('signedOut302', { path: 'SessionTokens' });
  await call('tokens.refresh', { hostId });
  expect((await stored.reading(hostId).get()).failure).toEqual({ kind: 'unsupported' });
  server.switches.patsMode = 'open';
  await stored.doors(hostId).remove();
  await call('tokens.refresh', { hostId });
  expect((await tokensInStorage()).length).toBeGreaterThan(3);
});

test('a page in place of the list is not "signed out", and leaves the list to the other door: the identity is real', async () => {
  await added();
  server.faults.set('html200', { path: 'SessionTokens' });
  const read = async () => {
    await call('tokens.refresh', { hostId });
    return await stored.reading(hostId).get();
  };
  for (const patsMode of ['refusedInvalidAccess403', 'refused401', 'missing404'] as const) {
    server.switches.patsMode = patsMode;
    expect((await read()).failure).toEqual({ kind: 'misfit' });
  }
  server.faults.set('html200', { path: /SessionTokens|tokens\/pats/i });
  expect((await read()).failure).toEqual({ kind: 'misfit' });
  server.faults.clear();
  server.faults.set('html200', { path: 'SessionTokens' });
  server.switches.patsMode = 'open';
  expect(await read()).toMatchObject({ failure: null, snapshot: { onlyMadeHere: true } });
  server.faults.clear();
  expect((await read()).snapshot?.onlyMadeHere).toBeUndefined();
});

test.each(['GET', 'POST'])('a redirect of a %s is an answer: nobody is asked where it leads', async (method) => {
  const by = await added();
  server.faults.set('signedOut302', { method });
  server.requests.length = 0;
  await call('tokens.refresh', { hostId });
  await call('tokens.mint', { ...by, purpose: 'clone' });
  const asked = new Set(server.requests.map(({ headers }) => headers.host));
  expect([...asked].filter((host) => host !== 'dev.azure.com' && host !== 'vssps.dev.azure.com')).toEqual([]);
  expect(asked.size).toBeGreaterThan(0);
});

test('one bad entry among the organizations does not lose the others', async () => {
  await added();
  await browser.storage.local.set({ hosts: [...(await stored.hosts.get()), { id: 'x', kind: 'alien' }] });
  expect((await stored.hosts.get()).map(({ name }) => name)).toEqual(['fabrikam', 'contoso']);
});

describe('revoking', () => {
  async function anyToken() {
    await call('tokens.refresh', { hostId });
    const token = (await tokensInStorage()).find(({ revoked }) => !revoked);
    if (!token) throw new Error('no token');
    return token;
  }

  test('revokes the one that is meant, and says so from a fresh list', async () => {
    const by = await added();
    const { id } = await anyToken();
    expect(await revokeNow({ ...by, tokenId: id })).toEqual({ ok: true, value: 'revoked' });
    expect(server.ledger.find(id)?.token.isValid).toBe(false);
    expect(deletions().map(({ path }) => path)).toEqual([`/fabrikam/_apis/Token/SessionTokens/${id}`]);
  });

  test.each([
    ['lostReply', 'revoked'],
    ['revokeIgnored', 'active'],
  ] as const)('after %s the list decides: %s', async (fault, outcome) => {
    const by = await added();
    const { id } = await anyToken();
    server.faults.set(fault, { method: 'DELETE' });
    expect(await revokeNow({ ...by, tokenId: id })).toEqual({ ok: true, value: outcome });
  });

  test('a request that was lost on the way and did nothing is told as such', async () => {
    const by = await added();
    const { id } = await anyToken();
    server.faults.set('reset', { method: 'DELETE' });
    expect(await revokeNow({ ...by, tokenId: id })).toMatchObject({ failure: { kind: 'offline' } });
  });

  test.each(['refusedInvalidAccess403', 'refused302', 'refused203', 'refused401', 'missing404', 'open'] as const)(
    'one that is gone already counts as revoked, also where the lifecycle API is %s',
    async (patsMode) => {
      const by = await added();
      server.switches.patsMode = patsMode;
      const tokenId = TokenId.parse('00000000-1111-4222-8333-444444444444');
      expect(await revokeNow({ ...by, tokenId })).toEqual({ ok: true, value: 'revoked' });
    },
  );

  test('a door that is closed is told, if the token is still active', async () => {
    const by = await added();
    const { id } = await anyToken();
    server.faults.set('notFound404', { method: 'DELETE' });
    expect(await revokeNow({ ...by, tokenId: id })).toMatchObject({ failure: { kind: 'unsupported' } });
    expect(server.ledger.find(id)?.token.isValid).toBe(true);
  });

  test('without a list nothing is claimed', async () => {
    const by = await added();
    const { id } = await anyToken();
    server.faults.set('error500', { path: 'SessionTokens', method: 'GET' });
    expect(await revokeNow({ ...by, tokenId: id })).toEqual({ ok: true, value: 'unconfirmed' });
  });

  test('what only a list of those made there lacks is not said to be revoked', async () => {
    const by = await added();
    await call('tokens.refresh', { hostId });
    const everywhere = (await tokensInStorage()).find(({ organizationIds, revoked }) => !organizationIds && !revoked);
    if (!everywhere) throw new Error('no token');
    Object.assign(server.switches, { patsMode: 'open', patsList: 'madeHere', listForm: 'missing404' });
    server.faults.set('notFound404', { path: 'SessionTokens' });
    expect(await revokeNow({ ...by, tokenId: everywhere.id })).toEqual({ ok: true, value: 'unconfirmed' });
    expect(server.ledger.find(everywhere.id)?.token.isValid).toBe(true);
    expect((await stored.reading(hostId).get()).snapshot).toMatchObject({ complete: true, onlyMadeHere: true });
  });

  test('one that such a list shows as revoked is', async () => {
    const by = await added();
    Object.assign(server.switches, { patsMode: 'open', patsList: 'madeHere', listForm: 'missing404' });
    server.faults.set('notFound404', { path: 'SessionTokens' });
    const { id } = await anyToken();
    expect(await revokeNow({ ...by, tokenId: id })).toEqual({ ok: true, value: 'revoked' });
    expect(server.ledger.find(id)?.token.isValid).toBe(false);
  });

  test('a revoke-all by such lists says at its end that others may still work', async () => {
    const by = await added();
    Object.assign(server.switches, { patsMode: 'open', patsList: 'madeHere', listForm: 'missing404' });
    server.faults.set('notFound404', { path: 'SessionTokens' });
    await call('tokens.refresh', { hostId });
    const works = (await tokensInStorage()).filter(
      ({ revoked, expiresAt }) => !revoked && (expiresAt ?? 0) > Date.now(),
    );
    const tokens = works.map(({ id }) => ({ hostId, tokenId: id }));
    expect(await call('revoke-all.start', { hosts: [by], tokens, kept: [], typed: 'fabrikam' })).toMatchObject({
      ok: true,
    });
    await vi.waitFor(async () => expect((await storedRevokeAll.journal.get())?.phase).toBe('done'), 20_000);
    const { summary } = (await storedRevokeAll.journal.get()) ?? {};
    expect(summary).toMatchObject({ revoked: works.length, failed: 0, left: 0, onlyMadeHere: true });
  });

  test('under another account nothing is sent', async () => {
    const by = await added();
    const { id } = await anyToken();
    server.faults.set('identitySwitch', { path: 'connectionData' });
    expect(await revokeNow({ ...by, tokenId: id })).toMatchObject({ failure: { kind: 'wrong-identity' } });
    expect(deletions()).toEqual([]);
  });
});

describe('reading', () => {
  test('a failure stands beside the last list', async () => {
    await added();
    await call('tokens.refresh', { hostId });
    const before = await tokensInStorage();
    server.signOut();
    await call('tokens.refresh', { hostId });
    expect(await stored.reading(hostId).get()).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(await tokensInStorage()).toEqual(before);
  });

  test("another account's list is not kept when theirs cannot be read", async () => {
    await added();
    await call('tokens.refresh', { hostId });
    server.faults.set('identitySwitch', { path: 'connectionData' });
    server.faults.set('error500', { path: 'SessionTokens' });
    await call('tokens.refresh', { hostId });
    expect(await tokensInStorage()).toEqual([]);
  });

  test.each(['a list', 'a failure'])('%s that comes after a later list does not take its place', async (late) => {
    await added();
    const known = await knownHost(hostId);
    if (!known.ok) throw new Error(known.failure.kind);
    const send = fetch;
    let release: (() => void) | undefined;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (release || !/SessionTokens$/i.test(new URL(url).pathname)) return await send(url, init);
      const answer = late === 'a list' ? await send(url, init) : null;
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      if (answer === null) throw new TypeError('Failed to fetch');
      return answer;
    });
    const first = readTokens(known.value);
    await vi.waitFor(() => expect(release).toBeDefined());
    const second = await readTokens(known.value);
    release?.();
    await first;
    expect(await stored.reading(hostId).get()).toEqual({ snapshot: second.ok && second.value, failure: null });
  });
});

describe('messages', () => {
  const own = { id: 'patina', origin: 'chrome-extension://patina', frameId: 0 };
  const ask = { name: 'hosts.choose', input: { hostId } };

  test('are answered to the own pages', async () => {
    expect(await browser.runtime.onMessage.fire(ask, own)[0]).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['another extension', { ...own, id: 'other' }],
    ['nobody', {}],
    ['a page', { id: 'patina', origin: 'https://dev.azure.com' }],
    ['a look-alike', { ...own, origin: 'chrome-extension://patina.evil' }],
    ['a null origin', { ...own, origin: 'null' }],
    ['an address without an origin', { id: 'patina', url: 'chrome-extension://patina/src/popup/index.html' }],
    ['a frame', { ...own, frameId: 3 }],
  ])('of %s are not answered', (_, sender) => {
    expect(browser.runtime.onMessage.fire(ask, sender)).toEqual([undefined]);
  });

  test.each([
    ['no deed of ours', { name: 'constructor', input: {} }],
    ['no message', 'hello'],
  ])('that are %s are not answered', async (_, message) => {
    expect(await browser.runtime.onMessage.fire(message, own)[0]).toBe(undefined);
  });

  test('with more in them than the contract has are refused', async () => {
    const more = { ...ask, input: { hostId, url: 'https://evil.example' } };
    expect(await browser.runtime.onMessage.fire(more, own)[0]).toMatchObject({ ok: false });
  });
});

describe('diagnostics', () => {
  test('tell what failed, and name nobody and nothing', async () => {
    const by = await added();
    await call('tokens.refresh', { hostId });
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    server.faults.set('notMember401', { path: 'SessionTokens' });
    server.faults.set('policyRefused', { error: 'InvalidScope' });
    await call('tokens.refresh', { hostId });
    await call('tokens.mint', { ...by, purpose: 'push' });
    await vi.waitFor(async () => expect((await stored.traces.get()).length).toBeGreaterThan(1));
    const read = await call('diagnostics.read', {});
    const text = read.ok ? read.value : '';
    expect(text).toContain('GET Token/SessionTokens 401 UnauthorizedRequestException -> forbidden');
    expect(text).toContain('lifecycle API closed, session tokens open');

    const everything = browser.storage.local.dump() + browser.storage.session.dump();
    const ids = everything.match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];
    const names = (await tokensInStorage()).map(({ name }) => name);
    const secret = minted.ok ? minted.value.secret.reveal() : 'no secret';
    const canaries = [...ids, ...names, secret, 'fabrikam', 'contoso', 'Normal', '@'].filter((word) => word !== '');
    expect(canaries.length).toBeGreaterThan(20);
    expect(canaries.filter((word) => text.includes(word))).toEqual([]);
  });
});

test("a wrong clock of this computer's does not make tokens expired: the server's is kept beside the list", async () => {
  await server.close();
  server = await createServer({ now: () => Date.now() + 3 * 86_400_000 });
  cookie = server.signIn();
  vi.stubGlobal(
    'fetch',
    reach(server, () => cookie),
  );
  await added();
  await call('tokens.refresh', { hostId });
  const skew = (await stored.reading(hostId).get()).snapshot?.clockSkew ?? 0;
  expect(Math.abs(skew - 3 * 86_400_000)).toBeLessThan(10_000);
});
