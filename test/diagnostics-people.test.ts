import { describe, expect, test, vi } from 'vitest';
import { users } from '../dev-server/tenant';
import { trace } from '../src/azure/trace';
import '../src/background/index';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import { Host } from '../src/core/host';
import { digestOf } from '../src/platform/digest';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { report } from './fakes/report';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// What people have met and told, each as the reader of a report sees it, who has nothing but the text.

const at = eachOnAServiceOfItsOwn();

type By = { hostId: HostId; identityId: string };
type Situation = [what: string, play: (by: By) => Promise<unknown>, signs: RegExp[]];

const handedOver = (recipe: string, fields: Record<string, string>) => (by: By) =>
  call('handOver.remember', { hostId: by.hostId, handOver: { recipe, shell: 'bash', fields } });

const token = { kind: 'forbidden', explained: false } as const;

/** A request to a server that failed, with a token alone as Test token sends it. */
async function asked(url: string, challenge?: string): Promise<void> {
  const headers = new Headers(challenge === undefined ? {} : { 'WWW-Authenticate': challenge });
  const answer = { status: 401, redirected: false, headers, text: '', json: undefined, isJson: false };
  trace({ method: 'GET', url, secret: 'there is one' }, token, answer as never); // what else it has is not told
  await vi.waitFor(async () => expect(await stored.traces.get()).not.toEqual([]));
}

async function copies(clipboard: object, then: () => unknown): Promise<void> {
  vi.stubGlobal('navigator', { userAgent: 'a browser', clipboard });
  await call('clipboard.note', { digest: digestOf('copied'), of: digestOf('copied') });
  await then();
  await vi.waitFor(async () => expect(await stored.events.get()).toHaveLength(2));
}

const writeText = async () => undefined;

const learned = { cut: { days: 30, at: Date.now() }, tooLong: null, fullAccess: null, creation: null };

const SITUATIONS: Situation[] = [
  [
    'an agent with a token of one collection was told the root of the server',
    () => asked('https://tfs.corp.example/tfs/_apis/connectionData'),
    [/GET connectionData 401 .*server over https, 1 names above the endpoint.*with a token alone/],
  ],
  ['a token for all organizations was rotated', async () => undefined, [/\d+ for all organizations/]],
  [
    'a token that nobody used was ended',
    async () => undefined,
    [/\d+ tokens may be ended .* 90 days; last use cannot/],
  ],
  ['tfx takes no token of one organization', handedOver('tfx', {}), [/by recipe: tfx as bash, with no field/]],
  [
    'a rotation asks for longer than the tenant allows',
    ({ hostId, identityId }) =>
      stored.limits(hostId).set({ ...learned, identityId: identityId as never, packaging: null, rounding: null }),
    [/limits learned: longest 30 days/],
  ],
  [
    'git asks with the path of a repository',
    handedOver('git-helper', { project: 'p', repository: 'r' }),
    [/by recipe: git-helper as bash, with project, repository/],
  ],
  [
    'tokens of tools end every day',
    async () => undefined,
    [/tokens of tools not counted/, /\d+ active tokens of tools/],
  ],
  [
    'a token was revoked by somebody else',
    async ({ hostId }) => {
      const snapshot = (await stored.reading(hostId).get()).snapshot;
      const works = snapshot?.tokens.find(({ revoked, expiresAt }) => !revoked && (expiresAt ?? 0) > Date.now());
      at.server.ledger.revoke(works?.id ?? '');
      await call('tokens.refresh', { hostId });
      await vi.waitFor(async () => expect(await stored.endedElsewhere.get()).toHaveLength(1));
    },
    [/1 tokens that somebody else revoked/],
  ],
  [
    'another account has signed in meanwhile',
    async ({ hostId }) => {
      at.cookie = at.server.signIn(users.raisa.id);
      await call('tokens.refresh', { hostId });
    },
    [/1 other accounts watched, with \d+ ends/],
  ],
  [
    'a deed was pressed as one account, and another of that name is signed in',
    ({ hostId }) =>
      call('tokens.mint', { hostId, identityId: '6b2f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b22', purpose: 'clone' }),
    [/tokens\.mint -> wrong-identity/],
  ],
  [
    'the disk takes nothing more',
    async ({ hostId }) => {
      const { set } = browser.storage.local;
      browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      await call('tokens.refresh', { hostId });
      browser.storage.local.set = set;
    },
    [/Storage: \d+ bytes; it refused the lists of 1 hosts/],
  ],
  ['npm warns of a setting', handedOver('npm', { feed: 'f' }), [/by recipe: npm as bash, with feed/]],
  [
    'an organization goes by a new name',
    async ({ hostId }) => {
      const hosts = await stored.hosts.get();
      const instanceId = '6b2f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b33' as never;
      await stored.hosts.set(hosts.map((host) => (host.id === hostId ? { ...host, ...RENAMED, instanceId } : host)));
    },
    [/known again by its own id, renamed since it was added/],
  ],
  [
    'a text that was pasted is not understood',
    () => call('hosts.add', { address: 'no address at all' }),
    [/hosts\.add -> invalid/],
  ],
  [
    'a token that one makes every week raises an alarm',
    ({ hostId, identityId }) =>
      stored.always(hostId).set([{ identityId: identityId as never, pattern: 'x#', scopes: [] }]),
    [/1 patterns of own tokens/],
  ],
  [
    'the system drops a write to the clipboard, and nobody may look',
    () => copies({ writeText }, () => call('clipboard.clear', {})),
    [/to be cleared after 60 s/, /cleared by a press: the system was told to empty it, and nobody looked/],
  ],
  [
    'something else was copied before the minute was over',
    () =>
      copies({ writeText, readText: async () => 'something else' }, () => {
        browser.permissions.granted.add('clipboardRead');
        vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61_000 });
        browser.alarms.onAlarm.fire({ name: 'clear-clipboard' });
      }).finally(() => vi.useRealTimers()),
    [/cleared by time: left, since it held something else/, /clipboard cleared after 60 s/],
  ],
  [
    'the session lives in a private window, or in a container',
    async () => {
      const url = 'https://dev.azure.com/fabrikam/_git';
      const common = { url, active: false };
      browser.tabs.open = [
        { ...common, id: 1, incognito: true },
        { ...common, id: 2, cookieStoreId: 'firefox-container-2' },
      ] as unknown as typeof browser.tabs.open; // Firefox has more in a tab
    },
    [/open tabs of it: 2 \(1 in a private window, 1 in a container\)/],
  ],
  [
    'Basic authentication before the server refuses every token',
    () => asked('http://tfs.corp.example/tfs/One/_apis/connectionData', 'Basic realm="x", Negotiate'),
    [/server over http, 2 names above the endpoint.*asks for: Negotiate, Basic; with a token alone/],
  ],
  [
    'one signs in to an organization only when one needs it',
    async ({ hostId }) => await stored.settings.update((settings) => ({ ...settings, onDemand: [hostId] })),
    [/1 hosts signed in to when needed/],
  ],
  ['uv does not find the token', handedOver('uv', { feed: 'f' }), [/by recipe: uv as bash, with feed/]],
  [
    'a browser asks for leave before it lets anybody into a private network',
    () => asked('http://10.0.0.5:8080/tfs/One/_apis/connectionData'),
    [/server over http in a private network/],
  ],
];

const RENAMED = Host.parse({ id: 'services:fabrikam', kind: 'services', name: 'renamed', domain: 'dev.azure.com' });

describe('the diagnostics tell that', () => {
  test.each(SITUATIONS)('%s', async (_, play, signs) => {
    const by = await added('fabrikam');
    await call('tokens.refresh', { hostId: by.hostId });
    await play(by);
    await vi.waitFor(async () => {
      const text = await report();
      for (const sign of signs) expect(text).toMatch(sign);
    });
  });
});

test('no word of a recipe, a failure or a deed can carry a name into it', async () => {
  const by = await added('fabrikam');
  await handedOver('fa brikam: 100%', { 'Contoso 5': 'x' })(by);
  await stored.events.set([{ at: 0, what: 'deed', deed: 'tokens.mint\nInjected: 1', kind: '10.0.0.5' }]);
  const text = await report();
  expect(text).not.toMatch(/^Injected/m);
  expect(text).not.toMatch(/100%|10\.0\.0\.5/);
});
