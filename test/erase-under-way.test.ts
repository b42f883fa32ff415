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

/** Each step, or as many as there is time for. */
const EVERY = isThorough ? 1 : 17;

let server: DevServer | undefined;
/** Which step of the deed comes next, and what is done at it: the step waits for what that answers. */
let steps = 0;
let pending = 0;
let onStep: (step: number, what: 'request' | 'storage') => Promise<unknown> | undefined = () => undefined;
const plain = [browser.storage.local, browser.storage.session].map((area) => ({ area, ...area }));

async function begin(): Promise<By> {
  browser.reset();
  onStep = () => undefined;
  server = await createServer();
  const cookie = server.signIn();
  const send = reach(server, () => cookie);
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    await onStep(steps++, 'request');
    init.signal?.throwIfAborted();
    pending += 1;
    return await send(input, init).finally(() => {
      pending -= 1;
    });
  });
  for (const { area, get, set } of plain) {
    area.get = async (key: string | string[] | null) => {
      const found = await get(key);
      await onStep(steps++, 'storage');
      return found;
    };
    area.set = async (items: Record<string, unknown>) => {
      await onStep(steps++, 'storage');
      await set(items);
    };
  }
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  await rest();
  steps = 0;
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
const changes = () => server?.requests.filter(({ method }) => method !== 'GET').length;

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

/** Erases at one step of a deed; answers whether the deed has so many. */
async function eraseAt(deed: keyof typeof DEEDS, at: number, isHeld: (what: string) => boolean): Promise<boolean> {
  const by = await begin();
  let erased: Promise<unknown> | undefined;
  let sent: number | undefined;
  onStep = (step, what) => {
    if (step !== at) return undefined;
    erased = call('everything.erase', { anyway: true }).then((answer) => {
      sent = changes();
      return answer;
    });
    return isHeld(what) ? erased : undefined;
  };
  await DEEDS[deed](by);
  await rest();
  const answer = await erased;
  await rest();
  if (erased !== undefined) {
    expect(answer).toEqual({ ok: true, value: [] });
    expect(everythingKept(), `${deed}, erased at step ${at}`).not.toMatch(/fabrikam|contoso|Paulk|[0-9a-f]{8}-/);
    expect(changes(), `${deed}, sent after it was erased at step ${at}`).toBe(sent);
  }
  await server?.close();
  return erased !== undefined;
}

describe.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])('erasing everything during %s', (deed) => {
  test('at each of its steps', { timeout: 180_000 }, async () => {
    for (let at = 0; await eraseAt(deed, at, () => false); at += EVERY) expect(at).toBeLessThan(200);
  });
  test('at each of its requests, which end after it', { timeout: 180_000 }, async () => {
    for (let at = 0; await eraseAt(deed, at, (what) => what === 'request'); at++) expect(at).toBeLessThan(200);
  });
  test('at some steps of storage, which end after it', { timeout: 180_000 }, async () => {
    for (let at = 1; await eraseAt(deed, at, () => true); at += 3 * EVERY) expect(at).toBeLessThan(200);
  });
});

test('a mint counts as unfinished from the press on', async () => {
  const by = await begin();
  const minting = call('tokens.mint', { ...by, purpose: 'clone' });
  expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: ['create'] });
  expect((await minting).ok).toBe(true);
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
            sent = changes();
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
      if (removed !== undefined) expect(changes()).toBe(sent);
      await server?.close();
    }
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
