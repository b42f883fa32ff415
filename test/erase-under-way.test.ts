import { afterEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createServer, type DevServer } from '../dev-server/create-server';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import type { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added } from './fakes/service';
import { isThorough } from './thorough';

// Everything is erased, or an organization removed, at each request and each step of storage of a deed: nothing is sent
// or written after it.

type By = { hostId: HostId; identityId: string };
type Area = typeof browser.storage.local;

/** Each step, and each request, or as many as there is time for. */
const EVERY = isThorough ? 1 : 29;
const EVERY_REQUEST = isThorough ? 1 : 5;

let server: DevServer | undefined;
/** Which step of the deed comes next, which of its requests, and what is done at it: the step waits for what that answers. */
let steps = 0;
let requests = 0;
let pending = 0;
/** The changes that were sent, counted where they leave: the server hears of the last one some time later. */
let changes = 0;
let onStep: (step: number, request?: number) => Promise<unknown> | undefined = () => undefined;
const plain = [browser.storage.local, browser.storage.session].map((area) => ({ area, ...area }));

async function begin({ canChange = false } = {}): Promise<By> {
  browser.reset();
  onStep = () => undefined;
  server = await createServer();
  if (canChange) server.switches.patsMode = 'open';
  const cookie = server.signIn();
  const send = reach(server, () => cookie);
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    await onStep(steps++, requests++);
    init.signal?.throwIfAborted();
    if (init.method !== undefined && init.method !== 'GET') changes += 1;
    pending += 1;
    return await send(input, init).finally(() => {
      pending -= 1;
    });
  });
  for (const { area, get, set } of plain) {
    area.get = async (key: string | string[] | null) => {
      const found = await get(key);
      await onStep(steps++);
      return found;
    };
    area.set = async (items: Record<string, unknown>) => {
      await onStep(steps++);
      await set(items);
    };
  }
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  await rest();
  steps = 0;
  requests = 0;
  return by;
}

async function rest(): Promise<void> {
  let before = -1;
  while (before !== steps || pending > 0) {
    before = steps;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}

afterEach(async () => {
  for (const { area, get, set } of plain) Object.assign(area, { get, set } satisfies Partial<Area>);
  await vi.waitFor(() => expect(server?.requests.every(({ status }) => status !== undefined)).toBe(true));
  vi.unstubAllGlobals();
  expect(server?.alarms).toEqual([]);
  await server?.close();
});

const everythingKept = () => `${browser.storage.local.dump()}${browser.storage.session.dump()}`;

async function oneId({ hostId }: By): Promise<TokenId> {
  const { snapshot } = await stored.reading(hostId).get();
  const token = snapshot?.tokens.find(({ revoked, expiresAt }) => !revoked && (expiresAt ?? 0) > Date.now());
  if (!token) throw new Error('no token works');
  return token.id;
}

const DEEDS = {
  refresh: ({ hostId }) => call('tokens.refresh', { hostId }),
  mint: (by) => call('tokens.mint', { ...by, purpose: 'clone' }),
  rotation: async (by) => {
    const tokenId = await oneId(by);
    const more = { keep: 'until-confirmed' as const, lifetime: { days: 30 }, on: [by] };
    return await call('rotations.start', { ...by, tokenId, ...more });
  },
  'a new organization': () => call('hosts.add', { address: 'contoso' }),
} satisfies Record<string, (by: By) => Promise<unknown>>;

type Moment = (step: number, request?: number) => boolean;

/** Erases at one step of a deed, which waits for the end of that or not; answers whether there is that step. */
async function eraseAt(deed: keyof typeof DEEDS, isThen: Moment, waits: boolean): Promise<boolean> {
  const by = await begin();
  let erased: Promise<unknown> | undefined;
  let sent: number | undefined;
  let then = '';
  onStep = (step, request) => {
    if (!isThen(step, request)) return undefined;
    then = `${deed}, erased at step ${step}`;
    erased = call('everything.erase', { anyway: true }).then((answer) => {
      sent = changes;
      return answer;
    });
    return waits ? erased : undefined;
  };
  await DEEDS[deed](by);
  await rest();
  await erased;
  await rest();
  const answer = await erased; // on a busy machine that step may come as late
  await rest();
  if (erased !== undefined) {
    expect(answer).toEqual({ ok: true, value: [] });
    expect(everythingKept(), then).not.toMatch(/fabrikam|contoso|Paulk|[0-9a-f]{8}-/);
    expect(changes, `sent after ${then}`).toBe(sent);
  }
  await server?.close();
  return erased !== undefined;
}

describe.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])('erasing everything during %s', (deed) => {
  test('at each of its steps', { timeout: 180_000 }, async () => {
    for (let at = 0; await eraseAt(deed, (step) => step === at, false); at += EVERY) expect(at).toBeLessThan(200);
  });
  test('at each of its requests, which end after it', { timeout: 180_000 }, async () => {
    for (let at = 0; await eraseAt(deed, (_, request) => request === at, true); at += EVERY_REQUEST)
      expect(at).toBeLessThan(200);
  });
  test('at some steps of storage, which end after it', { timeout: 180_000 }, async () => {
    for (let at = 1; await eraseAt(deed, (step) => step === at, true); at += 3 * EVERY) expect(at).toBeLessThan(200);
  });
});

/** A rotation of which the first new token is made. */
async function rotating(by: By): Promise<{ rotationId: string; tokenId: TokenId }> {
  const tokenId = await oneId(by);
  const more = { keep: 'until-confirmed' as const, lifetime: { days: 30 }, on: [by] };
  await call('rotations.start', { ...by, tokenId, ...more });
  const [rotation] = await stored.rotations.get();
  return { rotationId: rotation?.id ?? '', tokenId };
}

const OK = { ok: true };

type Entry = Awaited<ReturnType<typeof stored.history.get>>[number];
/** A deed that is ready to be pressed: what it answers, and its words in the history. */
type Ready = { press: () => Promise<{ ok: boolean }>; told: Partial<Entry> };

/** Everything that changes a token, by the word that erasing everything asks about it with. */
const PRESSES: [what: string, word: string, ready: (by: By) => Promise<Ready>][] = [
  [
    'a mint',
    'create',
    async (by) => ({ press: () => call('tokens.mint', { ...by, purpose: 'clone' }), told: { deed: 'made' } }),
  ],
  [
    'an edit',
    'change',
    async (by) => {
      const tokenId = await oneId(by);
      const change = { name: 'renamed' };
      return { press: () => call('tokens.update', { ...by, tokenId, change }), told: { deed: 'edited', tokenId } };
    },
  ],
  [
    'an extension',
    'change',
    async (by) => {
      const tokenId = await oneId(by);
      const change = { lifetime: { days: 90 } };
      return { press: () => call('tokens.update', { ...by, tokenId, change }), told: { deed: 'extended', tokenId } };
    },
  ],
  [
    'the beginning of a rotation',
    'create',
    async (by) => {
      const tokenId = await oneId(by);
      const more = { keep: 'until-confirmed' as const, lifetime: { days: 30 }, on: [by] };
      return { press: () => call('rotations.start', { ...by, tokenId, ...more }), told: { deed: 'made' } };
    },
  ],
  [
    'the end of a rotation',
    'rotation',
    async (by) => {
      const { rotationId, tokenId } = await rotating(by);
      const end = { ...by, rotationId, by: 'confirmed' as const };
      return { press: () => call('rotations.end', end), told: { deed: 'revoked', tokenId } };
    },
  ],
];

/** What the server has, whatever the history says. */
const onServer = (tokenId: TokenId | null | undefined) => tokenId && server?.ledger.find(tokenId)?.token;

describe.each(PRESSES)('%s', (_, word, ready) => {
  test(`is asked about as "${word}" from the press on, and goes on`, async () => {
    const { press, told } = await ready(await begin({ canChange: true }));
    const pressed = press();
    const asked = await call('everything.erase', { anyway: false });
    expect(asked).toMatchObject({ ok: true, value: expect.arrayContaining([word]) });
    expect((await pressed).ok).toBe(true);
    await rest();
    expect(await stored.history.get()).toContainEqual(expect.objectContaining({ ...told, outcome: 'done' }));
  });

  test('is done, and told with its name, before its organization is removed', { timeout: 180_000 }, async () => {
    for (let at = -1, isRemoved = true; isRemoved; at += at < 0 ? 1 : EVERY) {
      const by = await begin({ canChange: true });
      const { press, told } = await ready(by);
      await rest();
      steps = 0;
      let removed: Promise<unknown> | undefined;
      onStep = (step) => {
        if (step === at) removed = call('hosts.remove', { hostId: by.hostId });
        return undefined;
      };
      const pressed = press();
      if (at < 0) removed = call('hosts.remove', { hostId: by.hostId });
      await pressed;
      await removed;
      await rest();
      const entry = (await stored.history.get()).findLast(({ deed }) => deed === told.deed);
      expect(entry, `removed at step ${at}`).toMatchObject({ ...told, outcome: 'done', host: 'fabrikam' });
      expect(entry?.name).not.toBe('');
      if (told.deed === 'revoked') expect(onServer(told.tokenId)).toMatchObject({ isValid: false });
      if (told.deed === 'edited') expect(onServer(told.tokenId)).toMatchObject({ displayName: 'renamed' });
      if (told.deed === 'made') expect(onServer(entry?.tokenId)).toMatchObject({ isValid: true });
      isRemoved = removed !== undefined;
      await server?.close();
    }
  });
});

describe('removing an organization', () => {
  test.each(['refresh', 'mint', 'rotation'] as const)('during %s', { timeout: 180_000 }, async (deed) => {
    let removed: Promise<void> | undefined;
    for (let at = 0; at === 0 || removed !== undefined; at += EVERY) {
      const by = await begin();
      removed = undefined;
      let sent: number | undefined;
      onStep = (step) => {
        if (step === at)
          removed = call('hosts.remove', { hostId: by.hostId }).then(() => {
            sent = changes;
          });
        return undefined;
      };
      await DEEDS[deed](by);
      await rest();
      await removed;
      await rest();
      const { history, ...left } = Object.assign({}, await plain[0]?.get(null), await plain[1]?.get(null));
      const naming = Object.entries(left).filter((entry) => JSON.stringify(entry).includes(by.hostId));
      if (removed !== undefined) expect(naming, `at step ${at}`).toEqual([]);
      if (removed !== undefined) expect(changes).toBe(sent);
      await server?.close();
    }
  });

  test('during revoke all: what was revoked by then keeps its name', async () => {
    const by = await begin();
    const { snapshot } = await stored.reading(by.hostId).get();
    const works = snapshot?.tokens.filter(({ revoked, expiresAt }) => !revoked && (expiresAt ?? 0) > Date.now()) ?? [];
    const tokens = works.map(({ id }) => ({ hostId: by.hostId, tokenId: id }));
    expect(await call('revoke-all.start', { hosts: [by], tokens, kept: [], typed: 'fabrikam' })).toMatchObject(OK);
    await vi.waitFor(() => expect(works.some(({ id }) => onServer(id)?.isValid === false)).toBe(true));
    await call('hosts.remove', { hostId: by.hostId });
    await call('revoke-all.stop', {});
    expect(await call('revoke-all.close', {})).toMatchObject(OK);
    const gone = works.filter(({ id }) => onServer(id)?.isValid === false);
    const told = (await stored.history.get()).map(({ tokenId, name, host }) => [tokenId, name, host]);
    expect(told).toEqual(expect.arrayContaining(gone.map(({ id, name }) => [id, name, 'fabrikam'])));
    await rest();
  });

  test('sends a revoke that waits for an Undo, and tells of it', async () => {
    const by = await begin();
    const tokenId = await oneId(by);
    await call('tokens.revoke', { ...by, tokenId });
    await call('hosts.remove', { hostId: by.hostId });
    expect(server?.ledger.find(tokenId)?.token.isValid).toBe(false);
    await rest();
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'revoked', tokenId, outcome: 'done' });
  });

  test('tells that such a revoke failed', async () => {
    const by = await begin();
    const tokenId = await oneId(by);
    await call('tokens.revoke', { ...by, tokenId });
    server?.signOut();
    await call('hosts.remove', { hostId: by.hostId });
    await rest();
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'revoked', tokenId, outcome: 'failed' });
  });
});
