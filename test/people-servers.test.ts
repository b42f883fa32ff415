import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createServer } from '../dev-server/create-server';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { call } from '../src/contract/call';
import type { KnownHost } from '../src/core/host';
import type { Failure } from '../src/core/result';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { message } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { testToken } from '../src/ui/deeds/test-token';
import { failureText } from '../src/ui/words/failures';
import browser from './fakes/browser';
import { reach } from './fakes/network';

// What people were seen to meet at their own servers, and wrote about in public.

let server: OnPremServer;
const root = (scheme: string) => `${scheme}://tfs.corp.example:${server.port}/tfs/DefaultCollection`;
const toServer = () => reach(server, () => '');

/** The same server under both schemes: what guards the way to it is not what is played here. */
const eitherWay =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    send(String(input).replace(/^https:/, 'http:'), init);

beforeEach(async () => {
  browser.reset();
  server = await createOnPremServer({ profile: 'ads2022' });
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', eitherWay(toServer()));
});

afterEach(async () => {
  await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
  vi.unstubAllGlobals();
  await server.close();
});

const textOf = (failure: Failure) => failureText(failure, { host: 'the server', now: Date.now() });

async function added(address: string): Promise<KnownHost> {
  const answer = await call('hosts.add', { address });
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  const host = (await stored.hosts.get()).find(({ id }) => id === answer.value);
  if (!host) throw new Error('not kept');
  await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [host.id] } });
  return host;
}

async function refusalOf(address: string): Promise<Failure> {
  const answer = await call('hosts.add', { address });
  if (answer.ok) throw new Error('added');
  return answer.failure;
}

async function failureOfList({ id }: KnownHost): Promise<Failure> {
  await call('tokens.refresh', { hostId: id });
  const { failure } = await stored.reading(id).get();
  if (!failure) throw new Error('read');
  return failure;
}

describe('a server whose certificate the browser does not trust', () => {
  let untrusted: Awaited<ReturnType<typeof createServer>>;
  beforeEach(async () => {
    untrusted = await createServer();
  });
  afterEach(() => untrusted.close());

  /** A real refusal by TLS: the authority of that certificate is nobody's. */
  const distrust = () =>
    vi.stubGlobal(
      'fetch',
      reach({ port: untrusted.port }, () => ''),
    );

  const says = () => {
    const { origin } = new URL(root('https'));
    const words = new RegExp(`^${origin} cannot be reached.*certificate\\. Open ${origin} in a tab`);
    return (failure: Failure) => expect(textOf(failure)).toMatch(words);
  };

  test('is told that this may be why, when it is added', async () => {
    distrust();
    says()(await refusalOf(root('https')));
    expect(untrusted.requests).toEqual([]);
  });

  test('is told that, when its list is read or a token is to be made, and the list of before stays', async () => {
    const host = await added(root('https'));
    await call('tokens.refresh', { hostId: host.id });
    distrust();
    says()(await failureOfList(host));
    expect((await stored.reading(host.id).get()).snapshot?.tokens.length).toBeGreaterThan(0);
    const by = { hostId: host.id, identityId: host.identity?.id ?? '' };
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(minted.ok).toBe(false);
    if (!minted.ok) says()(minted.failure);
  });

  test('nothing of it is said of the cloud, or of a server without one', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    for (const address of ['fabrikam', root('http')])
      expect(textOf(await refusalOf(address))).toBe(message('fail_offline'));
  });
});

describe('a server with IIS Basic authentication before it', () => {
  async function tested(host: KnownHost, atRoot: boolean) {
    const by = { hostId: host.id, identityId: host.identity?.id ?? '' };
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!minted.ok) throw new Error(JSON.stringify(minted.failure));
    return await testToken(minted.value, host, atRoot);
  }

  test.each([false, true])('Test token names that as a cause, and what to do (at the root: %s)', async (atRoot) => {
    server.switches.takesTokensForPasswords = true;
    const { good, text } = await tested(await added(root('http')), atRoot);
    expect(good).toBe(false);
    expect(text).toMatch(/ask an administrator to switch off IIS Basic authentication/);
  });

  test('nothing of it is said where the token is taken', async () => {
    const { good, text } = await tested(await added(root('http')), false);
    expect([good, text.includes('IIS')]).toEqual([true, false]);
  });

  test('nor of an organization in the cloud, which has no such thing', () => {
    expect(message('test_refused', 'fabrikam')).not.toMatch(/IIS/);
  });
});

describe('a server that redirects http to https', () => {
  const moved = () => {
    const send = toServer();
    const redirects = () => Promise.resolve(new Response(null, { status: 301, headers: { Location: root('https') } }));
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) =>
      input.startsWith('http:') ? redirects() : eitherWay(send)(input, init),
    );
  };

  test('is told as that when it is added, with the address to add', async () => {
    moved();
    expect(textOf(await refusalOf(root('http')))).toBe(message('fail_invalid_address_https'));
    expect(await stored.hosts.get()).toEqual([]);
  });

  test('is told as that when it was known by http', async () => {
    const host = await added(root('http'));
    moved();
    expect(textOf(await failureOfList(host))).toBe(message('fail_invalid_address_https'));
  });

  test('is told as a possibility where its new address may not be asked, or does not answer', async () => {
    const host = await added(root('http'));
    moved();
    const { origin } = new URL(root('https'));
    browser.permissions.denied.add(`${origin}/*`);
    expect(await failureOfList(host)).toMatchObject({ kind: 'signed-out', perhapsAt: expect.stringMatching(origin) });
    browser.permissions.denied.delete(`${origin}/*`);
    vi.stubGlobal('fetch', (input: string) =>
      input.startsWith('http:')
        ? Promise.resolve(new Response(null, { status: 302, headers: { Location: root('https') } }))
        : Promise.reject(new TypeError('Failed to fetch')),
    );
    const failure = await failureOfList(host);
    expect(failure).toMatchObject({ kind: 'signed-out', perhapsAt: expect.stringMatching(origin) });
    expect(message('sign_in_perhaps_https', origin)).toMatch(/may answer at https:.* now/);
  });
});
