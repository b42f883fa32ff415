import { afterEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { withHosts } from '../src/core/checks/turns';
import { doorsAt } from '../src/core/doors/doors-at';
import { waysAt } from '../src/core/doors/way';
import { DAY, HOUR, MINUTE } from '../src/core/duration';
import { HostId } from '../src/core/host';
import { look } from '../src/core/reminders/reminder';
import { untroubled } from '../src/core/revoke-all/hosts';
import { withoutOldPauses } from '../src/core/revoke-all/pauses';
import { next, plan } from '../src/core/revoke-all/requests';
import { dueAt } from '../src/core/rotation/plan';
import { TokenId } from '../src/core/token';
import { digestOf } from '../src/platform/digest';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const NOW = Date.UTC(2026, 10, 26);
const HOST = HostId.parse('services:fabrikam');
const TOKEN = TokenId.parse('5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11');
const USER = '6b2f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b22';
const YEARS = 10 * 365 * DAY;

afterEach(() => void vi.useRealTimers());

describe('a secret ends early, and never late, when the clock is set', () => {
  test.each([-YEARS, -DAY, DAY, YEARS])('by %i ms', async (by) => {
    const minted = await call('tokens.mint', { ...(await added('fabrikam')), purpose: 'clone' });
    expect(minted.ok).toBe(true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
    browser.alarms.onAlarm.fire({ name: 'forget-secrets' });
    await vi.waitFor(async () => expect(await stored.minted.get()).toEqual([]));
  });
});

describe.each([-YEARS, -DAY, DAY, YEARS])('after a clock has jumped by %i ms', (by) => {
  const jump = () => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });

  test('a copied secret leaves the clipboard', async () => {
    let text = 'copied';
    const writeText = async (next: string) => {
      text = next;
    };
    const clipboard = { writeText, readText: async () => text };
    vi.stubGlobal('navigator', { userAgent: '', clipboard });
    await call('clipboard.note', { digest: digestOf(text), of: digestOf(text) });
    jump();
    browser.alarms.onAlarm.fire({ name: 'clear-clipboard' });
    await vi.waitFor(async () => expect(await stored.copied.get()).toBeNull());
    expect(text).toBe('');
  });

  test('a revoke goes out', async () => {
    const who = await added('fabrikam');
    await call('tokens.refresh', { hostId: who.hostId });
    const [entry] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid && !token.isPublic);
    await call('tokens.revoke', { ...who, tokenId: TokenId.parse(entry?.token.authorizationId) });
    jump();
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await vi.waitFor(() => expect(entry?.token.isValid).toBe(false));
  });

  test('what the badge counts is counted anew', async () => {
    await call('tokens.refresh', { hostId: (await added('fabrikam')).hostId });
    await vi.waitFor(async () => expect((await stored.agenda.get())?.until).toBeGreaterThan(Date.now()));
    jump();
    browser.alarms.onAlarm.fire({ name: 'remind' });
    const off = async () => Math.abs(((await stored.agenda.get())?.from ?? 0) - Date.now());
    await vi.waitFor(async () => expect(await off()).toBeLessThan(MINUTE));
  });

  test('doors and ways are found anew', () => {
    const doors = { lifecycle: true, sessionTokens: false, pageProvider: null, since: NOW };
    expect(doorsAt(doors, NOW + by)).toMatchObject({ lifecycle: null, sessionTokens: null, since: NOW + by });
    const ways = { read: 'tab', change: 'tab', after: 'refused', since: NOW } as const;
    expect(waysAt(ways, NOW + by)).toMatchObject({ read: null, change: null });
  });

  test('no list waits for its turn for longer than it would', () => {
    const plan = { period: 6 * HOUR, now: NOW + by, chance: () => 0.5 };
    const [turn] = withHosts([{ hostId: HOST, at: NOW + 6 * HOUR, failures: 0 }], [HOST], plan);
    expect(turn?.at).toBeLessThanOrEqual(NOW + by + 2 * DAY);
  });

  test('no snooze lasts longer than a day', () => {
    const told = { tokenId: TOKEN, hostId: HOST, identityId: USER, expiresAt: NOW + by + 5 * DAY, steps: [], at: NOW };
    const reminders = { ranAt: NOW, told: [{ ...told, shown: true, snoozedUntil: NOW + DAY, silenced: false }] };
    const token = { id: TOKEN, hostId: HOST, identityId: USER, name: '', endsAt: NOW + by + 5 * DAY, beside: [] };
    const { reminders: after } = look(reminders, [token as never], { days: [7], now: NOW + by });
    for (const { snoozedUntil } of after.told) expect(snoozedUntil ?? 0).toBeLessThanOrEqual(NOW + by + DAY);
  });

  test('a revoke-all goes on that had to wait', () => {
    const identity = { id: USER, name: 'a' };
    const begun = plan([{ hostId: HOST, identity, tokens: [{ id: TOKEN, key: 'one' }] }], NOW);
    const waiting = untroubled(begun, 0, NOW + HOUR);
    expect(next(waiting, new Set(), NOW)).toEqual({ do: 'wait', until: NOW + HOUR });
    const now = NOW + by;
    expect(next(withoutOldPauses(waiting, now), new Set(), now)).toEqual({ do: 'send', index: 0 });
  });

  test('a rotation is gone on with that was put off', () => {
    const account = { hostId: HOST, identityId: USER, host: '', who: '' };
    const retry = { tries: 5, at: NOW + HOUR, failure: null };
    const old = { ...account, tokenId: TOKEN, name: '', everywhere: false };
    const common = {
      id: 'one',
      old,
      scopes: [],
      days: 30,
      keep: 'until-confirmed',
      parts: [],
      oldInDoubt: true,
    } as const;
    const rotation = { ...common, parts: [], stage: { state: 'replacing' }, retry } as const;
    expect(dueAt({ ...rotation, scopes: [], parts: [] }, NOW)).toBe(NOW + HOUR);
    expect(dueAt({ ...rotation, scopes: [], parts: [] }, NOW + by)).toBeLessThanOrEqual(NOW + by);
  });
});

describe.each([-YEARS, -7 * DAY, -12 * HOUR, -10 * MINUTE, 8 * DAY, YEARS])('a clock that is set by %i ms', (by) => {
  const days = { 'for-a-day': 1, 'for-a-week': 7 };
  test.each(['for-a-day', 'for-a-week'] as const)('makes no rotation longer that is kept %s', async (keep) => {
    const who = await added('fabrikam');
    await call('tokens.refresh', { hostId: who.hostId });
    const [old] = at.server.ledger.ofUser(who.identityId).filter(({ token }) => token.isValid && !token.isPublic);
    const tokenId = TokenId.parse(old?.token.authorizationId);
    const made = await call('rotations.start', { ...who, tokenId, keep, lifetime: { days: 30 }, on: [who] });
    expect(made.ok).toBe(true);
    if (made.ok) await call('rotations.handed', { hostId: who.hostId, tokenId: made.value.token.id });
    const pass = async (time: number) => {
      const now = Date.now() + time;
      vi.useFakeTimers({ toFake: ['Date'], now });
      browser.alarms.onAlarm.fire({ name: 'look-at-clock' });
      const seenAt = async () => (await stored.rotations.get()).map(({ stage }) => 'seenAt' in stage && stage.seenAt);
      await vi.waitFor(async () => expect(await seenAt()).toEqual([expect.any(Number)]));
      await vi.waitFor(async () => expect(Number((await seenAt())[0])).toBeGreaterThanOrEqual(now));
    };
    // The worker looks by itself once an hour, and while half of the time is left it is early for nothing else.
    for (let hours = 0; hours < 12 * days[keep]; hours += 6) await pass(6 * HOUR);
    expect(old?.token.isValid).toBe(true);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + by });
    browser.alarms.onAlarm.fire({ name: 'look-at-clock' });
    await vi.waitFor(() => expect(old?.token.isValid).toBe(false));
  });
});

test('a lost create is looked for, however the clock is set back', () => {
  const account = { hostId: HOST, identityId: USER, host: '', who: '' };
  const rotation = {
    id: 'one',
    old: { ...account, tokenId: TOKEN, name: '', everywhere: false },
    scopes: [],
    days: 30,
    keep: 'until-confirmed' as const,
    parts: [{ ...account, name: 'new', progress: { state: 'creating' as const, since: NOW } }],
    stage: { state: 'open' as const },
    retry: null,
    oldInDoubt: false,
  };
  for (const by of [-YEARS, -DAY, -HOUR]) expect(dueAt(rotation, NOW + by)).toBeLessThanOrEqual(NOW + by);
  expect(dueAt(rotation, NOW)).toBeGreaterThan(NOW);
});

test.each([
  'Sat, 13 Sep 275760 00:00:00 GMT',
  'Fri, 01 Jan -0044 00:00:00 GMT',
  'soon',
  new Date(Date.now() + 3 * DAY).toUTCString(),
  new Date(Date.now() - 3 * DAY).toUTCString(),
])('a server that says it is %j breaks no deed, and leaves nothing open', async (date) => {
  const plain = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    const answer = await plain(input, init);
    const headers = { ...Object.fromEntries(answer.headers), Date: date };
    return new Response(answer.body, { status: answer.status, headers });
  });
  const by = await added('fabrikam');
  const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
  expect(minted).toMatchObject({ ok: true });
  const end = minted.ok ? (minted.value.token.expiresAt ?? 0) : 0;
  expect(end).toBeGreaterThan(Date.now());
  expect(end).toBeLessThan(Date.now() + 366 * DAY);
  at.server.faults.set('lostReply', { path: 'HierarchyQuery', times: 1 });
  await call('tokens.create', { ...by, draft: { name: 'x', scopes: ['vso.code'], lifetime: { days: 30 } } });
  const [open] = await stored.intents.get();
  for (const id of open?.strayIds ?? []) await call('tokens.revoke', { ...by, tokenId: id });
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * MINUTE });
  browser.alarms.onAlarm.fire({ name: 'run-revokes' });
  await vi.waitFor(async () => {
    await call('tokens.refresh', { hostId: by.hostId });
    expect(await stored.intents.get()).toEqual([]);
  });
});
