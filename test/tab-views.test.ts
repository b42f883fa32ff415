import { type ComponentType, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { CONTOSO, FABRIKAM } from '../gallery/fixtures/hosts';
import { call } from '../src/contract/call';
import { MINUTE } from '../src/core/duration';
import { KnownHost } from '../src/core/host';
import { readPolicy } from '../src/core/policy/policy';
import { message as m } from '../src/platform/message';
import { stored } from '../src/platform/stored';
import { onClipboard } from '../src/ui/stores/clipboard';
import { examined, forgetSoon } from '../src/ui/stores/doctor';
import { host, hosts } from '../src/ui/stores/hosts';
import { shown } from '../src/ui/stores/lists';
import { load } from '../src/ui/stores/load';
import { askedPurpose } from '../src/ui/stores/new-token';
import { policy } from '../src/ui/stores/policy';
import type { CleanUpProps } from '../src/ui/views/clean-up/clean-up';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';
import { drawnIn, given } from './given';

// What a view of the tab begins when it is opened, what it hears while it is there, and what ends with it. That happens
// after it was drawn, for which a page is needed: here it is run by hand.

const at = eachOnAServiceOfItsOwn();

const { effects, once } = vi.hoisted(() => ({ effects: [] as (() => unknown)[], once: { loaded: false } }));
vi.mock('preact/hooks', async (original) => {
  const hooks = await original<typeof import('preact/hooks')>();
  const useState = (first: unknown) => {
    const isLoaded = first === false && once.loaded;
    if (isLoaded) once.loaded = false;
    return hooks.useState(isLoaded || first);
  };
  return { ...hooks, useState, useEffect: (effect: () => unknown) => void effects.push(effect) };
});
vi.stubGlobal('location', { hash: '' });
const { hash } = await import('../src/page/hash');
const { CleanUpView } = await import('../src/page/clean-up');
const { DoctorView } = await import('../src/page/doctor');
const { NewTokenView } = await import('../src/page/new-token');
const { SettingsView } = await import('../src/page/settings');
const { hostsProps } = await import('../src/page/hosts');
const { RevokeAllView } = await import('../src/page/revoke-all');

const page = { window: new EventTarget(), document: new EventTarget() };

beforeEach(() => {
  page.window = new EventTarget();
  page.document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', page.document);
  vi.stubGlobal('addEventListener', page.window.addEventListener.bind(page.window));
  vi.stubGlobal('removeEventListener', page.window.removeEventListener.bind(page.window));
});

/** Opens a view that has so many effects of its own, before those of its parts; answers how it is left. */
function open(View: ComponentType, count: number): () => void {
  effects.length = 0;
  drawnIn(h(View, {}));
  const ends = effects.slice(0, count).map((effect) => effect());
  return () => {
    for (const end of ends) if (typeof end === 'function') end();
  };
}

describe('New token', () => {
  beforeEach(async () => {
    await added('fabrikam');
    await load();
    at.server.requests.length = 0;
    hash.value = 'new-token?purpose=push&host=services:contoso';
    open(NewTokenView, 1);
  });

  test('begins with what its address names, and makes nothing', async () => {
    await vi.waitFor(() => expect([askedPurpose.value, host.value?.name]).toEqual(['push', 'contoso']));
    expect(at.server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
  });

  test('knows of the secret on the clipboard, when it leaves and that it could not be taken away', async () => {
    await call('clipboard.note', { digest: 'x', of: 'x' });
    await vi.waitFor(() => expect(onClipboard.value).toMatchObject({ failed: false, of: 'x' }));
    await call('clipboard.clear', {});
    await vi.waitFor(() => expect(onClipboard.value).toMatchObject({ failed: true }));
  });
});

test.each([
  ['whole', {}, true, []],
  ['not whole', { complete: false }, false, ['list_incomplete']],
  ['of one organization alone', { onlyMadeHere: true }, true, ['list_only_made_here']],
] as const)(
  'Clean up says of lists that are %s what they lack, and that nothing is worth ending where all are whole',
  async (_, parts, known, said) => {
    await added('fabrikam');
    for (const { id } of await stored.hosts.get()) {
      await call('tokens.refresh', { hostId: id });
      const { snapshot } = await stored.reading(id).get();
      const isFirst = id === 'services:fabrikam';
      await stored.reading(id).set({ snapshot: snapshot && { ...snapshot, ...(isFirst && parts) }, failure: null });
    }
    await load();
    open(CleanUpView, 1);
    await vi.waitFor(() => expect(shown.value.some(({ snapshot }) => snapshot === null)).toBe(false));
    once.loaded = true;
    expect(given<CleanUpProps>(h(CleanUpView, {}), 'isKnown').isKnown).toBe(known);
    once.loaded = true;
    const screen = renderToString(h(CleanUpView, {}));
    expect((['list_incomplete', 'list_only_made_here'] as const).filter((key) => screen.includes(m(key)))).toEqual(
      said,
    );
  },
);

describe('Token doctor forgets what was pasted', () => {
  test('as soon as it is left', () => {
    const leave = open(DoctorView, 1);
    examined.value = [];
    leave();
    expect(examined.value).toBeNull();
  });

  test.each(['focus', 'visibilitychange'])('by the clock on the wall, when somebody comes back to it (%s)', (event) => {
    const leave = open(DoctorView, 1);
    vi.useFakeTimers({ toFake: ['Date'] });
    examined.value = [];
    forgetSoon();
    const comeBack = () => (event === 'focus' ? page.window : page.document).dispatchEvent(new Event(event));
    comeBack();
    expect(examined.value).toEqual([]);
    vi.setSystemTime(Date.now() + 5 * MINUTE);
    comeBack();
    expect(examined.value).toBeNull();
    vi.useRealTimers();
    leave();
  });
});

describe('Settings', () => {
  const [known, other] = ['https://tfs.corp.example/tfs/One', 'https://tfs.corp.example/tfs/Two'];
  const facts = { tokensAt: 'collection', version: '5.0', createVersion: '5.0', hasProviders: true, identity: null };
  const collection = KnownHost.parse({
    ...facts,
    ...{ id: `server:${known}`, kind: 'server', name: 'One', root: known, base: known, product: 'TFS 2018' },
  });
  const decided = {
    ...{ organizations: ['https://FABRIKAM.visualstudio.com'], servers: [known, other] },
    ...{ forbidPlainHttp: true, remindDays: [14], checkEveryHours: 6, clearClipboardSeconds: 60 },
  };

  beforeEach(async () => {
    browser.reset();
    hosts.value = [FABRIKAM, CONTOSO, collection];
  });
  afterEach(() => {
    hosts.value = [];
    policy.value = readPolicy({});
  });

  test('know what an administrator has decided of organizations and servers', () => {
    expect(hostsProps().decided).toEqual({ hosts: [], servers: [], noPlainHttp: false });
    policy.value = readPolicy(decided);
    expect(hostsProps().decided).toEqual({ hosts: [FABRIKAM.id], servers: [other], noPlainHttp: true });
  });

  test('know what an administrator has decided of reminders and of the clipboard', () => {
    const decidedOf = () => [
      given<{ isDecided: boolean }>(h(SettingsView, {}), 'isDecided').isDecided,
      given<{ decided: object; ofRenewed: boolean }>(h(SettingsView, {}), 'ofRenewed').decided,
    ];
    expect(decidedOf()).toEqual([false, { days: [], check: false }]);
    policy.value = readPolicy(decided);
    expect(decidedOf()).toEqual([true, { days: [14], check: true }]);
  });
});

test('Revoke all asks at once where it waits: when it is opened, when somebody is back, and when the network is', () => {
  const sent = vi.spyOn(browser.runtime, 'sendMessage');
  const asked = () => sent.mock.calls.filter(([message]) => (message as { name: string }).name === 'revoke-all.again');
  const leave = open(RevokeAllView, 2);
  expect(asked()).toHaveLength(1);
  page.window.dispatchEvent(new Event('online'));
  expect(asked()).toHaveLength(2);
  Object.assign(page.document, { hidden: true });
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(asked(), 'nobody is there').toHaveLength(2);
  Object.assign(page.document, { hidden: false });
  page.document.dispatchEvent(new Event('visibilitychange'));
  expect(asked()).toHaveLength(3);
  leave();
  for (const [target, event] of [
    [page.window, 'online'],
    [page.document, 'visibilitychange'],
  ] as const)
    target.dispatchEvent(new Event(event));
  expect(asked()).toHaveLength(3);
  sent.mockRestore();
});
