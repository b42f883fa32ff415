import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { HostId, type KnownHost } from '../src/core/host';
import { hostOfPage } from '../src/core/hosts/page-host';
import { stored } from '../src/platform/stored';
import { update } from '../src/ui/deeds/update';
import { chosenId, host, hosts } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { pageHost } from '../src/ui/stores/noticed';
import { loadUnsent, view } from '../src/ui/stores/screen';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

async function discover(url: string) {
  browser.tabs.open = [{ url, active: true }];
  return await call('hosts.discover', {});
}

describe('a page of Microsoft that is of no organization', () => {
  beforeEach(() => void browser.permissions.denied.clear());

  test.each([
    'https://code.visualstudio.com/docs/getstarted',
    'https://code.visualstudio.com/_git/x',
    'https://my.visualstudio.com/benefits',
    'https://docs.visualstudio.com/',
    'https://developercommunity.visualstudio.com/home',
    'https://manage.visualstudio.com/subscribers',
    'https://go.visualstudio.com/',
    'https://visualstudio.com/fabrikam/_git/x',
    'https://a.b.visualstudio.com/_git/x',
    'https://pkgs.dev.azure.com/fabrikam/_packaging/feed/npm/registry/',
    'https://dev.azure.com/_signin',
    'https://dev.azure.com/',
  ])('%s asks, adds and offers nothing', async (url) => {
    expect(await discover(url)).toEqual({ ok: true, value: { hostId: null, offer: null } });
    expect(at.server.requests).toEqual([]);
    expect(await stored.hosts.get()).toEqual([]);
  });
});

test.each([
  ['https://fabrikam.visualstudio.com/welcome?token=x#y', 'https://fabrikam.visualstudio.com'],
  ['https://fabrikam.visualstudio.com/docs?next=/_git/', 'https://fabrikam.visualstudio.com'],
  ['https://fabrikam.visualstudio.com/#/_git/', 'https://fabrikam.visualstudio.com'],
  ['https://tfs.corp.example/tfs/C/_git/r?token=x#y', 'https://tfs.corp.example/tfs/C'],
])('%s is offered, without what stands behind its path, and not asked', async (url, offer) => {
  browser.permissions.denied.clear();
  expect(await discover(url)).toEqual({ ok: true, value: { hostId: null, offer } });
  expect(at.server.requests).toEqual([]);
});

test('a page of an organization under its older address adds it, where that may be asked', async () => {
  browser.permissions.denied.clear();
  expect(await discover('https://fabrikam.visualstudio.com/Project/_git/x')).toMatchObject({
    value: { hostId: 'services:fabrikam' },
  });
});

test('one that is signed in to its older address alone is offered, where that may not be asked yet', async () => {
  at.cookie = '';
  expect(await discover('https://fabrikam.visualstudio.com/Project/_git/x')).toEqual({
    ok: true,
    value: { hostId: null, offer: 'https://fabrikam.visualstudio.com' },
  });
  expect(at.server.requests.filter(({ host }) => /visualstudio/.test(host))).toEqual([]);
});

function collection(root: string, base: string): KnownHost {
  const id = HostId.parse(`server:${root.toLowerCase()}`);
  const common = {
    product: '',
    tokensAt: 'collection',
    version: '5.0',
    createVersion: '5.0',
    hasProviders: true,
  } as const;
  return { id, kind: 'server', name: root, root, base, identity: null, ...common };
}

describe('a page of a server', () => {
  const atRoot = collection('https://tfs.corp.example/production', 'https://tfs.corp.example');
  const inDirectory = collection('https://ado.corp.example/tfs/production', 'https://ado.corp.example/tfs');

  test.each([
    ['https://tfs.corp.example/production/_git/x', atRoot.id, null],
    ['https://tfs.corp.example/PRODUCTION?x=1', atRoot.id, null],
    ['https://tfs.corp.example/production2/_git/x', null, 'https://tfs.corp.example/production2'],
    ['https://tfs.corp.example/sandbox/_git/x', null, 'https://tfs.corp.example/sandbox'],
    ['https://tfs.corp.example/jenkins/job/1', null, null],
    ['https://tfs.corp.example/jenkins?next=/production/_git/', null, null],
    ['https://ado.corp.example/tfs/sandbox/_git/x', null, 'https://ado.corp.example/tfs/sandbox'],
    ['https://ado.corp.example/tfs/sandbox', null, 'https://ado.corp.example/tfs/sandbox'],
    ['https://ado.corp.example/tfs/_admin', null, null],
    ['https://ado.corp.example/tfs', null, null],
    ['https://ado.corp.example/jenkins/job/1', null, null],
    [
      'https://ado.corp.example.evil.example/tfs/production/_git/x',
      null,
      'https://ado.corp.example.evil.example/tfs/production',
    ],
  ])('%s is of %s, or offered as %s', async (url, hostId, offer) => {
    await stored.hosts.set([atRoot, inDirectory]);
    expect(await discover(url)).toEqual({ ok: true, value: { hostId, offer } });
    expect(at.server.requests).toEqual([]);
  });

  test('is known however its collection is written', () => {
    const odd = collection('https://ado.corp.example/tfs/R%26D%20S%C3%BCd%23', 'https://ado.corp.example/tfs');
    expect(hostOfPage([odd], 'https://ado.corp.example/tfs/R&D Süd%23/_git/x')).toBe(odd);
    expect(hostOfPage([odd], 'https://ado.corp.example/tfs/r&d%20s%C3%BCd%23')).toBe(odd);
    expect(hostOfPage([odd], 'https://ado.corp.example/tfs/R&D')).toBeUndefined();
  });
});

describe('the popup', () => {
  const page = 'https://dev.azure.com/contoso/Project/_git/x';
  const names = () => [host.value?.name, hosts.value.find(({ id }) => id === pageHost.value)?.name];

  beforeEach(() => {
    pageHost.value = null;
    chosenId.value = null;
    view.value = 'home';
    vi.stubGlobal('document', {
      querySelector: () => null,
      visibilityState: 'visible',
      addEventListener: () => undefined,
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  test('over a known organization shows that one before anything is asked', async () => {
    await added('fabrikam');
    at.server.requests.length = 0;
    await load(Promise.resolve(page));
    expect(host.value?.name).toBe('contoso');
    expect(at.server.requests).toEqual([]);
    browser.tabs.open = [{ url: page, active: true }];
    await update();
    expect(names()).toEqual(['contoso', 'contoso']);
    expect(await stored.chosenHost.get(), 'it is the one of next time, too').toBe('services:contoso');
  });

  test('goes on with what was typed into New token where it was typed for, whatever page it is over', async () => {
    const { hostId } = await added('fabrikam');
    const lifetime = { choice: '30', day: '' };
    const unsent = { purpose: '', name: 'laptop', nameTyped: true, scopes: [], lifetime, hostId };
    await call('draft.keep', { unsent });
    await load(Promise.resolve(page));
    await loadUnsent();
    expect([view.value, host.value?.name]).toEqual(['create', 'fabrikam']);
  });

  test('over an unknown one tells of it, and changes nothing under a hand', async () => {
    await added('fabrikam');
    await call('hosts.remove', { hostId: HostId.parse('services:contoso') });
    await load(Promise.resolve(page));
    expect(host.value?.name).toBe('fabrikam');
    browser.tabs.open = [{ url: page, active: true }];
    await update();
    expect(names()).toEqual(['fabrikam', 'contoso']);
    expect(await stored.chosenHost.get()).toBe('services:fabrikam');
  });

  test('with nothing to show shows what it finds, unless a hand is at the field', async () => {
    browser.tabs.open = [{ url: page, active: true }];
    await load(Promise.resolve(page));
    view.value = 'add-host';
    await update();
    expect([view.value, pageHost.value]).toEqual(['add-host', 'services:contoso']);
    view.value = 'home';
    chosenId.value = null;
    await stored.hosts.set([]);
    await vi.waitFor(() => expect(host.value).toBeNull());
    await update();
    expect(names()).toEqual(['contoso', 'contoso']);
  });
});

test('as soon as an input begins in the address bar, it says what Enter opens now', async () => {
  await added('fabrikam');
  browser.omnibox.first = 'what was found for the input before';
  browser.omnibox.onInputStarted.fire();
  await vi.waitFor(() => expect(browser.omnibox.first).toBe('New token: Clone and fetch in fabrikam'));
});
