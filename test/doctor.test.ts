import { renderToString } from 'preact-render-to-string';
import { describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer } from '../dev-server/onprem/create-onprem-server';
import { mintSecret } from '../dev-server/secret';
import { organizations, users } from '../dev-server/tenant';
import type { SessionToken } from '../dev-server/tokens';
import { call } from '../src/contract/call';
import { readsOf } from '../src/core/doctor/reads';
import type { HostId } from '../src/core/host';
import { includesScope } from '../src/core/scopes/reach';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { examine } from '../src/ui/deeds/doctor';
import { allowInsecure } from '../src/ui/deeds/settings';
import { examined, forget } from '../src/ui/stores/doctor';
import { hosts } from '../src/ui/stores/hosts';
import { stories } from '../src/ui/views/doctor/doctor.stories';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const user = users.normal.id;

/** A token of Normal Paulk's, as it was found somewhere. */
function found(scope: string, parts: Partial<SessionToken> = {}): string {
  const validTo = Date.now() + 86_400_000;
  const draft = { userId: user, displayName: 'found', scope, targetAccounts: [organizations.fabrikam.id], validTo };
  return at.server.ledger.mint({ ...draft, ...parts, validTo }).secret;
}

const ask = (hostId: HostId, secret: string) => call('doctor.ask', { hostId, secret });
const look = (hostId: HostId, secret: string, area: string) => call('doctor.look', { hostId, secret, area, user });
const areas = readsOf('services').map(({ area }) => area);

test('a token says whose it is, with one request, by itself and without the session', async () => {
  const { hostId } = await added('fabrikam');
  const secret = found('vso.work');
  at.server.requests.length = 0;
  expect(await ask(hostId, secret)).toEqual({ ok: true, value: { id: user, name: 'Normal Paulk' } });
  expect(at.server.requests).toMatchObject([{ method: 'GET', path: '/fabrikam/_apis/connectionData' }]);
  expect(at.server.requests[0]?.headers.cookie).toBeUndefined();
});

test('one that is somebody else’s, of another organization, revoked or unknown is told apart', async () => {
  const { hostId } = await added('fabrikam');
  const { hostId: contoso } = await added('contoso');
  const hers = found('vso.code', { userId: users.raisa.id });
  expect(await ask(hostId, hers)).toMatchObject({ value: { id: users.raisa.id } });
  const refused = { ok: false, failure: { kind: 'signed-out' } };
  expect(await ask(contoso, hers)).toMatchObject(refused);
  const dead = found('vso.code', { isValid: false });
  const [entry] = at.server.ledger.ofUser(user).slice(-1);
  at.server.ledger.revoke(entry?.token.authorizationId ?? '');
  expect(await ask(hostId, dead)).toMatchObject(refused);
  expect(await ask(hostId, 'q7'.repeat(42))).toMatchObject(refused);
});

test.each([
  'vso.code',
  'vso.build_execute vso.code_write',
  'vso.packaging_manage',
  'vso.project vso.work_full vso.wiki_write',
  'vso.agentpools_manage vso.serviceendpoint_query',
  'vso.machinegroup_manage',
  'vso.graph_manage vso.identity vso.notification_diagnostics',
  'app_token',
])('what a token with %s may read is found, area by area, with one read each', async (scope) => {
  const { hostId } = await added('fabrikam');
  const secret = found(scope);
  at.server.requests.length = 0;
  for (const { area, scope: wanted } of readsOf('services')) {
    const expected = includesScope(scope.split(' '), wanted) ? 'open' : 'closed';
    expect([area, await look(hostId, secret, area)]).toEqual([area, { ok: true, value: expected }]);
  }
  const asked = at.server.requests.map(({ method, host, headers }) => [method, host, headers.cookie, headers.origin]);
  expect(asked).toHaveLength(areas.length);
  for (const one of asked)
    expect(one).toEqual(['GET', expect.stringMatching(/^(vssps\.)?dev\.azure\.com$/), undefined, undefined]);
});

test('what the account itself may not is no word about the token, and what fails is none at all', async () => {
  const { hostId } = await added('fabrikam');
  const secret = found('app_token');
  at.server.faults.set('forbidden403', { path: /git\/repositories/i });
  at.server.faults.set('notFound404', { path: /wiki/i });
  at.server.faults.set('error500', { path: /build/i });
  expect(await look(hostId, secret, 'code')).toEqual({ ok: true, value: 'refused' });
  expect(await look(hostId, secret, 'wiki')).toMatchObject({ ok: false, failure: { kind: 'not-found' } });
  at.server.requests.length = 0;
  expect(await look(hostId, secret, 'build')).toMatchObject({ ok: false, failure: { kind: 'unexpected' } });
  expect(at.server.requests).toHaveLength(1);
  expect(await look(hostId, secret, 'no such area')).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  expect(await look(hostId, 'no token', 'code')).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
});

test('nothing of it is kept anywhere: not in storage, not in the report, not in an address', async () => {
  const { hostId } = await added('fabrikam');
  const secret = found('vso.code');
  const warned = vi.spyOn(console, 'warn');
  await call('doctor.recognize', { secret });
  await ask(hostId, secret);
  for (const area of areas) await look(hostId, secret, area);
  const report = await call('diagnostics.read', {});
  const stores = [browser.storage.local.dump(), browser.storage.session.dump()];
  const written = JSON.stringify([
    report,
    stores,
    at.server.requests.map(({ path, query }) => [path, query]),
    warned.mock.calls,
  ]);
  expect(written).not.toContain(secret.slice(0, 12));
  expect(written).not.toContain(Buffer.from(`:${secret}`).toString('base64').slice(4, 20));
  expect(await stored.traces.get()).toEqual([]);
  warned.mockRestore();
});

describe('a token that Patina made', () => {
  async function minted() {
    const by = await added('fabrikam');
    const made = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!made.ok) throw new Error(made.failure.kind);
    const { hostId, token, secret } = made.value;
    await vi.waitFor(async () => expect(await stored.prints(hostId).get()).toHaveLength(1));
    return { hostId, tokenId: token.id, secret: secret.reveal() };
  }

  test('is known again, also when it is revoked, and no other is taken for it', async () => {
    const { secret, ...placed } = await minted();
    at.server.requests.length = 0;
    expect(await call('doctor.recognize', { secret })).toEqual({ ok: true, value: placed });
    const other = `${secret.startsWith('a') ? 'b' : 'a'}${secret.slice(1)}`;
    expect(await call('doctor.recognize', { secret: other })).toEqual({ ok: true, value: null });
    expect(at.server.requests.filter(({ headers }) => headers.authorization !== undefined)).toEqual([]);
  });

  test('is not known by its digest alone: the salt is of this installation', async () => {
    const { hostId, secret } = await minted();
    const [print] = await stored.prints(hostId).get();
    const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret));
    expect(print?.digest).not.toBe(Buffer.from(bytes).toString('hex'));
    await stored.salt.set('another');
    expect(await call('doctor.recognize', { secret })).toEqual({ ok: true, value: null });
  });

  test('is forgotten with its organization, and with everything', async () => {
    const { hostId, tokenId, secret } = await minted();
    await call('secret.forget', { hostId, tokenId });
    await call('hosts.remove', { hostId });
    expect(await call('doctor.recognize', { secret })).toEqual({ ok: true, value: null });
    expect(browser.storage.local.dump()).not.toContain('digest');
    await call('everything.erase', { anyway: true });
    expect(browser.storage.local.dump()).not.toContain('salt');
  });
});

describe('a server on premises', () => {
  const scoped = 'vso.code vso.packaging';
  async function onServer() {
    const server = await createOnPremServer({ profile: 'ads2022', switches: { signIn: 'ntlm' } });
    vi.stubGlobal(
      'fetch',
      reach(server, () => 'patina-dev-signed-in=1'),
    );
    const address = `http://tfs.corp.example:${server.port}/tfs/DefaultCollection`;
    const { hostId } = await added(address);
    const [collection] = server.collections;
    const draft = { userId: user, displayName: 'found', scope: scoped, validTo: Date.now() + 86_400_000 };
    const { secret } = server.ledger.mint({ ...draft, targetAccounts: [collection?.id ?? ''] });
    server.requests.length = 0;
    return { server, hostId, secret };
  }

  test('is shown no token in the clear, unless the user allows that, and as long as they do', async () => {
    const { server, hostId, secret } = await onServer();
    const insecure = { ok: false, failure: { kind: 'insecure' } };
    expect(await ask(hostId, secret)).toMatchObject(insecure);
    expect(await look(hostId, secret, 'code')).toMatchObject(insecure);
    expect(server.requests).toEqual([]);
    const host = (await stored.hosts.get()).find(({ id }) => id === hostId) ?? expect.fail('it is there');
    await allowInsecure(host, true);
    expect(await ask(hostId, secret)).toMatchObject({ ok: true });
    server.requests.length = 0;
    await allowInsecure(host, false);
    expect(await ask(hostId, secret)).toMatchObject(insecure);
    expect(server.requests).toEqual([]);
    await server.close();
  });

  test('is asked by itself, and tells of its packages, too', async () => {
    const { server, hostId, secret } = await onServer();
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [hostId] } });
    expect(await ask(hostId, secret)).toMatchObject({ ok: true, value: { name: 'Normal Paulk' } });
    for (const { area, scope } of readsOf('server')) {
      const expected = includesScope(scoped.split(' '), scope) ? 'open' : 'closed';
      expect([area, await look(hostId, secret, area)]).toEqual([area, { ok: true, value: expected }]);
    }
    expect(server.requests.every(({ method, headers }) => method === 'GET' && headers.cookie === undefined)).toBe(true);
    await server.close();
  });
});

describe('where a token is asked about', () => {
  async function bothKnown() {
    const server = await createOnPremServer({ profile: 'ads2022', switches: { signIn: 'ntlm' } });
    const [cloud, near] = [reach(at.server, () => at.cookie), reach(server, () => 'patina-dev-signed-in=1')];
    const isNear = (address: unknown) => String(address).includes('tfs.corp.example');
    vi.stubGlobal('fetch', ((address, init) => (isNear(address) ? near : cloud)(address, init)) as typeof fetch);
    const { hostId } = await added(`http://tfs.corp.example:${server.port}/tfs/DefaultCollection`);
    await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [hostId] } });
    await added('fabrikam');
    hosts.value = await stored.hosts.get();
    server.requests.length = 0;
    return server;
  }
  const by = (hostId: HostId, identityId: string) => ({ hostId, identityId, purpose: 'clone' });
  const all = () => (examined.value === 'too-long' ? null : examined.value);
  const told = () => all()?.[0]?.asked.map(({ host, answer }) => [host.name, answer?.ok]);

  test('one that the cloud takes, or may take, is shown to no server; one that it refuses is', async () => {
    const server = await bothKnown();
    await examine(`PAT=${found('vso.code')}`);
    expect(told()).toContainEqual(['fabrikam', true]);
    expect(server.requests).toEqual([]);
    at.server.faults.set('error500', { path: /connectiondata/i });
    await examine(`PAT=${found('vso.code')}`);
    expect(told()?.map(([, isOk]) => isOk)).not.toContain(true);
    expect(server.requests).toEqual([]);
    at.server.faults.clear();
    // A policy of the organization, or no membership there: the cloud knows the token.
    at.server.faults.set('forbidden403', { path: /connectiondata/i });
    await examine(`PAT=${found('vso.code')}`);
    expect(server.requests).toEqual([]);
    at.server.faults.clear();
    at.server.faults.set('html200', { path: /connectiondata/i });
    await examine(`PAT=${found('vso.code')}`);
    expect(server.requests).toEqual([]);
    at.server.faults.clear();
    const unknown = mintSecret(Date.now());
    await examine(`PAT=${unknown} and ghp_${'q7'.repeat(18)}`);
    expect(server.requests.filter(({ headers }) => headers.authorization !== undefined)).toHaveLength(1);
    expect(all()?.map(({ isDone }) => isDone)).toEqual([true, true]);
    forget();
    await server.close();
  });

  test('one that was made in the cloud is shown to no server, also when it is over', async () => {
    const server = await bothKnown();
    const cloud = hosts.value.find(({ kind }) => kind === 'services');
    const made = cloud?.identity && (await call('tokens.mint', by(cloud.id, cloud.identity.id)));
    if (!made?.ok) throw new Error('not made');
    await vi.waitFor(async () => expect(await stored.prints(made.value.hostId).get()).toHaveLength(1));
    at.server.ledger.revoke(made.value.token.id);
    await examine(`PAT=${made.value.secret.reveal()}`);
    expect(told()?.map(([, isOk]) => isOk)).not.toContain(true);
    expect(told()).toContainEqual(['fabrikam', false]);
    expect(server.requests).toEqual([]);
    forget();
    await server.close();
  });
});

test('one that works, and that Patina made for another account, is said to be theirs, and not to be gone', () => {
  const { 'one that Patina made for another account': show = () => expect.fail('it is there') } = stories.shown;
  const seen = renderToString(show());
  expect(seen).toContain(message('is_somebodys', 'Raisa Pokrovskaya'));
  expect(seen).not.toContain(message('is_made_here_gone'));
});

test('nothing more is asked about tokens that are forgotten while the first of them is', async () => {
  const { hostId } = await added('fabrikam');
  hosts.value = (await stored.hosts.get()).filter(({ id }) => id === hostId);
  const shown = () => at.server.requests.filter(({ headers }) => headers.authorization !== undefined);
  at.server.requests.length = 0;
  at.server.faults.set('slow', { path: /connectiondata/i, seconds: 5 });
  const examining = examine(`${found('vso.code')}\n${found('vso.work')}`);
  await vi.waitFor(() => expect(shown()).toHaveLength(1));
  expect(examined.value).toHaveLength(2);
  forget();
  at.server.faults.clear();
  await examining;
  expect(shown()).toHaveLength(1);
});

test('what is pasted is nothing that a browser writes down for its next start', () => {
  const { 'before anything': show = () => expect.fail('it is there') } = stories.shown;
  expect(/<textarea[^>]*>/.exec(renderToString(show()))?.[0]).toContain('autocomplete="off"');
});

// Last, since the pause holds for the whole worker.
test('a pause that a server asks for is kept, and what is not asked in it is told as not known', async () => {
  const { hostId } = await added('fabrikam');
  hosts.value = (await stored.hosts.get()).filter(({ id }) => id === hostId);
  const secret = found('app_token');
  at.server.faults.set('throttled429', { path: /process/i, times: 1 });
  const [code, ...others] = areas;
  await examine(secret);
  const [one] = examined.value === 'too-long' ? [] : (examined.value ?? []);
  expect(one?.looks).toEqual([{ area: code, look: 'open' }, ...others.map((area) => ({ area, look: 'unknown' }))]);
  at.server.requests.length = 0;
  expect(await look(hostId, secret, 'code')).toMatchObject({ ok: false, failure: { kind: 'throttled' } });
  expect(at.server.requests).toEqual([]);
});
