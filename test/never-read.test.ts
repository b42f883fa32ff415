import { effect } from '@preact/signals';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { users } from '../dev-server/tenant';
import '../src/background/index';
import { call } from '../src/contract/call';
import { NOTHING_READ } from '../src/core/snapshot';
import { stored } from '../src/platform/stored';
import { followAccounts, refresh } from '../src/ui/deeds/doing';
import { choose } from '../src/ui/deeds/hosts';
import { refreshing, shown } from '../src/ui/stores/lists';
import { load } from '../src/ui/stores/load';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// "Try again" stands where nothing is known of a list and nothing is under way: never before it was tried once.

const at = eachOnAServiceOfItsOwn();

let flashes = 0;
let stop = () => {};
const { fire } = browser.storage.local.onChanged;

beforeEach(() => {
  flashes = 0;
});

afterEach(() => {
  stop();
  browser.storage.local.onChanged.fire = fire;
});

async function opened() {
  const { hostId } = await added('fabrikam');
  const other = (await stored.hosts.get()).find(({ id }) => id !== hostId)?.id;
  if (!other) throw new Error('one organization alone');
  await stored.chosenHost.set(hostId);
  await load();
  await stored.reading(other).set(NOTHING_READ); // the page of the test before knows it
  refreshing.value = true; // as it is in a popup that was just opened
  stop = effect(() => {
    const isUnknown = shown.value.some(({ snapshot, failure }) => snapshot === null && failure === null);
    if (!refreshing.value && isUnknown) flashes += 1;
  });
  return other;
}

const isRead = () => !refreshing.value && shown.value.every(({ snapshot }) => snapshot !== null);

test('an organization that was never read is loading from the first moment on', async () => {
  const other = await opened();
  await refresh();
  await choose(other);
  expect([isRead(), flashes]).toEqual([true, 0]);
});

test('also where it is chosen while another one is read, which ends before', async () => {
  const other = await opened();
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const send = fetch;
  vi.stubGlobal('fetch', async (input: string, init?: RequestInit) => {
    if (input.includes('contoso')) await gate;
    return await send(input, init);
  });
  at.server.requests.length = 0;
  const first = refresh();
  await vi.waitFor(() => expect(at.server.requests).not.toEqual([]));
  const second = choose(other);
  await first;
  goOn();
  await second;
  expect([isRead(), flashes]).toEqual([true, 0]);
});

test('also where another account is found signed in by whatever the worker asks by itself', async () => {
  followAccounts(); // as in a popup: before anything is drawn, which here is looked at by an effect
  await opened();
  await refresh();
  at.cookie = at.server.signIn(users.raisa.id);
  const [{ host } = { host: null }] = shown.value;
  const minted = await call('tokens.mint', {
    hostId: host?.id,
    identityId: host?.identity?.id,
    purpose: 'clone',
  } as never);
  expect(minted).toMatchObject({ ok: false, failure: { kind: 'wrong-identity', expected: users.normal.name } });
  await vi.waitFor(() => expect(shown.value[0]?.snapshot?.identity.name).toBe(users.raisa.name));
  await vi.waitFor(() => expect(isRead()).toBe(true));
  expect(flashes).toBe(0);
});

test('also where storage tells of the list only after the answer that it was read', async () => {
  const other = await opened();
  await refresh();
  const late: Promise<unknown>[] = [];
  browser.storage.local.onChanged.fire = (...given) => {
    if (!Object.keys(given[0]).some((key) => /^(reading|tokens)\b/.test(key))) return fire(...given);
    late.push(new Promise((resolve) => setTimeout(() => resolve(fire(...given)), 100)));
    return [];
  };
  await choose(other);
  expect(late).not.toEqual([]);
  await Promise.all(late);
  expect([isRead(), flashes]).toEqual([true, 0]);
});
