import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer, type OnPremOptions, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { isCreate, isRevoke } from '../dev-server/requests';
import { revokeNow } from '../src/background/revoking/now';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import { placeOf } from '../src/core/minting/minted';
import { keyOf } from '../src/core/names/token-key';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { reach } from './fakes/network';

let server: OnPremServer;
let cookie = '';

/** A server under a name of its own, since loopback would be let pass as safe. */
async function start(options: OnPremOptions): Promise<string> {
  server = await createOnPremServer(options);
  vi.stubGlobal(
    'fetch',
    reach(server, () => cookie),
  );
  return `http://tfs.corp.example:${server.port}${options.virtualDirectory ?? '/tfs'}`;
}

beforeEach(() => {
  browser.reset();
  cookie = '';
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
});

afterEach(async () => {
  await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
  vi.unstubAllGlobals();
  expect(server.alarms).toEqual([]);
  expect(server.requests.filter(({ path }) => path.includes('/tokens/pats'))).toEqual([]);
  await server.close();
});

const allowHttp = async (id: HostId) =>
  await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [id] } });

async function added(address: string) {
  const answer = await call('hosts.add', { address });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  const host = (await stored.hosts.get()).find(({ id }) => id === answer.value);
  if (host?.kind !== 'server') throw new Error('no server');
  return { host, by: { hostId: host.id, identityId: host.identity?.id ?? '' } };
}

const PROFILES = [
  { profile: 'tfs2017', product: 'TFS 2017 Update 2', create: /tfs\/DefaultCollection\/_apis\/Token/ },
  { profile: 'tfs2018', product: 'TFS 2018 Update 2', create: /tfs\/DefaultCollection\/_apis\/Token/ },
  { profile: 'ads2019', product: 'Azure DevOps Server 2019', create: /HierarchyQuery/ },
  { profile: 'ads2020', product: 'Azure DevOps Server 2020', create: /HierarchyQuery/ },
  { profile: 'ads2022', product: 'Azure DevOps Server 2022', create: /HierarchyQuery/ },
  { profile: 'ads-current', product: 'Azure DevOps Server', create: /HierarchyQuery/ },
] as const;

const aDate = () => expect.stringMatching(/^20\d\d-\d\d-\d\dT[\d:.]+Z$/);
const objectWithDates = () => ({
  dataProviderContext: { properties: { validFrom: aDate(), validTo: aDate(), userId: null, claims: null } },
});

describe.each(PROFILES)('on $profile', ({ profile, product, create }) => {
  test('a page of it is enough to be added, under its name and version', async () => {
    const base = await start({ profile });
    const { host } = await added(`${base}/defaultcollection/Project/_git/repo?version=GBmain`);
    expect(host).toMatchObject({
      product,
      base,
      root: `${base}/defaultcollection`,
      identity: { name: 'Normal Paulk' },
    });
  });

  test('lists the tokens of the collection, and no SSH key', async () => {
    const { by } = await added(`${await start({ profile })}/DefaultCollection`);
    await call('tokens.refresh', { hostId: by.hostId });
    const { snapshot, failure } = await stored.reading(by.hostId).get();
    const expected = server.ledger.ofUser(by.identityId).filter(({ token }) => !token.isPublic);
    expect(failure).toBeNull();
    expect(snapshot?.complete).toBe(true);
    expect(snapshot?.tokens.map(({ id }) => id).toSorted()).toEqual(
      expected.map(({ token }) => token.authorizationId).toSorted(),
    );
  });

  test('makes one token where it is made in this version, and revokes that one', async () => {
    const { by } = await added(`${await start({ profile })}/DefaultCollection`);
    await allowHttp(by.hostId);
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!minted.ok) throw new Error(JSON.stringify(minted.failure));
    expect(server.requests.filter(isCreate).map(({ path }) => path)).toEqual([expect.stringMatching(create)]);
    // The one version in which older servers are known to have taken it, whatever they list in.
    if (profile.startsWith('tfs')) expect(server.requests.find(isCreate)?.query['api-version']).toBe('1.0');
    // Null stands only where it was seen: a date that has to be one may be refused for it, without a word of that.
    else expect(server.requests.find(isCreate)?.body).toMatchObject(objectWithDates());
    const made = server.ledger.find(minted.value.token.id);
    expect(made?.secret).toBe(minted.value.secret.reveal());
    expect(made?.token).toMatchObject({ scope: 'vso.code', targetAccounts: [server.collections[0]?.id] });
    const revoked = await revokeNow({ ...by, tokenId: minted.value.token.id });
    expect(revoked).toEqual({ ok: true, value: 'revoked' });
    expect(server.requests.filter(isRevoke)).toHaveLength(1);
    expect(made?.token.isValid).toBe(false);
  });
});

test('an older server that takes no create in the version of old is asked in its newest one, before the form', async () => {
  const { by } = await added(`${await start({ profile: 'tfs2018' })}/DefaultCollection`);
  await allowHttp(by.hostId);
  server.faults.set('version400', { path: 'api-version=1.0' });
  const draft = { name: 'ci-build', scopes: ['vso.code'], lifetime: { days: 7 } };
  const made = await call('tokens.create', { ...by, draft });
  expect(made.ok && Math.round((made.value.asked.expiresAt - Date.now()) / 86_400_000)).toBe(7);
  expect(server.requests.filter(isCreate).map(({ status }) => status)).toEqual([400, 200]);
});

test('no tab of a server is asked for somebody who is signed out there: the browser would ask for a password in it', async () => {
  const base = await start({ profile: 'tfs2018' });
  const { by } = await added(`${base}/DefaultCollection`);
  browser.tabs.open.push({ id: 1_000, url: `${base}/DefaultCollection/_home`, active: false });
  const inTab = vi.spyOn(browser.scripting, 'fetch');
  server.switches.signIn = 'ntlm';
  expect(await call('tokens.refresh', { hostId: by.hostId })).toMatchObject({ failure: { kind: 'signed-out' } });
  expect(inTab).not.toHaveBeenCalled();
});

test.each([
  ['without a virtual directory', { virtualDirectory: '' }, '/DefaultCollection', '/DefaultCollection'],
  ['in another directory', { virtualDirectory: '/devops' }, '/DefaultCollection/', '/devops/DefaultCollection'],
  ['with a space', { collections: ['Default Collection'] }, '/Default Collection/_home', '/tfs/Default Collection'],
  ['with an umlaut', { collections: ['Sammlung Süd'] }, '/sammlung s%C3%BCd', '/tfs/sammlung süd'],
])('a collection %s is found', async (_, options: Partial<OnPremOptions>, path, name) => {
  const base = await start({ profile: 'ads2022', ...options });
  const { host, by } = await added(`${base}${path}`);
  expect(host.name).toBe(`tfs.corp.example:${server.port}${name}`);
  expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
});

test('the address of a whole server brings each of its collections', async () => {
  const base = await start({ profile: 'tfs2018', collections: ['One', 'Two', 'Three'] });
  await added(base);
  expect((await stored.hosts.get()).map(({ name }) => name.split('/').at(-1))).toEqual(['One', 'Two', 'Three']);
});

test('nothing of the address but the host is enough, where the server is in its usual directory', async () => {
  const base = await start({ profile: 'tfs2017' });
  expect((await added(base.replace(/\/tfs$/, ''))).host.root).toBe(`${base}/DefaultCollection`);
});

test.each([
  ['a server from before tokens', { tokenLocation: 'absent' }, { kind: 'invalid', reason: 'too-old' }],
  ['something that poses as the cloud', { spoofsHosted: true }, { kind: 'invalid', reason: 'hosted' }],
  ['a login that the browser did not make (NTLM)', { signIn: 'ntlm' }, { kind: 'signed-out' }],
  ['a login that the browser did not make (Negotiate)', { signIn: 'negotiate' }, { kind: 'signed-out' }],
  ['a login that the browser did not make (Basic)', { signIn: 'basic' }, { kind: 'signed-out' }],
  ['nobody', { signIn: 'anonymous' }, { kind: 'signed-out' }],
  [
    'a redirect to somewhere else',
    { redirectsTo: 'https://sso.example/' },
    { kind: 'signed-out', perhapsAt: expect.stringMatching(/^https:/) },
  ],
] as const)('%s is refused, and nothing is kept of it', async (_, switches, failure) => {
  const base = await start({ profile: 'ads2019', switches });
  expect(await call('hosts.add', { address: `${base}/DefaultCollection` })).toMatchObject({ ok: false, failure });
  expect(await stored.hosts.get()).toEqual([]);
});

test('a host that is no Azure DevOps is refused', async () => {
  const base = await start({ profile: 'ads2019' });
  const elsewhere = base.replace(/\/tfs$/, '/wiki/page');
  expect(await call('hosts.add', { address: elsewhere })).toMatchObject({
    failure: { kind: 'invalid', field: 'address', reason: 'no-server' },
  });
});

test('once signed in at the server it goes on', async () => {
  const base = await start({ profile: 'ads2019', switches: { signIn: 'negotiate' } });
  cookie = 'patina-dev-signed-in=1';
  const { by } = await added(`${base}/DefaultCollection`);
  cookie = '';
  expect(await call('tokens.refresh', { hostId: by.hostId })).toMatchObject({
    failure: { kind: 'signed-out', signInUrl: `${base}/DefaultCollection` },
  });
});

test('without leave to reach it nothing is asked there', async () => {
  const base = await start({ profile: 'ads2019' });
  browser.permissions.denied.add(`http://tfs.corp.example:${server.port}/*`);
  expect(await call('hosts.add', { address: base })).toMatchObject({
    failure: { kind: 'permission', address: base.replace(/\/tfs$/, '') },
  });
  expect(server.requests).toEqual([]);
});

test('over plain http nothing is minted before the user has allowed it', async () => {
  const { by } = await added(`${await start({ profile: 'ads2019' })}/DefaultCollection`);
  expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ failure: { kind: 'insecure' } });
  expect(server.requests.filter(isCreate)).toEqual([]);
});

test('once leave for plain HTTP is taken back no secret goes out by it, to be tried either', async () => {
  const { by } = await added(`${await start({ profile: 'ads2022' })}/DefaultCollection`);
  await allowHttp(by.hostId);
  const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!minted.ok) throw new Error(JSON.stringify(minted.failure));
  await call('settings.save', { settings: DEFAULT_SETTINGS });
  server.requests.length = 0;
  expect(await call('tokens.test', { ...placeOf(minted.value), atRoot: false })).toEqual({
    ok: false,
    failure: { kind: 'insecure' },
  });
  expect(server.requests).toEqual([]);
});

const forms = () => server.requests.filter(({ method, path }) => method === 'POST' && /Edit$/.test(path));

async function mintedByForm(switches: OnPremOptions['switches'], before: () => void = () => undefined) {
  const { by } = await added(
    `${await start({ profile: 'tfs2018', switches: { postsTokens: false, ...switches } })}/DefaultCollection`,
  );
  await allowHttp(by.hostId);
  before();
  const draft = { name: 'ci-build', scopes: ['vso.code'], lifetime: { days: 30 } };
  return await call('tokens.create', { ...by, draft });
}

test.each([false, true])(
  'the form of TFS is sent once where tokens cannot be posted (antiforgery: %s)',
  async (antiforgery) => {
    const minted = await mintedByForm({ antiforgery });
    if (!minted.ok) throw new Error(JSON.stringify(minted.failure));
    const { token, secret, asked } = minted.value;
    // Others of the same name are in the list already.
    expect(server.ledger.find(token.id)?.secret).toBe(secret.reveal());
    expect(token.expiresAt, 'the form has no 30 days').toBeGreaterThan(asked.expiresAt);
    expect(forms()).toHaveLength(1);
    expect((await stored.limits(minted.value.hostId).get())?.rounding).toMatchObject({ up: true });
  },
);

test.each([-60_000, 5_000, 60_000])(
  'a server’s clock that is %i ms ahead changes no lifetime of the form, and hides no token that it made',
  async (skew) => {
    const [now, switches] = [() => Date.now() + skew, { postsTokens: false, listForm: 'paged' as const }];
    const { by } = await added(`${await start({ profile: 'tfs2018', now, switches })}/DefaultCollection`);
    await allowHttp(by.hostId);
    const draft = { name: 'for a quarter', scopes: ['vso.code'], lifetime: { days: 90 } };
    const made = await call('tokens.create', { ...by, draft });
    expect(made).toMatchObject({ ok: true });
    const entry = server.ledger.ofUser(by.identityId).find(({ token }) => token.displayName === draft.name);
    expect(Math.round((Date.parse(entry?.token.validTo ?? '') - now()) / 86_400_000)).toBe(90);
    if (made.ok) expect(made.value.secret.reveal()).toBe(entry?.secret);
  },
);

test('one that was just made by the form, on a server whose clock is ahead, is not taken for the next of its name', async () => {
  const [now, switches] = [() => Date.now() + 60_000, { postsTokens: false, listForm: 'paged' as const }];
  const { by } = await added(`${await start({ profile: 'tfs2018', now, switches })}/DefaultCollection`);
  await allowHttp(by.hostId);
  const draft = { name: 'twice', scopes: ['vso.code'], lifetime: { days: 90 } };
  const made = [await call('tokens.create', { ...by, draft }), await call('tokens.create', { ...by, draft })];
  expect(made).toMatchObject([{ ok: true }, { ok: true }]);
  const secrets = made.map((each) => each.ok && server.ledger.find(each.value.token.id)?.secret);
  expect(made.map((each) => each.ok && each.value.secret.reveal())).toEqual(secrets);
  expect(new Set(secrets).size).toBe(2);
});

test('a form whose answer is lost on the way is not sent again', async () => {
  const fail = () => void server.faults.set('unavailable503', { method: 'POST', path: /tokens\/Edit/ });
  const minted = await mintedByForm({ antiforgery: true }, fail);
  expect(minted).toMatchObject({ ok: false, failure: { kind: 'uncertain' } });
  expect(forms()).toHaveLength(1);
});

test.each([404, 405] as const)(
  'a server that answers OPTIONS with %s is asked for its tokens',
  async (optionsStatus) => {
    const { host, by } = await added(
      `${await start({ profile: 'ads2022', switches: { optionsStatus } })}/DefaultCollection`,
    );
    expect(host).toMatchObject({ product: 'Azure DevOps Server 2022', hasProviders: true });
    expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
  },
);

test('a server that is in trouble when it is added is not described by that', async () => {
  const base = await start({ profile: 'ads2022' });
  server.faults.set('error500', { method: 'OPTIONS' });
  expect(await call('hosts.add', { address: `${base}/DefaultCollection` })).toMatchObject({ ok: false });
  expect(await stored.hosts.get()).toEqual([]);
});

test.each([
  ['is in trouble', 'error500', 'unexpected'],
  ['refuses', 'forbidden403', 'forbidden'],
] as const)('a server whose root alone %s is not told as one from before tokens', async (_, fault, kind) => {
  const base = await start({ profile: 'tfs2018', switches: { tokenLocation: 'deployment' } });
  server.faults.set(fault, { method: 'OPTIONS', path: /^[^/]*\/tfs\/_apis\/token/i });
  expect(await call('hosts.add', { address: `${base}/DefaultCollection` })).toMatchObject({ failure: { kind } });
  expect(await stored.hosts.get()).toEqual([]);
});

test('a server that answers no OPTIONS is asked for tokens at its root, too', async () => {
  const base = await start({ profile: 'tfs2018', switches: { tokenLocation: 'deployment', optionsStatus: 405 } });
  const { host, by } = await added(`${base}/DefaultCollection`);
  expect(host).toMatchObject({ tokensAt: 'server' });
  expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
});

test('one that answers none and keeps tokens nowhere is from before tokens', async () => {
  const base = await start({ profile: 'tfs2018', switches: { tokenLocation: 'absent', optionsStatus: 405 } });
  expect(await call('hosts.add', { address: `${base}/DefaultCollection` })).toMatchObject({
    failure: { kind: 'invalid', reason: 'too-old' },
  });
});

test.each([
  ['the whole server', '', ['One', 'Two']],
  ['a collection', '/Two', ['Two', 'One']],
])('an old server that does not name its deployment is told from its collections by %s', async (_, path, names) => {
  const base = await start({ profile: 'tfs2017', collections: ['One', 'Two'], switches: { tellsDeployment: false } });
  await added(`${base}${path}`);
  expect((await stored.hosts.get()).map((host) => host.name.split('/').at(-1))).toEqual(names);
  expect(await stored.hosts.get()).toEqual(names.map(() => expect.objectContaining({ base })));
});

test('one collection that is down does not keep the others out', async () => {
  const base = await start({ profile: 'tfs2018', collections: ['One', 'Two'] });
  server.faults.set('error500', { path: /tfs\/One\// });
  await added(base);
  expect((await stored.hosts.get()).map(({ name }) => name.split('/').at(-1))).toEqual(['Two']);
});

test.each([
  ['notMember401', 'forbidden'],
  ['forbidden403', 'forbidden'],
  ['error500', 'unexpected'],
] as const)('the address of a collection that answers %s brings no other one', async (fault, kind) => {
  const base = await start({ profile: 'tfs2018', collections: ['One', 'Two'] });
  server.faults.set(fault, { path: /tfs\/One\// });
  expect(await call('hosts.add', { address: `${base}/One/_git/x` })).toMatchObject({ failure: { kind } });
  expect(await stored.hosts.get()).toEqual([]);
});

test.each([
  ['lets nobody into its collections', {}, 'forbidden403', /tfs\/(One|Two)\//, { kind: 'forbidden' }],
  ['fails to list them', {}, 'error500', /projectCollections/i, { kind: 'unexpected' }],
  [
    'fails to, and does not name its deployment',
    { tellsDeployment: false },
    'error500',
    /projectCollections/i,
    { kind: 'unexpected' },
  ],
  ['does not list them', {}, 'forbidden403', /projectCollections/i, { kind: 'invalid', reason: 'no-collection' }],
] as const)('a whole server that %s says so', async (_, switches, fault, path, failure) => {
  const base = await start({ profile: 'tfs2017', collections: ['One', 'Two'], switches });
  server.faults.set(fault, { path });
  expect(await call('hosts.add', { address: base })).toMatchObject({ ok: false, failure });
  expect(await stored.hosts.get()).toEqual([]);
});

test('a collection is added also where the server fails to list the others', async () => {
  const base = await start({ profile: 'tfs2018', collections: ['One', 'Two'] });
  server.faults.set('error500', { path: /projectCollections/i });
  await added(`${base}/One`);
  expect((await stored.hosts.get()).map(({ name }) => name.split('/').at(-1))).toEqual(['One']);
});

test('a page provider that does not answer is not asked by the next press', async () => {
  const { by } = await added(`${await start({ profile: 'ads2022' })}/DefaultCollection`);
  await allowHttp(by.hostId);
  server.faults.set('providerMissingNotApplied');
  expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ failure: { kind: 'uncertain' } });
  expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ ok: true });
  expect(server.requests.filter(isCreate)).toHaveLength(2);
});

test('another port of a known host is offered, and not asked', async () => {
  const base = await start({ profile: 'ads2022', collections: ['One', 'Two'] });
  const { by } = await added(`${base}/One`);
  const discover = async (url: string) => {
    browser.tabs.open = [{ url, active: true }];
    return await call('hosts.discover', {});
  };
  server.requests.length = 0;
  const other = 'http://tfs.corp.example:9/tfs/One/_git/x';
  expect(await discover(other)).toEqual({
    ok: true,
    value: { hostId: null, offer: 'http://tfs.corp.example:9/tfs/One' },
  });
  const two = (await stored.hosts.get()).find(({ id }) => id !== by.hostId);
  if (two) await call('hosts.remove', { hostId: two.id });
  expect(await discover(`${base}/Two/_git/x`)).toEqual({ ok: true, value: { hostId: null, offer: `${base}/Two` } });
  expect(await stored.hosts.get(), 'what was removed stays away').toHaveLength(1);
  expect(server.requests).toEqual([]);
});

test.each(['paged', 'flat', 'bare'] as const)('a list of the %s shape is read to its end', async (listForm) => {
  const { by } = await added(
    `${await start({ profile: 'ads2020', switches: { listForm, pageCap: 5 } })}/DefaultCollection`,
  );
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  const expected = server.ledger.ofUser(by.identityId).filter(({ token }) => !token.isPublic);
  expect([snapshot?.complete, snapshot?.tokens.length]).toEqual([true, expected.length]);
});

test('a server can be added by somebody who has no token there yet, also where it does not say what it has', async () => {
  const base = await start({ profile: 'tfs2017', switches: { optionsStatus: 404 } });
  const send = reach(server, () => cookie);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
    url.includes('SessionTokens') ? Response.json({ count: 0, value: null }) : await send(url, init),
  );
  const { by } = await added(`${base}/DefaultCollection`);
  expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
  expect((await stored.reading(by.hostId).get()).snapshot).toMatchObject({ tokens: [], complete: true });
});

test('tokens that are kept at the server, not at the collection, are listed and made there', async () => {
  const base = await start({ profile: 'tfs2017', switches: { tokenLocation: 'deployment' } });
  const { by } = await added(`${base}/DefaultCollection`);
  await call('tokens.refresh', { hostId: by.hostId });
  expect((await stored.reading(by.hostId).get()).snapshot?.tokens.length).toBeGreaterThan(5);
  expect(server.requests.at(-1)?.path).toBe('/tfs/_apis/Token/SessionTokens');
});

test('a token is never for all organizations there', async () => {
  const base = await start({ profile: 'ads2019' });
  const { by } = await added(`${base}/DefaultCollection`);
  const [one, other] = server.ledger.ofUser(by.identityId);
  if (one) one.token.targetAccounts = null;
  if (other) other.token.targetAccounts = ['null'];
  await call('tokens.refresh', { hostId: by.hostId });
  const tokens = (await stored.reading(by.hostId).get()).snapshot?.tokens ?? [];
  expect(tokens.map(({ id }) => id)).toEqual(
    expect.arrayContaining([one, other].map((each) => each?.token.authorizationId)),
  );
  expect(tokens.filter(({ organizationIds }) => organizationIds === null)).toEqual([]);
  // Wider than this collection all the same, and that is said.
  const wide = tokens.filter(({ inAllCollections }) => inAllCollections).map(({ id }) => id);
  expect(wide.toSorted()).toEqual([one, other].map((each) => each?.token.authorizationId).toSorted());
});

describe('a token that names some of the collections', () => {
  async function inOneAndTwo() {
    const base = await start({ profile: 'ads2022', collections: ['One', 'Two', 'Three'] });
    const places = [];
    for (const name of ['One', 'Two', 'Three']) places.push((await added(`${base}/${name}`)).by);
    const [one, two, three] = places;
    const [first] = server.ledger.ofUser(one?.identityId ?? '');
    if (!one || !two || !three || !first) throw new Error('not started');
    first.token.targetAccounts = server.collections.slice(0, 2).map(({ id }) => id);
    const listed = async ({ hostId }: typeof one) => {
      await call('tokens.refresh', { hostId });
      const tokens = (await stored.reading(hostId).get()).snapshot?.tokens ?? [];
      return tokens.find(({ id }) => id === first.token.authorizationId);
    };
    return { one, two, three, listed, tokenId: TokenId.parse(first.token.authorizationId), token: first.token };
  }

  test('is one token in the lists of these, and in no other', async () => {
    const { one, two, three, listed } = await inOneAndTwo();
    const hosts = await stored.hosts.get();
    const keyIn = async (by: typeof one) => {
      const [token, host] = [await listed(by), hosts.find(({ id }) => id === by.hostId)];
      return token && host && keyOf(token, host);
    };
    const keys = [await keyIn(one), await keyIn(two), await keyIn(three)];
    expect(keys).toEqual([expect.any(String), keys[0], undefined]);
    expect((await listed(two))?.inAllCollections).toBeUndefined();
  });

  test('is begun to be replaced once, also by way of another collection', async () => {
    const { one, two, listed, tokenId } = await inOneAndTwo();
    await listed(one);
    await listed(two);
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [one.hostId, two.hostId] } });
    const replace = (by: typeof one) =>
      call('rotations.start', { ...by, tokenId, keep: 'until-confirmed', lifetime: { days: 30 }, on: [by] });
    expect(await replace(one)).toMatchObject({ ok: true });
    expect(await replace(two)).toMatchObject({ failure: { field: 'token', reason: 'rotating' } });
    expect(server.requests.filter(isCreate)).toHaveLength(1);
  });

  test('is not told as ended by somebody else where Patina has revoked it by way of another collection', async () => {
    const { one, two, listed, tokenId, token } = await inOneAndTwo();
    await listed(one);
    await listed(two);
    await call('tokens.revoke', { ...one, tokenId });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await vi.waitFor(() => expect(token.isValid).toBe(false));
    await vi.waitFor(async () => expect((await stored.revokes.get())[0]?.progress.state).toBe('ended'));
    expect((await listed(two))?.revoked).toBe(true);
    expect(await stored.endedElsewhere.get()).toEqual([]);
  });
});

test('a new token is tried where the recipe will use it: at its collection, or at the root', async () => {
  const base = await start({ profile: 'ads2022', collections: ['One', 'Two'] });
  const { host, by } = await added(`${base}/One`);
  await allowHttp(host.id);
  const made = await call('tokens.mint', { ...by, purpose: 'agent' });
  if (!made.ok) throw new Error(made.failure.kind);
  server.requests.length = 0;
  for (const atRoot of [false, true]) await call('tokens.test', { ...placeOf(made.value), atRoot });
  const withToken = server.requests.filter(({ headers }) => headers.authorization !== undefined);
  expect(withToken.map(({ path }) => path)).toEqual(['/tfs/One/_apis/connectionData', '/tfs/_apis/connectionData']);
});

test('no token is tried where the leave to ask there was taken back: that is said, and nothing is sent', async () => {
  const base = await start({ profile: 'ads2022' });
  const { host, by } = await added(`${base}/DefaultCollection`);
  await allowHttp(host.id);
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  server.requests.length = 0;
  browser.permissions.denied.add(`${new URL(base).origin}/*`);
  const failure = { kind: 'permission', address: `${base}/DefaultCollection` };
  expect(await call('tokens.test', { ...placeOf(made.value), atRoot: false })).toEqual({ ok: false, failure });
  expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
});

test('a token is tried, asked and looked with by a worker that has asked nothing of that server yet', async () => {
  const base = await start({ profile: 'ads2022' });
  const { host, by } = await added(`${base}/DefaultCollection`);
  await allowHttp(host.id);
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  const { hostId, secret } = made.value;
  const user = { id: by.identityId, name: 'Normal Paulk' };
  const another = async () => {
    vi.resetModules();
    return {
      ...(await import('../src/background/doctor/examine')),
      ...(await import('../src/background/minting/test-token')),
    };
  };
  expect(await (await another()).tryToken({ ...placeOf(made.value), atRoot: false })).toEqual({
    ok: true,
    value: user.name,
  });
  expect(await (await another()).askCaller({ hostId, secret })).toEqual({ ok: true, value: user });
  const look = { hostId, secret, area: 'code', user: user.id };
  expect(await (await another()).lookAtArea(look)).toEqual({ ok: true, value: 'open' });
});
