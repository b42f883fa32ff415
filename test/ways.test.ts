import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageOnlyBy, RefusalForm } from '../dev-server/page-only';
import { isCreate, isRevoke } from '../dev-server/requests';
import { users } from '../dev-server/tenant';
import '../src/background/index';
import { runAlarm } from '../src/background/alarms';
import { identifyAs, onlyAs, tokensOf } from '../src/background/connection/connection';
import { revokeNow } from '../src/background/revoking/now';
import { goOn } from '../src/background/work';
import { call } from '../src/contract/call';
import type { HostId } from '../src/core/host';
import { ok } from '../src/core/result';
import { isOver, UNDO_WITHIN } from '../src/core/revoke';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

type Who = Awaited<ReturnType<typeof added>>;

const PAGE = 'https://dev.azure.com/fabrikam/Project';
const TOKENS_PAGE = 'https://vssps.dev.azure.com/fabrikam';

/** Lets there be a tab with that page, which nobody has opened for us. */
const show = (url: string) => void browser.tabs.open.push({ id: 1_000 + browser.tabs.open.length, url, active: false });

beforeEach(() => {
  browser.scripting.fetch = (url, init) => reach(at.server, () => `${at.cookie}; PageSession=1`)(url, init);
});

afterEach(() => void vi.restoreAllMocks());

const creates = () => at.server.requests.filter(isCreate);
const revokes = () => at.server.requests.filter(isRevoke);
const done = (all: { status: number | undefined }[]) => all.filter(({ status }) => status === 200).length;

async function waysOf(hostId: HostId) {
  const found = await stored.ways(hostId).get();
  return [found?.read ?? 'worker', found?.change ?? 'worker'];
}

const kinds = (['origin', 'fetchSite', 'cookie'] as const).flatMap((by) =>
  (['401', '401Bare', '302', '203', '403'] as const).map((form): [PageOnlyBy, RefusalForm] => [by, form]),
);

describe('where changes are taken from pages only', () => {
  test.each(kinds)('by %s, refused with %s: a press makes one token, and the way is remembered', async (by, form) => {
    const who = await added('fabrikam');
    show(PAGE);
    at.server.faults.set('pageOnly', { by, form, method: 'POST' });
    const before = at.server.ledger.ofUser(who.identityId).length;
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    expect(at.server.ledger.ofUser(who.identityId)).toHaveLength(before + 1);
    expect(done(creates())).toBe(1);
    const tries = creates().length;
    expect(tries).toBeLessThanOrEqual(3);
    await call('tokens.mint', { ...who, purpose: 'push' });
    expect(creates()).toHaveLength(tries + 1);
    expect(await waysOf(who.hostId)).toEqual(['worker', tries === 2 ? 'page-origin' : 'tab']);
    expect(browser.tabs.opened).toEqual([]);
  });

  test.each(kinds)('by %s, refused with %s: a press revokes one token, once', async (by, form) => {
    const who = await added('fabrikam');
    show(PAGE);
    show(TOKENS_PAGE);
    at.server.faults.set('pageOnly', { by, form, method: 'DELETE' });
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid);
    const tokenId = TokenId.parse(first?.token.authorizationId);
    expect(await revokeNow({ ...who, tokenId, byPress: true })).toEqual({ ok: true, value: 'revoked' });
    expect(first?.token.isValid).toBe(false);
    expect(done(revokes())).toBe(1);
  });
});

describe('a tab', () => {
  /** Longer than one that was opened waits for the next request; it passes only where a test lets it pass. */
  const lingering = () => vi.advanceTimersByTimeAsync(3_000);

  afterEach(async () => {
    if (vi.isFakeTimers()) await lingering();
    vi.useRealTimers();
  });

  /** An organization, with timers that a busy machine does not end: how long a tab was not needed is up to the test. */
  async function addedAndTimed() {
    const who = await added('fabrikam');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    return who;
  }

  test('of somebody who has signed out is asked for no password over the page', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    at.server.signOut();
    const fromPage: { status: number; challenge: string | null }[] = [];
    const { fetch } = browser.scripting;
    browser.scripting.fetch = async (url, init) => {
      const answer = await fetch(url, init);
      fromPage.push({ status: answer.status, challenge: answer.headers.get('WWW-Authenticate') });
      return answer;
    };
    expect(await call('tokens.refresh', { hostId: who.hostId })).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(fromPage.length).toBeGreaterThan(0);
    expect(fromPage.filter(({ challenge }) => challenge !== null)).toEqual([]);
  });

  test('is opened where there is none and a person has pressed, and closed again', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    expect(browser.tabs.opened).toEqual(['https://dev.azure.com/fabrikam']);
    expect(browser.tabs.open).toHaveLength(1);
    await lingering();
    expect(browser.tabs.open).toEqual([]);
  });

  test.each<[string, (who: Who, tokenId: TokenId) => Promise<{ ok: boolean }>]>([
    ['is to be revoked', (who, tokenId) => call('tokens.revoke', { ...who, tokenId })],
    [
      'is one of all that are to be revoked',
      (who, tokenId) => {
        const tokens = [{ hostId: who.hostId, tokenId }];
        return call('revoke-all.start', { hosts: [who], tokens, kept: [], typed: 'fabrikam' });
      },
    ],
  ])('is opened for a token that %s', async (_, press) => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'DELETE' });
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid && !token.isPublic);
    expect(await press(who, TokenId.parse(first?.token.authorizationId))).toMatchObject({ ok: true });
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    await vi.advanceTimersByTimeAsync(UNDO_WITHIN);
    await vi.waitFor(() => expect(first?.token.isValid).toBe(false), 10_000);
    expect(browser.tabs.opened).not.toEqual([]);
    const phase = async () => (await storedRevokeAll.journal.get())?.phase ?? 'done';
    await vi.waitFor(async () => expect(await phase()).toBe('done'), 10_000);
    await vi.waitFor(async () => expect((await stored.revokes.get()).every(isOver)).toBe(true), 10_000);
  });

  test('that was opened for one press is not closed under the next', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    const { fetch } = browser.scripting;
    browser.scripting.fetch = async (url, init) => {
      if (init?.method !== 'POST') return await fetch(url, init);
      await lingering();
      if (browser.tabs.open.length === 0) throw new TypeError('Failed to fetch');
      return await fetch(url, init);
    };
    expect(await call('tokens.mint', { ...who, purpose: 'push' })).toMatchObject({ ok: true });
    expect(browser.tabs.opened).toHaveLength(1);
  });

  test('that was opened in Firefox is used by the next press as one of the same session', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'DELETE' });
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('moz-extension://patina/');
    const working = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid);
    const [first, second] = working.map(({ token }) => TokenId.parse(token.authorizationId));
    if (!first || !second) throw new Error('There are not two.');
    for (const tokenId of [first, second])
      expect(await revokeNow({ ...who, tokenId, byPress: true })).toEqual({ ok: true, value: 'revoked' });
    expect(browser.tabs.opened).toEqual(['https://dev.azure.com/fabrikam', TOKENS_PAGE]);
  });

  test('that was opened in Firefox is mixed with none of the user’s, which can be in a container', async () => {
    const who = await addedAndTimed();
    show(TOKENS_PAGE);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'DELETE' });
    vi.spyOn(browser.runtime, 'getURL').mockReturnValue('moz-extension://patina/');
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid);
    const tokenId = TokenId.parse(first?.token.authorizationId);
    expect(await revokeNow({ ...who, tokenId, byPress: true })).toEqual({ ok: true, value: 'revoked' });
    expect(browser.tabs.opened).toEqual(['https://dev.azure.com/fabrikam', TOKENS_PAGE]);
  });

  test('that was opened and that the user has closed is opened once more', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    browser.tabs.open = [];
    expect(await call('tokens.mint', { ...who, purpose: 'push' })).toMatchObject({ ok: true });
    expect(browser.tabs.opened).toHaveLength(2);
  });

  test('that was opened and that the user has gone to stays open', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    Object.assign(browser.tabs.open[0] ?? {}, { active: true });
    await lingering();
    expect(await stored.borrowedTabs.get()).toEqual([]);
    expect(browser.tabs.open).toHaveLength(1);
  });

  test('that the browser does not open while another one is dragged is opened for the next press', async () => {
    const who = await added('fabrikam');
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    const dragging = new Error('Tabs cannot be edited right now (user may be dragging a tab).');
    const create = vi.spyOn(browser.tabs, 'create').mockRejectedValue(dragging);
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ failure: { kind: 'refused' } });
    create.mockRestore();
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
  });

  test('that the browser does not close while another one is dragged is closed after that', async () => {
    const who = await added('fabrikam');
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    const dragging = new Error('Tabs cannot be edited right now (user may be dragging a tab).');
    const remove = vi.spyOn(browser.tabs, 'remove').mockRejectedValueOnce(dragging);
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(remove).toHaveBeenCalledTimes(2));
    await vi.waitFor(async () => expect(await stored.borrowedTabs.get()).toEqual([]));
    expect(browser.tabs.open).toEqual([]);
  });

  test('that cannot be noted for the next worker is used all the same', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    vi.spyOn(console, 'warn').mockReturnValue();
    const { session } = browser.storage;
    const { set } = session;
    vi.spyOn(session, 'set').mockImplementation(async (items) => {
      if ('borrowedTabs' in items) throw new Error('QUOTA_BYTES quota exceeded');
      await set(items);
    });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    await lingering();
    expect(browser.tabs.open).toEqual([]);
  });

  /** A rotation whose old token the server revokes for pages alone; nobody has a tab. */
  async function rotating() {
    const who = await addedAndTimed();
    await call('tokens.refresh', { hostId: who.hostId });
    const [old] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.displayName === 'ci-build');
    const tokenId = TokenId.parse(old?.token.authorizationId);
    const rotation = { ...who, tokenId, keep: 'until-confirmed', lifetime: { days: 30 } } as const;
    expect(await call('rotations.start', { ...rotation, on: [who] })).toMatchObject({ ok: true });
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'DELETE' });
    const [{ id: rotationId } = { id: '' }] = await stored.rotations.get();
    return { tokenId, end: () => call('rotations.end', { ...who, rotationId, by: 'confirmed' }) };
  }
  const isValid = (tokenId: TokenId) => at.server.ledger.find(tokenId)?.token.isValid;

  test('is opened for the end of a rotation that is pressed', async () => {
    const { tokenId, end } = await rotating();
    expect(await end()).toEqual({ ok: true, value: true });
    expect(isValid(tokenId)).toBe(false);
    expect(browser.tabs.opened).toEqual(['https://dev.azure.com/fabrikam', TOKENS_PAGE]);
  });

  test('is not opened where that is done later by itself, and is by the next press', async () => {
    const { tokenId, end } = await rotating();
    const { cookie } = at;
    at.cookie = '';
    expect(await end()).toMatchObject({ failure: { kind: 'signed-out' } });
    at.cookie = cookie;
    await stored.rotations.update((all) => all.map((each) => ({ ...each, retry: null })));
    await runAlarm('run-rotations');
    expect([isValid(tokenId), browser.tabs.opened]).toEqual([true, []]);
    expect(await end()).toEqual({ ok: true, value: true });
  });

  test('is opened for a revoke that is pressed on a full disk, which is sent at once', async () => {
    const who = await addedAndTimed();
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'DELETE' });
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid && !token.isPublic);
    const tokenId = TokenId.parse(first?.token.authorizationId);
    vi.spyOn(console, 'warn').mockReturnValue();
    vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    expect(await call('tokens.revoke', { ...who, tokenId })).toMatchObject({ ok: true });
    expect(isValid(tokenId)).toBe(false);
  });

  test('is never opened for a reading', async () => {
    const who = await added('fabrikam');
    at.server.faults.set('pageOnly', { by: 'fetchSite' });
    await call('tokens.refresh', { hostId: who.hostId });
    expect(browser.tabs.opened).toEqual([]);
  });

  test('is never opened for somebody who is signed out', async () => {
    const who = await added('fabrikam');
    at.server.signOut();
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(browser.tabs.opened).toEqual([]);
    expect(creates()).toEqual([]);
  });

  test('that is open and signed in stands for a session that the worker does not have', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    show(TOKENS_PAGE);
    const session = at.cookie;
    browser.scripting.fetch = (url, init) => reach(at.server, () => session)(url, init);
    at.cookie = '';
    expect(await call('tokens.refresh', { hostId: who.hostId })).toMatchObject({ ok: true });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    expect(done(creates())).toBe(1);
    expect(creates()).toHaveLength(1);
  });

  test('of another account changes nothing', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    show(TOKENS_PAGE);
    const other = at.server.signIn(users.raisa.id);
    browser.scripting.fetch = (url, init) => reach(at.server, () => other)(url, init);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({
      failure: { kind: 'wrong-identity' },
    });
    expect(done(creates())).toBe(0);
  });

  test('of another account revokes nothing for who was seen by the worker: it is asked anew whose it is', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    show(TOKENS_PAGE);
    const host = (await stored.hosts.get()).find(({ id }) => id === who.hostId) ?? expect.fail('it is known');
    const seen = await identifyAs(host, who.identityId);
    const session = seen.ok ? seen.value : expect.fail('somebody is signed in');
    const other = at.server.signIn(users.raisa.id);
    browser.scripting.fetch = (url, init) => reach(at.server, () => other)(url, init);
    await stored.ways(who.hostId).set({ read: null, change: 'own-tab', after: 'forbidden', since: Date.now() });
    const mine = onlyAs(host, session.identity);
    const may = (now: typeof session) => {
      const checked = mine(now);
      return checked.ok ? ok() : checked;
    };
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid);
    const tokenId = TokenId.parse(first?.token.authorizationId);
    expect(await tokensOf(host, { byPress: true }).revoke(tokenId, may, () => session)).toMatchObject({
      failure: { kind: 'wrong-identity', found: users.raisa.name },
    });
    expect(revokes()).toEqual([]);
  });

  test('that sleeps is waited for no longer than a moment', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    at.cookie = '';
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const asleep = vi.spyOn(browser.scripting, 'executeScript').mockReturnValue(new Promise(() => undefined));
    const read = call('tokens.refresh', { hostId: who.hostId });
    await vi.waitFor(() => expect(asleep).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await read).toMatchObject({ failure: { kind: 'signed-out' } });
    expect(asleep).toHaveBeenCalledOnce();
  });

  test.each([{ discarded: true }, { frozen: true }])('that is known to sleep (%o) is not asked', async (sleeping) => {
    const who = await added('fabrikam');
    show(PAGE);
    Object.assign(browser.tabs.open[0] ?? {}, sleeping);
    at.cookie = '';
    await call('tokens.refresh', { hostId: who.hostId });
    expect(browser.scripting.ran).toEqual([]);
  });

  test('that falls asleep over a create makes no token when it wakes up', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    const awake = browser.scripting.executeScript;
    const limit = new AbortController();
    let wakeUp: (() => Promise<unknown>) | undefined;
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (script) => {
      if (!JSON.stringify(script.args ?? []).includes('"POST"')) return await awake(script);
      wakeUp = () => awake(script);
      return await new Promise(() => undefined);
    });
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const minted = call('tokens.mint', { ...who, purpose: 'clone' });
    await vi.waitFor(() => expect(wakeUp).toBeDefined());
    limit.abort();
    expect(await minted).toMatchObject({ failure: { kind: 'uncertain' } });
    const sent = creates().length;
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 5_000);
    expect(await wakeUp?.()).toEqual([{ result: { is: 'unsent' } }]);
    expect(creates()).toHaveLength(sent);
  });

  test('that is slow to say whose it is sends nothing that was given up meanwhile', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    const [quick, limit] = [browser.scripting.executeScript, new AbortController()];
    let goOn: (() => void) | undefined;
    const ran = vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async (script) => {
      const isAskedAgain = ran.mock.calls.filter(([{ args }]) => args === undefined).length === 2;
      if (isAskedAgain && goOn === undefined)
        await new Promise<void>((resolve) => {
          goOn = resolve;
        });
      return await quick(script);
    });
    vi.spyOn(AbortSignal, 'timeout').mockReturnValue(limit.signal);
    const minted = call('tokens.mint', { ...who, purpose: 'clone' });
    await vi.waitFor(() => expect(goOn).toBeDefined());
    limit.abort();
    expect(await minted).toMatchObject({ ok: false });
    goOn?.();
    await new Promise(setImmediate);
    expect(JSON.stringify(ran.mock.calls)).not.toContain('"POST"');
  });

  test('that a worker left open is used by none, and closed by the next one, which keeps its own', async () => {
    const who = await addedAndTimed();
    browser.tabs.open.push({ id: 900, url: PAGE, active: false });
    await stored.borrowedTabs.set([900]);
    at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    const { closeLeftTabs } = await import('../src/background/connection/borrowed-tabs');
    await closeLeftTabs();
    expect(browser.tabs.open.map(({ url }) => url)).toEqual(['https://dev.azure.com/fabrikam']);
  });

  test('that was left open is closed as soon as the next worker starts', async () => {
    browser.tabs.open.push({ id: 901, url: PAGE, active: false });
    await stored.borrowedTabs.set([901]);
    goOn();
    await vi.waitFor(() => expect(browser.tabs.open).toEqual([]));
  });
});

test('no way is tried twice, and what is refused in each says so', async () => {
  const who = await added('fabrikam');
  show(PAGE);
  at.server.faults.set('forbidden403', { path: 'HierarchyQuery', bare: true });
  expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ failure: { kind: 'refused' } });
  expect(creates()).toHaveLength(3);
});

describe('a lifecycle API that is open to read', () => {
  beforeEach(() => void Object.assign(at.server.switches, { patsMode: 'open' }));

  const paths = () => creates().map(({ path }) => path.split('/').at(-1));

  test.each(['401', '401Bare', '302', '203', '403'] as const)(
    'and refuses a create with %s leaves it to the page provider, and one token is made',
    async (form) => {
      const who = await added('fabrikam');
      at.server.faults.set('pageOnly', { by: 'cookie', form, path: /tokens\/pats/i, method: 'POST' });
      const before = at.server.ledger.ofUser(who.identityId).length;
      expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
      expect(at.server.ledger.ofUser(who.identityId)).toHaveLength(before + 1);
      expect(paths()).toEqual(['pats', 'HierarchyQuery']);
      expect(await stored.doors(who.hostId).get()).toMatchObject({ lifecycle: true });
    },
  );

  test('and refuses a create by its origin makes it in another way, where no other endpoint does', async () => {
    const who = await added('fabrikam');
    show(PAGE);
    show(TOKENS_PAGE);
    at.server.faults.set('pageOnly', { by: 'origin', path: /tokens\/pats/i, method: 'POST' });
    at.server.faults.set('notFound404', { path: /HierarchyQuery|SessionTokens/i, method: 'POST' });
    expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
    expect(done(creates())).toBe(1);
    expect(await waysOf(who.hostId)).toEqual(['worker', 'own-tab']);
  });

  test('revokes what the session tokens refuse to revoke without a word', async () => {
    const who = await added('fabrikam');
    at.server.faults.set('forbidden403', { path: /SessionTokens/i, method: 'DELETE', bare: true });
    const [first] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid);
    const tokenId = TokenId.parse(first?.token.authorizationId);
    expect(await revokeNow({ ...who, tokenId, byPress: true })).toEqual({ ok: true, value: 'revoked' });
    expect(first?.token.isValid).toBe(false);
    expect(revokes()).toHaveLength(2);
  });
});

test('what was found closed on one way is tried again on the next: another session may be let in', async () => {
  const who = await added('fabrikam');
  show(PAGE);
  at.server.switches.patsMode = 'open';
  await stored.doors(who.hostId).set({ lifecycle: false, sessionTokens: null, pageProvider: null, since: Date.now() });
  at.server.faults.set('pageOnly', { by: 'cookie', method: 'POST' });
  expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ ok: true });
  await call('tokens.refresh', { hostId: who.hostId });
  expect(await stored.doors(who.hostId).get()).toMatchObject({ lifecycle: true });
});

test('an answer that was lost in a page is told as that, and nothing is sent again', async () => {
  const who = await added('fabrikam');
  show(PAGE);
  at.server.faults.set('pageOnly', { by: 'fetchSite', method: 'POST' });
  at.server.faults.set('lostReply', { path: 'HierarchyQuery' });
  const page = browser.scripting.fetch;
  browser.scripting.fetch = (url, init) => page(url, init);
  expect(await call('tokens.mint', { ...who, purpose: 'clone' })).toMatchObject({ failure: { kind: 'uncertain' } });
});

test('what was done stays done where it cannot be kept in which way', async () => {
  const who = await added('fabrikam');
  show(PAGE);
  show(TOKENS_PAGE);
  at.server.faults.set('pageOnly', { by: 'fetchSite' });
  vi.spyOn(console, 'warn').mockReturnValue();
  const { local } = browser.storage;
  const set = local.set;
  vi.spyOn(local, 'set').mockImplementation(async (items) => {
    if (Object.keys(items).some((key) => key.startsWith('ways:'))) throw new Error('QUOTA_BYTES quota exceeded');
    await set(items);
  });
  const minted = await call('tokens.mint', { ...who, purpose: 'clone' });
  if (!minted.ok) throw new Error(JSON.stringify(minted.failure));
  expect(await revokeNow({ ...who, tokenId: minted.value.token.id, byPress: true })).toMatchObject({
    value: 'revoked',
  });
  expect(await call('tokens.refresh', { hostId: who.hostId })).toEqual({ ok: true });
  expect([done(creates()), done(revokes())]).toEqual([1, 1]);
  expect(await waysOf(who.hostId)).toEqual(['worker', 'worker']);
});
