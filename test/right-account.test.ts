import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createServer } from '../dev-server/create-server';
import { createOnPremServer, type OnPremOptions } from '../dev-server/onprem/create-onprem-server';
import { users } from '../dev-server/tenant';
import type { Ledger } from '../dev-server/tokens';
import { readAs } from '../src/background/reading/read-as';
import { revokeNow } from '../src/background/revoking/now';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import type { Minted } from '../src/core/minting/minted';
import type { Result } from '../src/core/result';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import type { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { isThorough } from './thorough';

// Somebody signs in as another account, in another tab, at any moment of any deed: nothing is changed under that account
// without being told as such.

type By = { hostId: HostId; identityId: string };
type Server = { port: number; ledger: Ledger; alarms: string[]; close: () => Promise<void> };
/** Before or after the server has answered which request, counted from the begin of the deed. */
type Moment = { index: number; when: 'before' | 'after' };

const { normal, raisa } = users;
let server: Server | undefined;
let cookie = '';
let other = '';
let asked = 0;
let moment: Moment | undefined;
/** What is done to each answer on its way. */
let onAnswer: (url: string, answer: Response) => Response | Promise<Response> = (_, answer) => answer;
const underWay = new Set<Promise<unknown>>();

function network(to: Server): typeof fetch {
  const send = reach(to, () => cookie);
  return async (input, init) => {
    const index = asked++;
    const is = (when: Moment['when']) => moment?.index === index && moment.when === when;
    if (is('before')) cookie = other;
    const sent = send(input, init);
    underWay.add(sent);
    const answer = await sent.finally(() => underWay.delete(sent));
    if (is('after')) cookie = other;
    return await onAnswer(String(input), answer);
  };
}

const places = {
  'the cloud': async () => {
    const started = await createServer();
    cookie = started.signIn();
    other = started.signIn(raisa.id);
    return { server: started, address: 'fabrikam' };
  },
  'the cloud with the lifecycle API open': async () => {
    const started = await createServer({ switches: { patsMode: 'open' } });
    cookie = started.signIn();
    other = started.signIn(raisa.id);
    return { server: started, address: 'fabrikam' };
  },
  'the cloud where changes have to look like those of its pages': async () => {
    const started = await createServer();
    started.faults.set('forbidden403', { method: 'POST', times: 1 });
    started.faults.set('originRefused403', { method: 'DELETE', times: 1 });
    cookie = started.signIn();
    other = started.signIn(raisa.id);
    return { server: started, address: 'fabrikam' };
  },
  'a server': () => onPremises({ profile: 'ads2022' }),
  'a server that makes tokens by its form': () =>
    onPremises({ profile: 'tfs2018', switches: { postsTokens: false, antiforgery: true } }),
};

async function onPremises(options: OnPremOptions) {
  const started = await createOnPremServer(options);
  cookie = `patina-dev-user=${normal.id}`;
  other = `patina-dev-user=${raisa.id}`;
  return { server: started, address: `http://tfs.corp.example:${started.port}/tfs/DefaultCollection` };
}

type Place = keyof typeof places;

/** Somebody who has added a host, with its list on the screen, and with nothing known of its doors. */
async function begin(place: Place): Promise<By> {
  browser.reset();
  moment = undefined;
  onAnswer = (_, answer) => answer;
  const begun = await places[place]();
  server = begun.server;
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', network(begun.server));
  const added = await call('hosts.add', { address: begun.address });
  if (!added.ok) throw new Error(JSON.stringify(added.failure));
  const hostId = added.value;
  await call('settings.save', { settings: { ...DEFAULT_SETTINGS, insecureMinting: [hostId] } });
  await call('tokens.refresh', { hostId });
  await rest();
  await stored.doors(hostId).remove();
  asked = 0;
  return { hostId, identityId: normal.id };
}

/** Nothing is under way any more, also not what nobody waits for. */
async function rest(): Promise<void> {
  let before = -1;
  while (before !== asked || underWay.size > 0) {
    before = asked;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(): Promise<void> {
  await rest();
  expect(server?.alarms).toEqual([]);
  await server?.close();
  server = undefined;
}

beforeEach(() => void vi.useRealTimers());
afterEach(async () => {
  if (server) await end();
  vi.unstubAllGlobals();
});

const tokensOf = (id: string) =>
  new Map(server?.ledger.ofUser(id).map(({ token }) => [token.authorizationId, { ...token }]));

async function workingIds({ hostId }: By): Promise<TokenId[]> {
  const { snapshot } = await stored.reading(hostId).get();
  const now = Date.now();
  return (snapshot?.tokens ?? []).flatMap(({ id, revoked, expiresAt }) =>
    revoked || (expiresAt ?? now) <= now + 86_400_000 ? [] : id,
  );
}

async function oneId(by: By): Promise<TokenId> {
  const [id] = await workingIds(by);
  if (!id) throw new Error('no token works');
  return id;
}

const lifetime = { days: 30 };
const DEEDS: Record<string, (by: By) => Promise<Result<unknown> | undefined>> = {
  mint: (by) => call('tokens.mint', { ...by, purpose: 'clone' }),
  create: (by) => call('tokens.create', { ...by, draft: { name: 'laptop', scopes: ['vso.code'], lifetime } }),
  update: async (by) => call('tokens.update', { ...by, tokenId: await oneId(by), change: { name: 'renamed' } }),
  revoke: async (by) => revokeNow({ ...by, tokenId: await oneId(by) }),
  rotation: async (by) => {
    const tokenId = await oneId(by);
    return call('rotations.start', { ...by, tokenId, keep: 'until-confirmed', lifetime, on: [by] });
  },
  'revoke all': async (by) => {
    const ids = await workingIds(by);
    const typed = (await stored.hosts.get()).find(({ id }) => id === by.hostId)?.name ?? '';
    const placed = (some: TokenId[]) => some.map((tokenId) => ({ hostId: by.hostId, tokenId }));
    const all = { hosts: [by], tokens: placed(ids.slice(0, 3)), kept: placed(ids.slice(3)), typed };
    const begun = await call('revoke-all.start', all);
    if (!begun.ok) return begun;
    await vi.waitFor(async () => expect((await storedRevokeAll.journal.get())?.phase).not.toBe('running'));
    return undefined;
  },
};

/** What was changed under the other account, and whether the user was told. */
async function expectTold(result: Result<unknown> | undefined, before: ReturnType<typeof tokensOf>): Promise<void> {
  const after = tokensOf(raisa.id);
  for (const [id, token] of before) expect(after.get(id), 'no token of the other account changes').toEqual(token);
  const made = [...after.keys()].filter((id) => !before.has(id));
  const minted = result?.ok ? (result.value as Partial<Minted>) : {};
  if (result?.ok === false && result.failure.kind === 'wrong-identity')
    expect(result.failure).toMatchObject({ expected: normal.name, found: raisa.name });
  if (made.length === 0) {
    expect(minted.madeFor ?? null, 'nothing is told that is not so').toBeNull();
    return;
  }
  expect(made).toEqual([minted.token?.id]);
  expect(minted.madeFor).toEqual({ id: raisa.id, name: raisa.name, expected: normal.name });
  expect((await stored.minted.get())[0]?.madeFor?.name).toBe(raisa.name);
  await vi.waitFor(async () =>
    expect(await stored.history.get()).toContainEqual(
      expect.objectContaining({ deed: 'made', tokenId: made[0], by: raisa.name }),
    ),
  );
  expect((await stored.rotations.get()).filter(({ stage }) => stage.state === 'open')).toEqual([]);
}

/** Does a deed with the account changed at one moment; answers whether the deed was long enough for that. */
async function play(place: Place, deed: string, at: Moment): Promise<boolean> {
  const by = await begin(place);
  const before = tokensOf(raisa.id);
  moment = at;
  const result = await DEEDS[deed]?.(by);
  const requests = asked;
  await expectTold(result, before);
  await end();
  return at.index < requests;
}

/** How far it is from one moment to the next: in a quick run the cloud alone has each. */
const stepIn = (place: Place) => (isThorough || place === 'the cloud' ? 1 : 5);

const cases = (Object.keys(places) as Place[]).flatMap((place) =>
  Object.keys(DEEDS)
    .filter((deed) => deed !== 'update' || place.endsWith('open'))
    .map((deed): [string, Place] => [deed, place]),
);

test.each(isThorough ? cases : cases.filter(([deed]) => deed !== 'create'))(
  '%s on %s, with another account from any request on',
  { timeout: 120_000 },
  async (deed, place) => {
    // Before a request is after the one before it, but for the first.
    if (!isThorough) await play(place, deed, { index: 0, when: 'before' });
    for (const when of isThorough ? (['before', 'after'] as const) : (['after'] as const))
      for (let index = 0; await play(place, deed, { index, when }); index += stepIn(place))
        expect(index).toBeLessThan(60);
  },
);

describe('where the other account has the same display name', () => {
  const { name } = raisa;
  beforeEach(() => void Object.assign(raisa, { name: normal.name }));
  afterEach(() => void Object.assign(raisa, { name }));

  test('a token that was made for it is told by what tells the two apart, and so is the history', async () => {
    const by = await begin('the cloud');
    // Signed in as the other one from the create on.
    const send = fetch;
    vi.stubGlobal('fetch', (input: string, init?: RequestInit) => {
      if (init?.method === 'POST') cookie = other;
      return send(input, init);
    });
    const minted = await DEEDS.mint?.(by);
    const [theirs, ours] = [`${normal.name} (${raisa.account})`, `${normal.name} (${normal.account})`];
    expect(minted).toMatchObject({ value: { madeFor: { id: raisa.id, name: theirs, expected: ours } } });
    await vi.waitFor(async () =>
      expect(await stored.history.get()).toContainEqual(expect.objectContaining({ deed: 'made', by: theirs })),
    );
  });

  test('its list in place of the other one is told by that, too', async () => {
    const by = await begin('the cloud');
    cookie = other;
    expect(await readAs(by)).toMatchObject({
      failure: { expected: `${normal.name} (${normal.account})`, found: `${normal.name} (${raisa.account})` },
    });
  });
});

describe('who is signed in is asked anew', () => {
  test('after a pause that the answer asks for, also when that says who it is', { timeout: 60_000 }, async () => {
    const by = await begin('the cloud');
    let paused = false;
    onAnswer = (url, answer) => {
      if (!url.includes('connectionData') || paused) return answer;
      paused = true;
      setTimeout(() => {
        cookie = other;
      }, 300);
      return new Response(answer.body, { headers: { ...Object.fromEntries(answer.headers), 'Retry-After': '1' } });
    };
    const minted = await DEEDS.mint?.(by);
    expect(minted).toMatchObject({ failure: { kind: 'wrong-identity', found: raisa.name, expected: normal.name } });
    expect((await stored.intents.get()).length).toBe(0);
  });

  test('after the queue: nothing that waited there is believed', { timeout: 60_000 }, async () => {
    const by = await begin('the cloud');
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const urls: string[] = [];
    onAnswer = async (url, answer) => {
      urls.push(url);
      if (urls.length <= 4) await gate;
      return answer;
    };
    const readings = ['a', 'b', 'c', 'd'].map((name) =>
      call('hosts.add', { address: `https://dev.azure.com/${name}` }),
    );
    await vi.waitFor(() => expect(urls.length).toBe(4));
    const minting = DEEDS.mint?.(by);
    await new Promise((resolve) => setTimeout(resolve, 50));
    cookie = other;
    open();
    expect(await minting).toMatchObject({ failure: { kind: 'wrong-identity' } });
    await Promise.all(readings);
  });
});

test('a server that asks for a pause with each answer is obeyed once, and not for ever', {
  timeout: 60_000,
}, async () => {
  const by = await begin('the cloud');
  onAnswer = (url, answer) =>
    url.includes('connectionData')
      ? new Response(answer.body, { headers: { ...Object.fromEntries(answer.headers), 'Retry-After': '1' } })
      : answer;
  expect(await DEEDS.mint?.(by)).toMatchObject({ ok: true });
});
