import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { DevServer, DevServerOptions } from '../dev-server/create-server';
import { createServer } from '../dev-server/create-server';
import { DAY, sqlDateTime } from '../dev-server/dates';
import type { FaultName } from '../dev-server/faults';
import { faultTable } from '../dev-server/faults';
import { ISSUE_PROVIDER, isCreate, isRevoke } from '../dev-server/requests';
import { seedWith } from '../dev-server/seed';
import type { Question, Reply } from './dev-server-client';
import { ask } from './dev-server-client';

const now = Date.parse('2026-08-01T10:00:00Z');
const fabrikam = '38aaa865-2c70-4bf7-a308-0c6539c38c1a';
const normal = 'bb5bb6c8-ef0a-400f-8987-92b3674d2043';
const version = { Accept: 'application/json;api-version=5.0-preview.1', 'X-TFS-FedAuthRedirect': 'Suppress' };
const connectionData = 'https://dev.azure.com/fabrikam/_apis/connectionData';
const hierarchyQuery = 'https://dev.azure.com/fabrikam/_apis/Contribution/HierarchyQuery';
const sessionTokens = 'https://vssps.dev.azure.com/fabrikam/_apis/Token/SessionTokens';

let server: DevServer;
let cookie: string;
const start = async (options: DevServerOptions = {}) => {
  await server?.close();
  server = await createServer({ now: () => now, ...options });
  cookie = server.signIn();
};
beforeEach(() => start());
afterEach(() => server.close());

/** Asks as the signed-in extension does. */
function call(address: string, question: Question = {}): Promise<Reply> {
  return ask(server, address, { ...question, headers: { ...version, Cookie: cookie, ...question.headers } });
}

function create(properties: Record<string, unknown> = {}): Promise<Reply> {
  const draft = {
    displayName: 'new',
    scope: 'vso.code',
    validTo: '2026-09-01T00:00:00.000Z',
    targetAccounts: [fabrikam],
    ...properties,
  };
  const body = { contributionIds: [ISSUE_PROVIDER], dataProviderContext: { properties: draft } };
  return call(hierarchyQuery, { method: 'POST', body });
}

const revoke = (id: string) => call(`${sessionTokens}/${id}`, { method: 'DELETE' });

function providedBy({ body }: Reply): Record<string, unknown> {
  const Provided = z.object({ dataProviders: z.record(z.string(), z.record(z.string(), z.unknown())) });
  return Provided.parse(body).dataProviders[ISSUE_PROVIDER] ?? {};
}

function idNamed(name: string): string {
  const entry = server.ledger.ofUser(normal).find(({ token }) => token.displayName === name);
  return entry?.token.authorizationId ?? 'none';
}

const stamp = 'pageRequestTimeStamp=Sat%2C%2001%20Aug%202026%2010%3A00%3A00%20GMT&displayFilterOption=4';
const Page = z.object({
  nextRowNumber: z.number().optional(),
  sessionTokens: z.array(z.record(z.string(), z.unknown())),
});
const pageFrom = async (row: number, pageSize: number) =>
  Page.parse((await call(`${sessionTokens}?${stamp}&startRowNumber=${row}&pageSize=${pageSize}`)).body);

describe('who may ask', () => {
  test.each([
    ['a page, as a browser', { Accept: 'text/html' }, 302],
    ['an API, by its media type', { Accept: version.Accept }, 203],
    ['an API, with Suppress', version, 401],
  ])('signed out, %s', async (_, headers, status) => {
    expect((await ask(server, connectionData, { headers })).status).toBe(status);
  });

  test('signs in by the form, with cookies for all of dev.azure.com, and leads back', async () => {
    const first = await ask(server, 'https://dev.azure.com/fabrikam/_usersSettings/tokens');
    const form = await ask(server, first.headers.location ?? '');
    expect(form.text).toContain('<h1>Sign in</h1>');
    const reply = new URL(first.headers.location ?? '').searchParams.get('reply_to') ?? '';
    const done = await ask(server, 'https://dev.azure.com/_signedin', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      bodyText: new URLSearchParams({ user: normal, reply_to: reply }).toString(),
    });
    expect(done.headers.location).toBe('https://dev.azure.com/fabrikam/_usersSettings/tokens');
    const cookies = done.headers['set-cookie'] ?? [];
    expect(cookies.map((one) => one.split('=')[0])).toEqual([
      'UserAuthentication',
      'HostAuthentication',
      'VstsSession',
    ]);
    for (const one of cookies) expect(one).toMatch(/Domain=.dev.azure.com;.*HttpOnly; Secure; SameSite=None/);
    const landed = await ask(server, reply, { headers: { Cookie: cookies[0]?.split(';')[0] ?? '' } });
    expect(landed.text).toContain('Normal Paulk');
  });

  test('the sign-in leads nowhere else', async () => {
    const done = await ask(server, 'https://dev.azure.com/_signedin', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      bodyText: new URLSearchParams({ user: normal, reply_to: 'https://dev.azure.com.example/' }).toString(),
    });
    expect(done.headers.location).toBe('https://dev.azure.com/fabrikam');
  });

  test.each([
    ['an organization one is not a member of', 'northwind', 401, new RegExp(normal)],
    ['an organization that is not there', 'nowhere', 404, /404/],
    ['one written in other case', 'FABRIKAM', 200, new RegExp(fabrikam)],
  ])('asked for %s', async (_, name, status, text) => {
    const answer = await call(`https://dev.azure.com/${name}/_apis/connectionData`);
    expect(answer.status).toBe(status);
    expect(answer.text).toMatch(text);
  });

  test('a public project lets the anonymous read connectionData', async () => {
    server.switches.publicProjects = true;
    const { status, text } = await ask(server, connectionData);
    expect([status, text]).toEqual([200, expect.stringContaining('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa')]);
  });

  test.each([
    ['a live token, without a user name', 'ci-build', '', 200],
    ['a live token, with any user name', 'ci-build', 'pat', 200],
    ['an expired one', 'npm restore', '', 401],
    ['a revoked one', 'old laptop', '', 401],
    ['one for another organization', 'contoso deploy', '', 401],
    ['a global one', 'everything', '', 200],
  ])('by Basic: %s', async (_, name, user, status) => {
    const secret = server.ledger.find(idNamed(name))?.secret;
    const Authorization = `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
    expect((await ask(server, connectionData, { headers: { ...version, Authorization } })).status).toBe(status);
  });
});

describe('making tokens', () => {
  test('the secret has the real layout, works, and is not told again', async () => {
    const made = providedBy(await create());
    expect(made.token).toMatch(/^[0-9A-Za-z]{52}JQQJ\d\d[0-9A-Za-z][A-L][0-9A-Za-z]{12}A{4}AZ[D]O[0-9A-Za-z]{4}$/);
    expect(server.ledger.findBySecret(String(made.token))?.token.displayName).toBe('new');
    expect((await call(`${sessionTokens}?${stamp}`)).text).not.toContain(made.token);
    expect(JSON.stringify(server.requests)).not.toContain(made.token);
  });

  test.each([
    ['2020-12-01T23:46:23.319Z', '2020-12-01T23:46:23.32Z'],
    ['2020-10-24T03:04:38.522Z', '2020-10-24T03:04:38.5233333Z'],
    ['2026-09-01T00:00:00.000Z', '2026-09-01T00:00:00Z'],
  ])('rounds %s to %s', (asked, granted) => {
    expect(sqlDateTime(Date.parse(asked))).toBe(granted);
  });

  test.each([
    [{ displayName: ' ' }, 'DisplayNameRequired'],
    [{ scope: 'vso.nonsense' }, 'InvalidScope'],
    [{ validTo: '2026-07-31T00:00:00Z' }, 'InvalidValidTo'],
    [{ validTo: '2027-08-03T00:00:00Z' }, 'PatLifespanPolicyViolation'],
    [{ targetAccounts: undefined }, 'InvalidTargetAccounts'],
    [{ targetAccounts: ['bf83696f-383b-4980-95b5-1f1127640a8a'] }, 'InvalidTargetAccounts'],
    [{ targetAccounts: [] }, 'GlobalPATCreationBlocked'],
  ])('refuses %j as %s, with status 200, and makes nothing', async (properties, name) => {
    const before = server.ledger.ofUser(normal).length;
    const { status, body } = await create(properties);
    expect(status).toBe(200);
    expect(body).toMatchObject({ dataProviderExceptions: { [ISSUE_PROVIDER]: { message: name } } });
    expect(server.ledger.ofUser(normal)).toHaveLength(before);
  });

  test('clamps a lifetime that is too long, if so switched', async () => {
    Object.assign(server.switches, { longestDays: 7, overlong: 'clamped' });
    expect(providedBy(await create()).validTo).toBe(sqlDateTime(now + 7 * DAY));
  });

  test('a session token that is not asked for as compact ends after an hour', async () => {
    const body = { displayName: 'tool', scope: 'vso.code', validTo: '2026-09-01T00:00:00Z' };
    const { body: made } = await call(sessionTokens, { method: 'POST', body });
    expect(made).toMatchObject({ validTo: '2026-08-01T11:00:00Z' });
  });
});

describe('listing', () => {
  test.each(['zero', 'absent', 'minusOne', 'repeats'] as const)(
    '250 tokens in pages, the last told by "%s"',
    async (lastPage) => {
      await start({ seed: seedWith(250, now), switches: { lastPage, pageCap: 100 } });
      const ids = new Set<unknown>();
      let row = 1;
      for (let page = 0; page < 3; page += 1) {
        const { nextRowNumber = 0, sessionTokens: rows } = await pageFrom(row, 1000);
        for (const { authorizationId } of rows) ids.add(authorizationId);
        if (page === 2) expect(nextRowNumber).toBe({ zero: 0, absent: 0, minusOne: -1, repeats: row }[lastPage]);
        row = nextRowNumber;
      }
      expect(ids.size).toBe(250);
    },
  );

  test('a page holds no SSH key, and nothing made after its time stamp', async () => {
    const before = await pageFrom(1, 100);
    await start({ now: () => now + 5000 });
    await create();
    const after = await pageFrom(1, 100);
    expect([before.sessionTokens.length, after.sessionTokens.length]).toEqual([12, 12]);
    expect(before.sessionTokens.some(({ isPublic }) => isPublic)).toBe(false);
  });

  test.each([
    ['no time stamp', {}, version, expect.objectContaining({ count: 13 })],
    ['noArrayWrap', {}, { Accept: `${version.Accept};noArrayWrap=true` }, expect.any(Array)],
    ['bare', { listForm: 'bare' }, version, expect.any(Array)],
    ['missing', { listForm: 'missing404' }, version, expect.objectContaining({ typeKey: 'HttpException' })],
  ])('flat: %s', async (_, switches, headers, shape) => {
    Object.assign(server.switches, switches);
    expect((await call(`${sessionTokens}?displayFilterOption=1`, { headers })).body).toEqual(shape);
  });

  test('dates come as /Date(ms)/ to those who ask for it', async () => {
    const { text } = await call(`${sessionTokens}/${idNamed('ci-build')}`, {
      headers: { Accept: `${version.Accept};msDateFormat=true` },
    });
    expect(text).toContain(`"validTo":"/Date(${now + 200 * DAY})/"`);
  });

  test('demands a version', async () => {
    const answer = await ask(server, sessionTokens, { headers: { Cookie: cookie } });
    expect(answer).toMatchObject({ status: 400, body: { typeKey: 'VssVersionNotSpecifiedException' } });
  });
});

describe('revoking', () => {
  test.each([200, 204] as const)('one, answered by %i', async (revokeStatus) => {
    server.switches.revokeStatus = revokeStatus;
    const { status, text } = await revoke(idNamed('ci-build'));
    expect([status, text]).toEqual([revokeStatus, '']);
    expect(server.ledger.find(idNamed('ci-build'))?.token.isValid).toBe(false);
  });

  test('without an id nothing is revoked, and the alarm is raised, even past a fault', async () => {
    expect((await call(sessionTokens, { method: 'DELETE' })).status).toBe(400);
    server.faults.set('error500');
    await call(`${sessionTokens}/`, { method: 'DELETE' });
    expect(server.alarms).toHaveLength(2);
    expect(server.ledger.ofUser(normal).filter(({ token }) => !token.isValid)).toHaveLength(1);
  });

  test("somebody else's token is not found", async () => {
    const [hers] = server.ledger.ofUser('3f0a5c7e-52d1-4e0b-9d5b-6c1f0e2a9b77');
    expect((await revoke(hers?.token.authorizationId ?? '')).status).toBe(404);
    expect(hers?.token.isValid).toBe(true);
  });
});

describe('the lifecycle API', () => {
  const pats = 'https://vssps.dev.azure.com/fabrikam/_apis/tokens/pats?api-version=7.1-preview.1';

  test.each([
    ['refused302', 302, ''],
    ['refused203', 203, ''],
    ['refused401', 401, 'UnauthorizedRequestException'],
    ['refusedInvalidAccess403', 403, 'InvalidAccessException'],
    ['refusedInvalidAccess401', 401, 'InvalidAccessException'],
    ['missing404', 404, 'HttpException'],
    ['open', 200, 'patTokens'],
  ] as const)('is %s', async (patsMode, status, text) => {
    server.switches.patsMode = patsMode;
    const answer = await call(pats);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
  });

  test('lists the tokens of this organization and the global ones, and wants the same filters on each page', async () => {
    server.switches.patsMode = 'open';
    const { body } = await call(`${pats}&displayFilterOption=all&$top=5`);
    const Paged = z.object({ continuationToken: z.string(), patTokens: z.array(z.unknown()) });
    const first = Paged.parse(body);
    const more = `&$top=100&continuationToken=${encodeURIComponent(first.continuationToken)}`;
    const rest = Paged.parse((await call(`${pats}&displayFilterOption=all${more}`)).body);
    expect([first.patTokens.length, rest.patTokens.length, rest.continuationToken]).toEqual([5, 6, '']);
    expect((await call(`${pats}&displayFilterOption=active${more}`)).status).toBe(400);
  });
});

describe('faults', () => {
  /** What a request that lists tokens meets. */
  const seen: Partial<Record<FaultName, number>> = {
    signedOut302: 302,
    signedOut203: 203,
    signedOut401: 401,
    signedOut401Bare: 401,
    ledAway: 302,
    html200: 200,
    notMember401: 401,
    conditionalAccess: 401,
    forbidden403: 403,
    notFound404: 404,
    conflict409: 409,
    version400: 400,
    throttled429: 429,
    delayed200: 200,
    error500: 500,
    unavailable503: 503,
    slow: 200,
    truncatedJson: 200,
    bom: 200,
    hugeBody: 200,
    deepJson: 200,
    identitySwitch: 200,
  };

  test.each(Object.entries(seen))('%s answers %i, once', async (name, status) => {
    // The keys of `seen` are names of faults.
    server.faults.set(name as FaultName, { times: 1, seconds: 0.05, bytes: 2 ** 20 });
    const answer = await call(sessionTokens);
    expect(answer.status).toBe(status);
    expect(answer.headers).toHaveProperty('activityid');
    expect((await call(sessionTokens)).status).toBe(200);
    expect(server.requests.map(({ faults }) => faults)).toEqual([[name], []]);
  });

  test.each(['reset', 'lostReply'] as const)('%s drops the connection', async (name) => {
    server.faults.set(name, { times: 1 });
    await expect(create()).rejects.toThrow(/socket hang up|ECONNRESET/);
    expect(server.requests[0]?.status).toBe(0);
    expect(idNamed('new') !== 'none').toBe(name === 'lostReply');
  });

  test('drip never ends', async () => {
    server.faults.set('drip');
    const ended = await Promise.race([
      call(sessionTokens).catch(() => 'cut'),
      new Promise((go) => setTimeout(go, 300, 'waiting')),
    ]);
    expect(ended).toBe('waiting');
  });

  test.each([
    ['providerMissing', 1],
    ['providerMissingNotApplied', 0],
    ['createdTwice', 2],
  ] as const)('%s makes %i', async (name, count) => {
    server.faults.set(name);
    const { status, body } = await create();
    expect(status).toBe(200);
    expect(ISSUE_PROVIDER in Object(Object(body).dataProviders)).toBe(name === 'createdTwice');
    expect(server.ledger.ofUser(normal).filter(({ token }) => token.displayName === 'new')).toHaveLength(count);
  });

  test('revokeIgnored says yes and does nothing', async () => {
    server.faults.set('revokeIgnored');
    expect((await revoke(idNamed('ci-build'))).status).toBe(200);
    expect(server.ledger.find(idNamed('ci-build'))?.token.isValid).toBe(true);
  });

  test('identitySwitch stays when the fault is gone', async () => {
    server.faults.set('identitySwitch', { times: 1 });
    await call(sessionTokens);
    expect((await call(connectionData)).text).toContain('Raisa Pokrovskaya');
  });

  test('more than one may meet a request, and a path narrows them', async () => {
    server.faults.set('delayed200', { path: 'connectionData', seconds: 9 });
    server.faults.set('bom', { path: /connectionData/ });
    const { headers, text } = await call(connectionData);
    expect([headers['retry-after'], text.charAt(0)]).toEqual(['9', '\u{FEFF}']);
    expect((await call(sessionTokens)).headers).not.toHaveProperty('retry-after');
  });

  test('each says what it does and where that is known from', () => {
    for (const { does, source } of Object.values(faultTable)) expect(does && source).not.toBe('');
  });
});

test('requests can be counted, and hold no credentials', async () => {
  await create();
  await revoke(idNamed('new'));
  await call(`${hierarchyQuery}`, { method: 'POST', body: { contributionIds: [] } });
  expect([server.requests.filter(isCreate).length, server.requests.filter(isRevoke).length]).toEqual([1, 1]);
  expect(server.requests[0]).toMatchObject({ method: 'POST', host: 'dev.azure.com', status: 200 });
  expect(JSON.stringify(server.requests)).not.toContain(cookie.split('=')[1]);
});
