import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { createServer, type DevServer } from '../dev-server/create-server';
import { seedToken } from '../dev-server/seed';
import { users } from '../dev-server/tenant';
import { request, requestDeletion } from '../src/azure/http';
import { openHost } from '../src/azure/open-host';
import { sessionTokens } from '../src/azure/services/endpoint';
import { ISSUE_PROVIDER } from '../src/azure/services/page-provider';
import { identifyOnServices as identify, organizations } from '../src/azure/services/session';
import { listSessionTokens } from '../src/azure/session-tokens';
import type { Doors } from '../src/core/doors/doors';
import { doorsAt } from '../src/core/doors/doors-at';
import { DAY, SECOND } from '../src/core/duration';
import { ServicesHost } from '../src/core/host';
import { ok, type Result } from '../src/core/result';
import type { CreatedToken, Order, Session } from '../src/core/token-host';
import { reach } from './fakes/network';

let server: DevServer;
let cookie: string;
const fabrikam = ServicesHost.parse({ id: 'services:fabrikam', kind: 'services', name: 'fabrikam' });

beforeEach(async () => {
  server = await createServer();
  cookie = server.signIn();
  vi.stubGlobal(
    'fetch',
    reach(server, () => cookie),
  );
});

afterEach(async () => {
  vi.unstubAllGlobals();
  expect(server.alarms).toEqual([]);
  await server.close();
});

function connect() {
  const found: { doors: Doors } = { doors: doorsAt(null, Date.now()) };
  const host = openHost(fabrikam, {
    recall: async () => found.doors,
    meanwhile: (learning) => void learning.catch(() => undefined),
    remember: async (more) => {
      found.doors = { ...found.doors, ...more };
    },
  });
  return { host, found };
}

async function signedIn(): Promise<Session> {
  const session = await identify(fabrikam);
  if (!session.ok) throw new Error(session.failure.kind);
  return session.value;
}

const order = (session: Session, name = 'laptop') => ({
  name,
  scopes: ['vso.code', 'vso.packaging'],
  at: Date.now(),
  expiresAt: Date.now() + 20 * DAY, // where nobody says an end, the server takes 30
  organizationId: session.organizationId,
});

const ordered =
  (session: Session, more = {}) =>
  () =>
    ok({ ...order(session), ...more });

const sentTo = (method: string) => server.requests.filter((request) => request.method === method);

/** The tokens of this organization as the server has them, global ones too, and no SSH key. */
const heldFor = ({ identity, organizationId }: Session) =>
  server.ledger
    .ofUser(identity.id)
    .filter(({ token }) => !token.isPublic && token.targetAccounts?.includes(organizationId) !== false);

/** What was made is what was ordered, and the secret is that of it. */
function expectAsOrdered(created: Result<CreatedToken>, wanted: Order): void {
  if (!created.ok) throw new Error(created.failure.kind);
  const { token, secret } = created.value;
  const made = server.ledger.find(token.id);
  expect(secret.reveal()).toBe(made?.secret);
  expect(made?.token).toMatchObject({ displayName: wanted.name, targetAccounts: [wanted.organizationId] });
  expect(token.scopes).toEqual(wanted.scopes);
  expect(Math.abs((token.expiresAt ?? 0) - wanted.expiresAt)).toBeLessThan(1000);
}

/** The promises of a `TokenHost`, run for each combination of doors that an organization may keep open. */
describe.each([
  { doors: 'page provider and session tokens', switches: {} },
  { doors: 'lifecycle API open', switches: { patsMode: 'open' } },
  { doors: 'lifecycle API only', switches: { patsMode: 'open', listForm: 'missing404' } },
  { doors: 'flat list', switches: { listForm: 'flat' } },
  { doors: 'bare list', switches: { listForm: 'bare' } },
  { doors: 'revoke answers 204', switches: { revokeStatus: 204 } },
  { doors: 'small pages that never say the end', switches: { pageCap: 5, lastPage: 'repeats' } },
  { doors: 'lifecycle API redirects', switches: { patsMode: 'refused302' } },
  { doors: 'lifecycle API shows the sign-in page', switches: { patsMode: 'refused203' } },
  { doors: 'lifecycle API answers 401', switches: { patsMode: 'refused401' } },
] as const)('with $doors', ({ switches }) => {
  beforeEach(() => void Object.assign(server.switches, switches));

  test('lists every token of this organization once, global ones too, and no SSH key', async () => {
    const session = await signedIn();
    const listed = await connect().host.list(session);
    const expected = heldFor(session);
    expect(listed.ok && listed.value.complete).toBe(true);
    const ids = listed.ok ? listed.value.tokens.map(({ id }) => id) : [];
    expect(ids.toSorted()).toEqual(expected.map(({ token }) => token.authorizationId).toSorted());
    const revoked = listed.ok ? listed.value.tokens.filter((token) => token.revoked).map(({ id }) => id) : [];
    const invalid = expected.filter(({ token }) => !token.isValid).map(({ token }) => token.authorizationId);
    expect(revoked.toSorted()).toEqual(invalid.toSorted());
  });

  test('creates exactly what is ordered, with one request, and hands over the secret', async () => {
    const session = await signedIn();
    const { host } = connect();
    const wanted = order(session);
    expectAsOrdered(await host.create(() => ok(wanted)), wanted);
    expect(sentTo('POST')).toHaveLength(1);
  });

  test('revokes the token that is meant and no other', async () => {
    const session = await signedIn();
    const { host } = connect();
    const [one] = server.ledger.ofUser(session.identity.id).filter(({ token }) => token.isValid && !token.isPublic);
    const before = server.ledger.ofUser(session.identity.id).filter(({ token }) => token.isValid).length;
    const revoked = await host.revoke(one?.token.authorizationId as never, () => ok());
    expect(revoked.ok).toBe(true);
    expect(one?.token.isValid).toBe(false);
    expect(server.ledger.ofUser(session.identity.id).filter(({ token }) => token.isValid)).toHaveLength(before - 1);
  });
});

test('remembers what the probe of the lifecycle API found', async () => {
  const session = await signedIn();
  const { host, found } = connect();
  await host.list(session);
  await vi.waitFor(() => expect(found.doors.lifecycle).toBe(false));
  await host.list(session);
  expect(found.doors).toMatchObject({ lifecycle: false, sessionTokens: true });
  expect(server.requests.filter(({ path }) => path.endsWith('/tokens/pats'))).toHaveLength(1);
});

test('what refuses somebody who is signed out says nothing of the lifecycle API', async () => {
  server.switches.patsMode = 'open';
  const session = await signedIn();
  const { host, found } = connect();
  const signedInBefore = cookie;
  cookie = '';
  const created = await host.create(ordered(session));
  expect([created, found.doors.lifecycle]).toMatchObject([{ failure: { kind: 'signed-out' } }, null]);
  cookie = signedInBefore;
  await host.create(ordered(session));
  expect(found.doors.lifecycle).toBe(true);
});

test('a change says why it was not sent where the lifecycle API could not be asked whether it is open', async () => {
  server.switches.patsMode = 'open';
  const session = await signedIn();
  const [one] = heldFor(session).filter(({ token }) => token.isValid);
  const { host } = connect();
  const change = () => host.update?.(one?.token.authorizationId as never, () => ok({ name: 'renamed' }));
  const signedInBefore = cookie;
  cookie = '';
  expect(await change()).toMatchObject({ failure: { kind: 'signed-out' } });
  cookie = signedInBefore;
  const send = reach(server, () => cookie);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')));
  expect(await change()).toMatchObject({ failure: { kind: 'offline' } });
  vi.stubGlobal('fetch', send);
  expect(await change()).toMatchObject({ ok: true, value: { name: 'renamed' } });
});

test('a list does not wait for the probe', async () => {
  const session = await signedIn();
  server.faults.set('slow', { path: 'tokens/pats', seconds: 3 });
  const listed = connect().host.list(session);
  const late = new Promise((resolve) => setTimeout(resolve, 2_000, 'late'));
  expect(await Promise.race([listed, late])).toMatchObject({ ok: true });
});

test('a passing "not here" is not believed for the next time', async () => {
  const session = await signedIn();
  const { host } = connect();
  server.faults.set('notFound404', { path: 'SessionTokens', times: 1 });
  expect(await host.list(session)).toMatchObject({ failure: { kind: 'unsupported' } });
  expect((await host.list(session)).ok).toBe(true);
});

test.each(['page provider', 'lifecycle API'])(
  'a create refused by the %s is not tried at another door',
  async (door) => {
    if (door === 'lifecycle API') server.switches.patsMode = 'open';
    const session = await signedIn();
    server.faults.set('policyRefused', { error: 'FullScopePatPolicyViolation' });
    const created = await connect().host.create(ordered(session, { scopes: ['app_token'] }));
    expect(created).toEqual({ ok: false, failure: { kind: 'policy', policy: 'fullScopePatPolicyViolation' } });
    expect(sentTo('POST')).toHaveLength(1);
  },
);

/** Has one door answer that to a change. */
function answersChange(door: string, body: object, status = 200): void {
  const send = reach(server, () => cookie);
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
    url.includes(door) && init.method !== 'GET' ? Response.json(body, { status }) : await send(url, init),
  );
}

const providerAnswers = (body: object, status = 200) => answersChange('HierarchyQuery', body, status);

test.each([400, 403, 404])(
  'a create that the lifecycle API refuses with %i and a named reason is refused',
  async (status) => {
    server.switches.patsMode = 'open';
    const session = await signedIn();
    const { host, found } = connect();
    answersChange('tokens/pats', { patToken: null, patTokenError: 'disablePatCreationPolicyViolation' }, status);
    const policy = 'disablePatCreationPolicyViolation';
    expect(await host.create(ordered(session))).toEqual({ ok: false, failure: { kind: 'policy', policy } });
    expect(sentTo('POST')).toEqual([]);
    expect(found.doors.lifecycle).toBe(true);
  },
);

test.each(['none', 'None', 0, null])(
  'no token and %j for a reason leave open what the lifecycle API did',
  async (word) => {
    server.switches.patsMode = 'open';
    const session = await signedIn();
    const [one] = heldFor(session).filter(({ token }) => token.isValid);
    const { host } = connect();
    answersChange('tokens/pats', { patToken: null, patTokenError: word });
    const changes = [
      await host.create(ordered(session)),
      await host.update?.(one?.token.authorizationId as never, () => ok({ name: 'renamed' })),
    ];
    expect(changes).toEqual(Array(2).fill({ ok: false, failure: { kind: 'misfit' } }));
  },
);

test('a page provider that failed without a word of the service may have made the token: nothing else is tried', async () => {
  const session = await signedIn();
  const exception = { message: 'Object reference not set.', exceptionType: 'NullReferenceException' };
  providerAnswers({ dataProviderExceptions: { [ISSUE_PROVIDER]: exception } });
  const created = await connect().host.create(ordered(session));
  expect(created).toEqual({ ok: false, failure: { kind: 'unexpected', detail: exception.message } });
  expect(sentTo('POST')).toEqual([]);
});

test('a page provider that refuses a create with 404 and in words has refused it', async () => {
  const session = await signedIn();
  providerAnswers({ message: 'The token was not found.', typeKey: 'SessionTokenNotFoundException' }, 404);
  expect(await connect().host.create(ordered(session))).toMatchObject({ failure: { kind: 'invalid' } });
  expect(sentTo('POST')).toEqual([]);
});

test('a page provider whose answer could not be read is not asked by the next create', async () => {
  const session = await signedIn();
  server.faults.set('providerMissing', { path: 'HierarchyQuery', times: 1 });
  const { host } = connect();
  expect(await host.create(ordered(session))).toMatchObject({ failure: { kind: 'misfit' } });
  expect(await host.create(ordered(session))).toMatchObject({ ok: true });
  const doors = sentTo('POST').map(({ path }) => path.split('/').at(-1)?.toLowerCase());
  expect(doors).toEqual(['hierarchyquery', 'sessiontokens']);
});

test('a page that came in place of the answer to a revoke is none', async () => {
  const session = await signedIn();
  const [one] = heldFor(session).filter(({ token }) => token.isValid);
  server.faults.set('html200', { method: 'DELETE' });
  const revoked = await connect().host.revoke(one?.token.authorizationId as never, () => ok());
  expect(revoked).toMatchObject({ failure: { kind: 'signed-out' } });
});

test('no change goes out for which nobody was asked who is signed in', async () => {
  const [signInUrl, url] = ['https://dev.azure.com/fabrikam', 'https://dev.azure.com/fabrikam/_apis/x'];
  const sent = [
    await request({ method: 'POST', url, signInUrl }, z.unknown()),
    await requestDeletion({ url, signInUrl }),
  ];
  expect(sent).toMatchObject(Array(2).fill({ failure: { kind: 'throttled' } }));
  expect(server.requests).toEqual([]);
});

test('a page provider that is not there leaves the create to the next door, which makes exactly what is ordered', async () => {
  const session = await signedIn();
  server.faults.set('notFound404', { path: 'HierarchyQuery' });
  const wanted = order(session);
  expectAsOrdered(await connect().host.create(() => ok(wanted)), wanted);
  server.faults.set('version400', { path: 'SessionTokens' });
  expect(await connect().host.create(ordered(session))).toMatchObject({ failure: { kind: 'unsupported' } });
});

test.each(['lostReply', 'error500', 'truncatedJson', 'providerMissing'] as const)(
  'a create that ends with %s is sent once, and its fate is left open',
  async (fault) => {
    const session = await signedIn();
    server.faults.set(fault, { path: 'HierarchyQuery' });
    const created = await connect().host.create(ordered(session));
    expect(created.ok || created.failure.kind).toMatch(/^(offline|unexpected|misfit)$/);
    expect(sentTo('POST')).toHaveLength(1);
  },
);

test('a list whose second page fails is incomplete, and keeps what it has', async () => {
  const session = await signedIn();
  server.switches.pageCap = 5;
  server.faults.set('error500', { path: 'startRowNumber=6' });
  const listed = await connect().host.list(session);
  expect(listed.ok && listed.value).toMatchObject({ complete: false, tokens: expect.objectContaining({ length: 5 }) });
});

test('a list is asked for to the end of the second that the server has told last, with what was made in it', async () => {
  const session = await signedIn();
  const servedAt = Date.UTC(2030, 0, 1);
  await connect().host.list({ ...session, servedAt });
  const [asked] = server.requests.filter(({ path }) => path.includes('SessionTokens'));
  expect(Date.parse(asked?.query.pageRequestTimeStamp ?? '')).toBe(servedAt + SECOND);
});

test.each([
  [250, true],
  [Number.POSITIVE_INFINITY, false],
])('a list of %s pages is whole where it has an end', async (pages, complete) => {
  let asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    const row = { authorizationId: '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10', validFrom: '', validTo: '' };
    return Response.json({ sessionTokens: [row], nextRowNumber: asked < pages ? asked * 100 + 1 : null });
  });
  const listed = await listSessionTokens(sessionTokens(fabrikam), Date.now());
  expect([asked, listed.ok && listed.value.complete]).toEqual([250, complete]);
});

describe.each(['flat', 'bare'] as const)('a %s list, which cannot say whether it goes on,', (listForm) => {
  /** Adds rows until there are so many with those of the seed, of which one is an SSH key. */
  function fill(count: number, parts: Parameters<typeof seedToken>[1] = {}): void {
    for (let row = server.ledger.ofUser(users.normal.id).length; row < count; row += 1)
      server.ledger.add(seedToken(`row ${row}`, parts));
  }

  /** Whether every token is listed, once, whether the list says that it is whole, and the rows that were asked for. */
  async function read(): Promise<unknown> {
    const session = await signedIn();
    const listed = await connect().host.list(session);
    if (!listed.ok) throw new Error(listed.failure.kind);
    const held = heldFor(session).map(({ token }) => token.authorizationId);
    const ids = listed.value.tokens.map(({ id }) => id);
    const isAll = ids.length === held.length && held.every((id) => ids.includes(id as never));
    const asked = server.requests.filter(({ path }) => path.includes('SessionTokens'));
    return { isAll, complete: listed.value.complete, rows: asked.map(({ query }) => query.startRowNumber) };
  }

  beforeEach(() => void Object.assign(server.switches, { listForm, pagesFlatList: true }));

  test.each([
    [99, ['1']],
    [100, ['1', '101']],
    [150, ['1', '101']],
    [200, ['1', '101', '201']],
    [250, ['1', '101', '201']],
  ])('is read to its end where it comes in pages: %i rows', async (count, rows) => {
    fill(count);
    expect(await read()).toEqual({ isAll: true, complete: true, rows });
  });

  test.each([
    [100, ['1', '101']],
    [150, ['1']],
    [200, ['1']],
  ])('is whole where the server minds no paging: %i rows', async (count, rows) => {
    server.switches.pagesFlatList = false;
    fill(count);
    expect(await read()).toEqual({ isAll: true, complete: true, rows });
  });

  test('is not over after a page of SSH keys alone', async () => {
    fill(100);
    fill(200, { isPublic: true, publicData: 'ssh-ed25519 not-a-real-key' });
    fill(250);
    expect(await read()).toEqual({ isAll: true, complete: true, rows: ['1', '101', '201'] });
  });

  test('is incomplete where the page after a full one fails', async () => {
    fill(100);
    server.faults.set('error500', { path: 'startRowNumber=101' });
    expect(await read()).toMatchObject({ isAll: true, complete: false });
  });

  test('is whole where the server takes no paging, and is then asked for without', async () => {
    fill(100);
    const send = reach(server, () => cookie);
    const refusal = { message: 'The parameter is not known.', typeKey: 'InvalidArgumentValueException' };
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) =>
      url.includes('startRowNumber') ? Response.json(refusal, { status: 400 }) : await send(url, init),
    );
    expect(await read()).toEqual({ isAll: true, complete: true, rows: [undefined] });
  });
});

test('a flat list that never ends is left after as many pages as any other', async () => {
  let asked = 0;
  vi.stubGlobal('fetch', async () => {
    asked += 1;
    const row = () => ({ authorizationId: crypto.randomUUID(), validFrom: '', validTo: '' });
    return Response.json(Array.from({ length: 100 }, row));
  });
  const listed = await listSessionTokens(sessionTokens(fabrikam), Date.now());
  expect([asked, listed.ok && listed.value.complete]).toEqual([250, false]);
});

describe('a list of the lifecycle API that is longer than one page', () => {
  beforeEach(() => {
    Object.assign(server.switches, { patsMode: 'open', listForm: 'missing404' });
    const validTo = new Date(Date.now() + 30 * DAY).toISOString();
    for (let index = 0; index < 250; index += 1) server.ledger.add(seedToken(`agent ${index}`, { validTo }));
  });

  test('is read to its end, each token once', async () => {
    const session = await signedIn();
    const listed = await connect().host.list(session);
    if (!listed.ok) throw new Error(listed.failure.kind);
    expect(listed.value.complete).toBe(true);
    const held = heldFor(session).map(({ token }) => token.authorizationId);
    expect(listed.value.tokens.map(({ id }) => id).toSorted()).toEqual(held.toSorted());
  });

  test('has a token once that is revoked while it is read, as one that is', async () => {
    const session = await signedIn();
    const [one] = heldFor(session).filter(({ token }) => token.isValid);
    const send = reach(server, () => cookie);
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      if (one && url.includes('displayFilterOption=revoked')) one.token.isValid = false;
      return await send(url, init);
    });
    const listed = await connect().host.list(session);
    const found = listed.ok ? listed.value.tokens.filter(({ id }) => id === one?.token.authorizationId) : [];
    expect(found.map(({ revoked }) => revoked)).toEqual([true]);
  });

  test('is incomplete where its second page fails, and keeps what it has', async () => {
    const session = await signedIn();
    server.faults.set('error500', { path: 'continuationToken=' });
    const listed = await connect().host.list(session);
    if (!listed.ok) throw new Error(listed.failure.kind);
    expect(listed.value.complete).toBe(false);
    expect(listed.value.tokens.length).toBeGreaterThanOrEqual(100);
  });

  test('is incomplete where one row of its second page cannot be read, and has all others', async () => {
    const session = await signedIn();
    const send = reach(server, () => cookie);
    let left = 1;
    vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
      const answer = await send(url, init);
      if (!url.includes('continuationToken=') || left === 0) return answer;
      left -= 1;
      const { patTokens, ...page } = await answer.json();
      return Response.json({ ...page, patTokens: [{ ...patTokens[0], authorizationId: 'x' }, ...patTokens.slice(1)] });
    });
    const listed = await connect().host.list(session);
    if (!listed.ok) throw new Error(listed.failure.kind);
    expect([left, listed.value.complete]).toEqual([0, false]);
    expect(listed.value.tokens).toHaveLength(heldFor(session).length - 1);
  });

  test.each(['expired', 'revoked'])('is incomplete where the %s tokens are not told', async (state) => {
    const session = await signedIn();
    server.faults.set('conflict409', { path: `displayFilterOption=${state}` });
    const listed = await connect().host.list(session);
    expect(listed.ok && listed.value.complete).toBe(false);
  });
});

test.each([
  ['refused', 'conflict409', true, 2],
  ['not known there', 'version400', false, 1],
] as const)(
  'a change that is %s says of the lifecycle API what is true of the next one',
  async (_, fault, open, sent) => {
    server.switches.patsMode = 'open';
    const session = await signedIn();
    const [one] = heldFor(session).filter(({ token }) => token.isValid);
    const { host, found } = connect();
    server.faults.set(fault, { path: 'tokens/pats', method: 'PUT' });
    const change = () => host.update?.(one?.token.authorizationId as never, () => ok({ name: 'renamed' }));
    await change();
    expect(found.doors.lifecycle).toBe(open);
    await change();
    expect(sentTo('PUT')).toHaveLength(sent);
  },
);

test('no answer comes out of the cache of the browser, and none is kept there', async () => {
  const modes = new Set<unknown>();
  const send = reach(server, () => cookie);
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    modes.add(init.cache);
    return send(url, init);
  });
  const session = await signedIn();
  const { host } = connect();
  await host.list(session);
  await host.create(ordered(session));
  expect([...modes]).toEqual(['no-store']);
});

test.each([
  ['signedOut302', 'signed-out'],
  ['signedOut203', 'signed-out'],
  ['signedOut401', 'signed-out'],
  ['signedOut401Bare', 'signed-out'],
  ['html200', 'signed-out'],
  ['notMember401', 'forbidden'],
  ['conditionalAccess', 'policy'],
  ['forbidden403', 'forbidden'],
  ['gateway403', 'between'],
  ['notFound404', 'not-found'],
  ['version400', 'unsupported'],
  ['throttled429', 'throttled'],
  ['error500', 'unexpected'],
  ['reset', 'offline'],
  ['truncatedJson', 'misfit'],
  ['hugeBody', 'misfit'],
  ['deepJson', 'misfit'],
] as const)('%s is understood as %s', async (fault, kind) => {
  server.faults.set(fault, { seconds: 1 });
  const session = await identify(fabrikam);
  expect(session.ok ? 'fine' : session.failure.kind).toBe(kind);
});

test('no answer after several errors of the server is its trouble, and not the network', async () => {
  server.faults.set('error500');
  await identify(fabrikam);
  await identify(fabrikam);
  server.faults.clear();
  server.faults.set('reset');
  const session = await identify(fabrikam);
  expect(session).toEqual({ ok: false, failure: { kind: 'unexpected', detail: '500' } });
});

test('a byte order mark does no harm', async () => {
  server.faults.set('bom');
  expect((await signedIn()).identity.name).toBe('Normal Paulk');
});

test('the anonymous identity is signed out, also when the server answers it with 200', async () => {
  cookie = '';
  server.switches.publicProjects = true;
  const session = await identify(fabrikam);
  expect(session).toMatchObject({
    ok: false,
    failure: { kind: 'signed-out', signInUrl: 'https://dev.azure.com/fabrikam' },
  });
});

test('the organization that was asked is among the organizations, whatever the provider says', async () => {
  server.switches.omitsAskedOrganization = true;
  const found = await organizations(fabrikam);
  expect(found.ok && found.value.map(({ name }) => name)).toEqual(['fabrikam', 'contoso']);
});
