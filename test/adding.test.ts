import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { webAddress } from './any-text';
import '../src/background/index';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { call } from '../src/contract/call';
import type { ServerHost } from '../src/core/host';
import { giveBackRest } from '../src/platform/permission';
import { stored } from '../src/platform/stored';
import { addHostInPopup, askAndAddHost, lookAgain, stopWaiting } from '../src/ui/deeds/adding';
import { update } from '../src/ui/deeds/update';
import { loadPending, pending } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { hush, notices } from '../src/ui/stores/notice';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

const SERVICES = ['https://dev.azure.com/*', 'https://vssps.dev.azure.com/*'];
const OLDER = ['https://*.visualstudio.com/*'];

let sent: string[] = [];

/** Nobody is an Azure DevOps, and every address that is asked is written down. */
function nobodyAnswers() {
  sent = [];
  vi.stubGlobal('fetch', async (url: string) => {
    sent.push(url);
    return new Response('nothing here', { status: 404 });
  });
}

const originsSent = () => [...new Set(sent.map((url) => new URL(url).origin))];

/** As no literal in a file may look: 52 letters and digits. */
const mintedHere = () => `${BigInt(`0x${randomBytes(40).toString('hex')}`).toString(36)}z9`.slice(-52);

const kept = () => [browser.storage.local.dump(), browser.storage.session.dump()].join();

describe('the question of the browser', () => {
  beforeEach(nobodyAnswers);

  test.each([
    ['https://*', undefined],
    ['*:443', undefined],
    ['http://*/_git', undefined],
    ['https://*.example.com/_git/x', undefined],
    ['https://tfs*.example.com/', undefined],
    ['https://%2A.example.com/', undefined],
    ['ftp://files.example/x', undefined],
    ['file:///etc/passwd', undefined],
    ['https://evil.example\\@good.example/x', ['https://evil.example/*']],
    ['https://evil.example#@fabrikam.visualstudio.com', ['https://evil.example/*']],
    ['https://evil.example?@dev.azure.com/fabrikam', ['https://evil.example/*']],
    ['https://dev.azure.com@evil.example/fabrikam', ['https://evil.example/*']],
    ['https://a@b@evil.example/x', ['https://evil.example/*']],
    ['https://evil。example/x', ['https://evil.example/*']],
    ['https://dev．azure．com/fabrikam', SERVICES],
    ['https:\\\\dev.azure.com\\fabrikam', SERVICES],
    ['fabrikam', SERVICES],
    ['https://fabrikam.visualstudio.com.evil.example/', ['https://fabrikam.visualstudio.com.evil.example/*']],
    ['http://tfs:8080/tfs', ['http://tfs:8080/*']],
    ['https://tfs.corp.example:443/tfs', ['https://tfs.corp.example/*']],
  ])('%s is asked for as what it is', async (text, expected) => {
    await askAndAddHost(text);
    expect(browser.permissions.asked).toEqual(expected ? [expected] : []);
    expect(originsSent().filter((origin) => !expected?.includes(`${origin}/*`))).toEqual([]);
  });

  test('is always for exactly the origin that is then asked, and what led to no host is given back', async () => {
    const pieces = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'HTTPS:',
        '//',
        '\\',
        '/',
        '@',
        ':',
        '#',
        '?',
        '*',
        '.',
        '。',
        '．',
        '%2e',
        '%40',
        '%00',
      ],
      ...[
        'evil.example',
        'good.example',
        'dev.azure.com',
        'fabrikam',
        '.visualstudio.com',
        '443',
        '[::1]',
        '10.0.0.5',
        ' ',
        'ü',
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
      webAddress,
      fc.string(),
    );
    const isAskedFirst = async (text: string) => {
      nobodyAnswers();
      browser.permissions.asked = [];
      await askAndAddHost(text);
      const asked = browser.permissions.asked.flat();
      for (const origin of originsSent()) {
        const isOlder = origin.endsWith('.visualstudio.com');
        expect(asked).toContain(isOlder && asked.includes(OLDER[0] ?? '') ? OLDER[0] : `${origin}/*`);
      }
      expect(asked.filter((each) => each.includes('*', 8) && !each.endsWith('/*') && each !== OLDER[0])).toEqual([]);
      expect([...browser.permissions.given].filter((each) => !SERVICES.includes(each))).toEqual([]);
    };
    await fc.assert(fc.asyncProperty(texts, isAskedFirst), { numRuns: 200 });
  });

  test('what another host needs is not given back with what failed', async () => {
    await stored.hosts.set([]);
    browser.permissions.given.add('https://wanted.example/*');
    await call('hosts.pend', { address: 'https://wanted.example/tfs' });
    await call('hosts.add', { address: 'https://tfs.corp.example/tfs' });
    expect([...browser.permissions.given]).toEqual(['https://wanted.example/*']);
  });
});

test('what nobody needs is given back when the browser starts', async () => {
  await added('fabrikam');
  for (const each of [...SERVICES, 'https://*/*', 'https://gone.example/*']) browser.permissions.given.add(each);
  browser.runtime.onStartup.fire();
  await vi.waitFor(() => expect([...browser.permissions.given]).toEqual(SERVICES));
});

test.each([
  ['alone stays', ['https://*/*'], ['https://*/*']],
  ['as well is given back', ['https://*/*', 'https://tfs.corp.example/*'], ['https://tfs.corp.example/*']],
])('what covers every host and by which a server is reached %s', async (_, given, left) => {
  browser.permissions.given = new Set(given);
  await giveBackRest([{ kind: 'server', root: 'https://tfs.corp.example/tfs/C' } as ServerHost]);
  expect([...browser.permissions.given]).toEqual(left);
});

describe('a secret in a pasted text', () => {
  const secret = mintedHere();
  const texts = [
    `https://me:${secret}@tfs.corp.example/tfs/C/_git/r`,
    `https://${secret}@dev.azure.com/fabrikam/_git/r`,
    `https://tfs.corp.example/tfs/C?token=${secret}`,
    `https://tfs.corp.example/tfs/C#${secret}`,
    `https://tfs.corp.example/tfs/${secret}/_git/r`,
    `https://me:${encodeURIComponent(`p/${secret}`)}@tfs.corp.example/`,
    `https://${secret}.example/`,
    `https://me:${secret}@*.corp.example/`,
    secret,
  ];

  test.each(texts.map((text, index) => ({ index, text })))('is told, and goes nowhere ($index)', async ({ text }) => {
    nobodyAnswers();
    for (const deed of [addHostInPopup, askAndAddHost]) {
      await deed(text);
      expect(notices.value[0]?.text).toMatch(/That text had a token or a password in it/);
      const seen = [...sent, ...browser.tabs.open.map(({ url }) => url), kept(), notices.value[0]?.text].join('\n');
      expect(seen.toLowerCase()).not.toContain(secret);
    }
  });

  test('what is no secret is not called one', async () => {
    for (const text of [
      'https://fabrikam@dev.azure.com/fabrikam/_git/r',
      'git@ssh.dev.azure.com:v3/fabrikam/Project/repo',
      'http://tfs:8080/tfs/C/_git/r/commit/0a1b2c3d4e5f60718293a4b5c6d7e8f901234567',
      'https://dev.azure.com/fabrikam/_apis/x/aaaaaaaa-0000-4000-8000-000000000000?version=GBmain',
    ]) {
      hush();
      await addHostInPopup(text);
      expect(notices.value[0] ?? { text: '' }).not.toMatchObject({
        text: expect.stringMatching(/a token or a password/),
      });
    }
  });
});

test('hosts that the browser holds back are asked for by Allow access, and the list comes back', async () => {
  const by = await added('fabrikam');
  for (const each of SERVICES) browser.permissions.denied.add(each);
  const refused = await call('tokens.refresh', { hostId: by.hostId });
  const address = refused.ok || refused.failure.kind !== 'permission' ? '' : refused.failure.address;
  await askAndAddHost(address);
  expect(browser.permissions.asked).toEqual([SERVICES]);
  expect(await call('tokens.refresh', { hostId: by.hostId })).toEqual({ ok: true });
  expect(at.server.requests.length).toBeGreaterThan(0);
});

test('the tab that goes on is told the address by memory, and not by its own address', async () => {
  browser.permissions.denied.add('https://tfs.corp.example/*');
  await addHostInPopup('https://someone@tfs.corp.example/tfs/C/_git/r?x=1#y');
  expect(browser.tabs.open.map(({ url }) => url)).toEqual(['chrome-extension://patina/src/page/index.html#add']);
  expect(await stored.pending.get()).toEqual({ address: 'https://tfs.corp.example/tfs/C', signInUrl: null });
});

test('an organization that is added again while nobody is signed in there has nobody, and asks to sign in', async () => {
  const { hostId } = await added('fabrikam');
  at.cookie = '';
  expect(await call('hosts.add', { address: 'fabrikam' })).toEqual({ ok: true, value: hostId });
  expect((await stored.hosts.get()).find(({ id }) => id === hostId)?.identity).toBeNull();
});

test('a server that waits and does not answer holds up no list', async () => {
  const { hostId } = await added('fabrikam');
  const address = 'https://tfs.corp.example/tfs';
  await stored.pending.set({ address, signInUrl: address });
  await Promise.all([load(), loadPending()]);
  let giveUp = () => {};
  const silence = new Promise<Response>((_, reject) => {
    giveUp = () => reject(new TypeError('Failed to fetch'));
  });
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) =>
    url.startsWith('https://tfs.corp') ? silence : fetch(url, init),
  );
  const updated = update();
  try {
    await vi.waitFor(async () => expect((await stored.reading(hostId).get()).snapshot).not.toBeNull());
  } finally {
    giveUp();
    await updated;
  }
});

describe.each(['ntlm', 'negotiate', 'basic'] as const)(
  'a server to which the browser did not sign in (%s)',
  (signIn) => {
    let server: OnPremServer;
    const start = async () => {
      server = await createOnPremServer({ profile: 'ads2022', switches: { signIn } });
      vi.stubGlobal(
        'fetch',
        reach(server, () => ''),
      );
      return `http://tfs.corp.example:${server.port}/tfs/DefaultCollection`;
    };
    afterEach(async () => {
      await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
      await server.close();
    });

    test('waits with its address and its leave, and is added once it answers', async () => {
      const address = await start();
      await loadPending();
      await askAndAddHost(`${address}/Project/_git/r?x=1`);
      expect(notices.value).toEqual([{ role: 'alert', text: expect.stringMatching(/signed out/) }]);
      expect(pending.value).toEqual({ address: `${address}/Project`, signInUrl: `${address}/Project` });
      expect([...browser.permissions.given]).toEqual([`http://tfs.corp.example:${server.port}/*`]);
      await lookAgain();
      expect(await stored.hosts.get()).toEqual([]);
      server.switches.signIn = 'open';
      await lookAgain();
      expect(await stored.hosts.get()).toMatchObject([{ root: address, identity: { name: 'Normal Paulk' } }]);
      await vi.waitFor(() => expect(pending.value).toBeNull());
    });

    test('is waited for no longer when the user says so, and its leave is given back', async () => {
      await loadPending();
      await askAndAddHost(await start());
      await stopWaiting();
      expect(await stored.pending.get()).toBeNull();
      expect([...browser.permissions.given]).toEqual([]);
    });
  },
);
