import { afterEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { DAY, MINUTE } from '../src/core/duration';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
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
  }, 20_000);
});
