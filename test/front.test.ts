import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { makeFronts } from '../src/background/front/front';
import { ALL_HOSTS } from '../src/core/all-hosts';
import { DAY, HOUR } from '../src/core/duration';
import type { Front, FrontElsewhere } from '../src/core/front/front';
import { opened, sealed } from '../src/core/front/seal';
import { HostId, KnownHost } from '../src/core/host';
import { limitsAt } from '../src/core/minting/expectation';
import { SHOW } from '../src/core/overview/token-filter';
import { PRESETS } from '../src/core/purposes/built-in';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { Guid, type Token, TokenId } from '../src/core/token';
import { FRONT, frontKey } from '../src/platform/front-keys';
import { stored } from '../src/platform/stored';
import { isAsBefore } from '../src/popup/asking';
import { homeOf, ROW_KEYS } from '../src/popup/first';
import { onNewFront, readFront } from '../src/popup/front';
import { homeAt } from '../src/popup/home';
import { localNow } from '../src/ui/stores/clock';
import { host } from '../src/ui/stores/hosts';
import { load } from '../src/ui/stores/load';
import { loadPurposes } from '../src/ui/stores/purposes';
import { actionKeys } from '../src/ui/token-menu';
import browser from './fakes/browser';
import { seen } from './home-seen';

// What the popup shows first has to be what it shows when everything is known.

const NOW = Date.UTC(2026, 10, 26, 10, 30);
const ORGANIZATION = '33333333-3333-4333-8333-333333333333';
const guid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

const person = fc.constantFrom(
  { id: guid(1), name: 'Normal Paulk', account: 'paulk@fabrikam.example' },
  { id: guid(2), name: 'Normal Paulk', account: 'np@contoso.example' },
  { id: guid(3), name: '\u202eRaisa <b>' },
);
const identity = fc.option(person, { freq: 5 });

const NAMES = ['fabrikam', 'contoso'] as const;
const SERVER = {
  id: 'server:http://tfs.corp.example:8080/tfs/C',
  kind: 'server',
  name: 'tfs.corp.example:8080/tfs/C',
  root: 'http://tfs.corp.example:8080/tfs/C',
  base: 'http://tfs.corp.example:8080/tfs',
  product: 'TFS 2018 Update 2',
  tokensAt: 'collection',
  version: '2.0-preview',
  createVersion: '2.0-preview',
  hasProviders: false,
};
const hosts = fc
  .tuple(fc.subarray([...NAMES, 'server'], { minLength: 1 }), fc.array(identity, { minLength: 3, maxLength: 3 }))
  .map(([names, people]) =>
    names.map((name, index) => {
      const place =
        name === 'server' ? SERVER : { id: `services:${name}`, kind: 'services', name, domain: 'dev.azure.com' };
      return KnownHost.parse({ ...place, identity: people[index] ?? null });
    }),
  );

const scopes = fc.subarray(['vso.code', 'vso.code_write', 'vso.packaging', 'app_token', 'vso.of_tomorrow']);
const token = fc.record({
  name: fc.constantFrom('', '  ', 'ci-build', 'CI-Build', 'אסימון', '<img src=x onerror=alert(1)>', 'W'.repeat(255)),
  scopes,
  createdAt: fc.constantFrom(null, NOW - 200 * DAY),
  expiresAt: fc.oneof(
    fc.constant(null),
    fc.integer({ min: -20, max: 400 }).map((days) => NOW + days * DAY),
    fc.integer({ min: -400, max: 400 }).map((hours) => NOW + hours * HOUR + 1),
  ),
  organizationIds: fc.oneof(
    { weight: 20, arbitrary: fc.constant<string[]>([ORGANIZATION]) },
    { weight: 1, arbitrary: fc.constant(null) },
  ),
  revoked: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});
const list = fc
  .array(token, { maxLength: 60 })
  .map((all) => all.map((each, index): Token => ({ ...each, id: TokenId.parse(guid(100 + index)) })));
const reading = fc.record({
  tokens: fc.option(list, { freq: 6 }),
  isTheirs: fc.oneof({ weight: 8, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  complete: fc.boolean(),
  clockSkew: fc.constantFrom(0, 0, 90_000, -3 * DAY),
  lifecycle: fc.constantFrom(true, false, null),
});
const state = fc.record({
  hosts,
  readings: fc.array(reading, { minLength: 3, maxLength: 3 }),
  chosen: fc.constantFrom(0, 1, 2, ALL_HOSTS),
  show: fc.constantFrom(...SHOW),
  singleKeys: fc.boolean(),
  pinned: fc.subarray(
    PRESETS.map(({ id }) => id),
    { maxLength: 9 },
  ),
  inView: fc.option(fc.constantFrom(...NAMES), { freq: 2 }),
  passed: fc.integer({ min: 0, max: 40 }).map((hours) => hours * HOUR),
});
type State = typeof state extends fc.Arbitrary<infer S> ? S : never;

async function put({ hosts: all, readings, chosen, show, singleKeys, pinned }: State): Promise<void> {
  await stored.hosts.set(all);
  for (const [index, each] of all.entries()) {
    const { tokens, isTheirs, complete, clockSkew, lifecycle } = readings[index] ?? readings[0] ?? expect.fail();
    const theirs = each.identity ?? { id: guid(9), name: 'nobody' };
    const of = isTheirs ? theirs : { id: guid(8), name: 'somebody else' };
    const snapshot = tokens && { identity: of, tokens, readAt: NOW - HOUR, clockSkew, complete };
    await stored.reading(each.id).set({ snapshot, failure: null });
    await stored.doors(each.id).set({ lifecycle, sessionTokens: null, pageProvider: null, since: NOW - 20 * HOUR });
  }
  await stored.chosenHost.set(typeof chosen === 'number' ? (all[chosen]?.id ?? null) : chosen);
  await stored.settings.set({ ...DEFAULT_SETTINGS, show, singleKeys });
  await stored.purposes.set({ own: [], pinned, order: [] });
}

const _nothing = () => undefined;
const early = { whole: async () => null, mint: () => undefined };

/** The front of the chosen host, as it is stored. */
const frontIn = (fronts: Record<string, unknown>) =>
  (JSON.parse(JSON.stringify(fronts))[FRONT] ?? null) as Front | null;

/** The front that a popup takes over a page of that host. */
function frontOver(fronts: Record<string, unknown>, inView: string | null): Front | null {
  const front = frontIn(fronts);
  if (!front) return null;
  const here = front.hosts.find(({ name }) => name === inView);
  if (!here || front.chosen === ALL_HOSTS || here.id === front.chosen) return front;
  const other = fronts[frontKey(here.id)] as FrontElsewhere | undefined;
  return other ? { ...front, chosen: here.id, screen: other.screen } : null;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  return () => vi.useRealTimers();
});

test('shows what is shown when everything is known, then and later', async () => {
  let compared = 0;
  await fc.assert(
    fc.asyncProperty(state, async (given) => {
      vi.setSystemTime(NOW);
      await put(given);
      const front = frontOver(await makeFronts(), given.inView);
      vi.setSystemTime(NOW + given.passed);
      const first = front && (await homeOf(front, early));
      if (!first) return;
      await load(Promise.resolve(given.inView ? `https://dev.azure.com/${given.inView}/_git/x` : undefined));
      await loadPurposes();
      localNow.value = Date.now();
      const whole = homeAt(host.value ?? expect.fail('there is a host'));
      expect(seen(first)).toEqual(seen(whole));
      compared += 1;
    }),
    { numRuns: 80 },
  );
  expect(compared, 'most states have a front').toBeGreaterThan(40);
});

async function usual(): Promise<Front> {
  const person = { id: guid(1), name: 'Normal Paulk' };
  const fabrikam = {
    id: 'services:fabrikam',
    kind: 'services',
    name: 'fabrikam',
    domain: 'dev.azure.com',
    identity: person,
  };
  const one: Token = {
    id: TokenId.parse(guid(100)),
    name: 'ci-build',
    scopes: ['vso.code'],
    createdAt: null,
    expiresAt: NOW + 30 * DAY,
    organizationIds: [ORGANIZATION],
    revoked: false,
  };
  const reading = { tokens: [one], isTheirs: true, complete: true, clockSkew: 0, lifecycle: true };
  const told = { show: 'active', singleKeys: true, pinned: ['clone'], inView: null, passed: 0 } as const;
  await put({ ...told, pinned: ['clone'], hosts: [KnownHost.parse(fabrikam)], readings: [reading], chosen: 0 });
  return frontIn(await makeFronts()) ?? expect.fail('there is a front');
}

/** What may have become of a stored text: torn, from elsewhere, of another kind, huge, or with what a page could not take. */
const DAMAGES: [string, (front: string) => unknown][] = [
  ['gone', () => undefined],
  ['nothing', () => null],
  ['empty', () => ''],
  ['its sum alone', (front) => front.split(' ', 1)[0]],
  ['no sum', (front) => front.slice(front.indexOf(' ') + 1)],
  ['half of it', (front) => front.slice(0, front.length / 2)],
  ['its end lost', (front) => front.slice(0, -1)],
  ['more than it', (front) => `${front} `],
  ['twice', (front) => front + front],
  ['another name in it', (front) => front.replace('fabrikam', 'fabrican')],
  ['another account', (front) => front.replace(/"identity":null/, '"identity":{"id":"x","name":"x"}')],
  ['another version', (front) => sealed({ ...(opened(front) as object), stamp: '9.9.9 en' })],
  ['another language', (front) => sealed({ ...(opened(front) as Front), stamp: `${(opened(front) as Front).stamp}x` })],
  ['no version', (front) => sealed({ ...(opened(front) as object), stamp: undefined })],
  ['as a value', (front) => opened(front)],
  ['in an envelope', (front) => ({ version: 1, value: opened(front) })],
  ['a number', () => 7],
  ['a number that is sealed', () => sealed(7)],
  ['nothing that is sealed', () => sealed(null)],
  ['a list', () => []],
  ['a list that is sealed', () => sealed([])],
  ['true', () => true],
  ['a prototype', () => JSON.parse('{"__proto__":{"stamp":"x"}}')],
  ['a prototype that is sealed', () => sealed(JSON.parse('{"__proto__":{"stamp":"x"}}'))],
  ['huge', () => 'x'.repeat(5_000_000)],
  ['deep', () => `0 ${'['.repeat(50_000)}`],
  ['markup', () => '<img src=x onerror=alert(1)>'],
];

test('what a press of Quick mint comes to is told by what was found to be allowed', async () => {
  const { hosts: all } = await usual();
  const [place = expect.fail('there is one')] = all;
  const none = limitsAt(null, place.identity?.id ?? '', NOW);
  await stored.limits(place.id).set({ ...none, identityId: Guid.parse(guid(1)), cut: { days: 7, at: NOW } });
  const front = frontIn(await makeFronts()) ?? expect.fail('there is a front');
  const { pinned, detailOf } = (await homeOf(front, early)) ?? expect.fail('it can be shown');
  expect(pinned.map((each) => detailOf(each, place))).toEqual([expect.stringContaining('7 days instead of')]);
  await stored.limits(place.id).remove();
});

test.each([25, 61, 2_000])('a list of %i that work has one', async (count) => {
  const { hosts: places, screen } = await usual();
  const [first] = screen.tokens;
  const tokens = Array.from({ length: count }, (_, index) => ({
    ...(first ?? expect.fail('there is a token')).token,
    id: TokenId.parse(guid(100 + index)),
  }));
  const [host] = places;
  const identity = host?.identity ?? expect.fail('somebody is signed in');
  const list = { identity, tokens, readAt: NOW, clockSkew: 0, complete: true };
  await stored.reading(host?.id ?? expect.fail('there is a host')).set({ snapshot: list, failure: null });
  expect(frontIn(await makeFronts())?.screen.tokens).toHaveLength(Math.min(count, 60));
});

test('the keys of a row are known before what they do', () => {
  const keys = Object.values(actionKeys).map((key) => (key === 'Del' ? 'Delete' : key));
  expect(keys.filter((key) => !ROW_KEYS.test(key))).toEqual([]);
  expect(['f', 'n', 'Enter', 'Tab', 'ArrowDown', '1'].filter((key) => ROW_KEYS.test(key))).toEqual([]);
});

test('of hosts that are not there nothing is shown', async () => {
  const front = await usual();
  expect(await homeOf({ ...front, hosts: [] }, early)).toBeNull();
  expect(await homeOf({ ...front, screen: { ...front.screen, at: [] } }, early)).toBeNull();
});

test('counts are not believed when the clock was set back, nor when more has changed than is known', async () => {
  const front = await usual();
  const { counts } = front.screen;
  const withCounts = (told: object) => ({ ...front, screen: { ...front.screen, counts: { ...counts, ...told } } });
  expect((await homeOf(front, early))?.counts.active).toBe(1);
  expect(await homeOf(withCounts({ from: NOW + 1 }), early)).toBeNull();
  expect(await homeOf(withCounts({ until: NOW }), early)).toBeNull();
});

describe('where something else waits for the user there is none', () => {
  const placed = { hostId: 'services:fabrikam' as never, identityId: guid(1), tokenId: guid(100) as never };
  test.each<[string, () => Promise<void>]>([
    ['a revoke', () => stored.revokes.set([{ ...placed, name: 'n', dueAt: NOW, progress: { state: 'waiting' } }])],
    ['a stranger', () => stored.strangers.set([{ ...placed, at: NOW, shown: false }])],
    [
      'a token that somebody has revoked',
      () => stored.endedElsewhere.set([{ ...placed, name: 'n', at: NOW, shown: false }]),
    ],
    [
      'somebody who is signed out for long',
      () => stored.signedOut.set([{ hostId: placed.hostId, since: NOW - 2 * DAY }]),
    ],
    [
      'tokens of another account that end soon',
      () => {
        const ends = [{ tokenId: placed.tokenId, key: 'k', expiresAt: NOW + DAY }];
        const other = { identity: { id: Guid.parse(guid(3)), name: 'x' }, readAt: NOW, clockSkew: 0, ends };
        return stored.otherAccounts(placed.hostId).set([other]);
      },
    ],
    [
      'a reading that failed',
      () => stored.reading(placed.hostId).set({ snapshot: null, failure: { kind: 'offline' } }),
    ],
    [
      'a list that has only the tokens made there',
      async () => {
        const { snapshot } = await stored.reading(placed.hostId).get();
        const part = snapshot && { ...snapshot, onlyMadeHere: true as const };
        await stored.reading(placed.hostId).set({ snapshot: part, failure: null });
      },
    ],
    [
      'a list that the disk did not take',
      async () => stored.unsaved(placed.hostId).set({ ...(await stored.reading(placed.hostId).get()), failure: null }),
    ],
  ])('%s', async (_, put) => {
    browser.reset();
    await usual();
    await put();
    expect((await makeFronts())[FRONT]).toBeUndefined();
  });
});

test('a token of another account that is new, or that somebody has revoked, waits for that one alone', async () => {
  browser.reset();
  const [place = expect.fail('there is one')] = (await usual()).hosts;
  const of = { hostId: place.id, identityId: Guid.parse(guid(3)), tokenId: TokenId.parse(guid(100)) };
  await stored.endedElsewhere.set([{ ...of, name: 'n', at: NOW, shown: true }]);
  await stored.strangers.set([{ ...of, at: NOW, shown: true }]);
  expect(frontIn(await makeFronts())).not.toBeNull();
});

describe('the popup reads', () => {
  const fabrikam = 'https://dev.azure.com/fabrikam/_git/x';
  const contoso = 'https://contoso.visualstudio.com/_git/x';
  const over = async (page?: string) => {
    const found = await readFront(Promise.resolve(page));
    const home = found && (await homeOf(found.front, early));
    return found && [found.front.chosen, found.isChosen, home?.shown.map((each) => each.host.name)];
  };

  beforeEach(async () => {
    browser.reset();
    const reading = { tokens: [], isTheirs: true, complete: true, clockSkew: 0, lifecycle: true };
    const places = NAMES.map((name) =>
      KnownHost.parse({ id: `services:${name}`, kind: 'services', name, domain: 'dev.azure.com', identity: null }),
    );
    const told = { show: 'active', singleKeys: true, pinned: ['clone'], inView: null, passed: 0, chosen: 0 } as const;
    await put({ ...told, pinned: ['clone'], hosts: places, readings: [reading, reading, reading] });
    for (const [key, front] of Object.entries(await makeFronts()))
      if (front) await browser.storage.local.set({ [key]: sealed(front) });
  });

  test('the organization of last time, or that of the page in view', async () => {
    expect(await over()).toEqual(['services:fabrikam', true, ['fabrikam']]);
    expect(await over(fabrikam)).toEqual(['services:fabrikam', true, ['fabrikam']]);
    expect(await over('https://example.org/contoso')).toEqual(['services:fabrikam', true, ['fabrikam']]);
    expect(await over(contoso)).toEqual(['services:contoso', false, ['contoso']]);
  });

  test('nothing of another organization where that of the page is not ready', async () => {
    await browser.storage.local.remove('front:services:contoso');
    expect(await over(contoso)).toBeNull();
  });

  test.each(['minted', 'unsent', 'pending', 'copied'])(
    'nothing where there is something else to show first: %s',
    async (key) => {
      await browser.storage.session.set({ [key]: { version: 1, value: [{}] } });
      expect(await over()).toBeNull();
      await browser.storage.session.set({ [key]: { version: 1, value: null } });
      expect(await over()).not.toBeNull();
    },
  );

  test.each(DAMAGES)('nothing of what is damaged: %s', async (_, damage) => {
    const { front } = await browser.storage.local.get('front');
    await browser.storage.local.set({ front: damage(String(front)) });
    expect(await over()).toBeNull();
    await browser.storage.local.set({ front });
    expect(await over(), 'it fits again').not.toBeNull();
  });

  test('nothing that another version has written, or that is in another language', async () => {
    const { front } = await browser.storage.local.get('front');
    vi.spyOn(browser.runtime, 'getManifest').mockReturnValue({ ...browser.runtime.getManifest(), version: '0.0.1' });
    expect(await over()).toBeNull();
    vi.restoreAllMocks();
    expect(await over()).not.toBeNull();
    const said = browser.i18n.getMessage.bind(browser.i18n);
    vi.spyOn(browser.i18n, 'getMessage').mockImplementation((key, ...values) =>
      key === 'language' ? 'de' : said(key, ...values),
    );
    expect(await over()).toBeNull();
    vi.restoreAllMocks();
    expect((await browser.storage.local.get('front')).front).toBe(front);
  });

  test('nothing that is damaged at any one sign', async () => {
    const { front } = await browser.storage.local.get('front');
    const text = String(front);
    for (let at = 0; at < text.length; at += 1)
      for (const sign of ['', ' ', '"', String.fromCharCode(text.charCodeAt(at) + 1)]) {
        const damaged = text.slice(0, at) + sign + text.slice(at + 1);
        if (damaged !== text) expect(opened(damaged), `${sign} at ${at}`).toBeNull();
      }
  });

  test('nothing of another organization that is damaged', async () => {
    const key = frontKey(HostId.parse('services:contoso'));
    const { [key]: other } = await browser.storage.local.get(key);
    for (const [, damage] of DAMAGES) {
      const damaged = damage(String(other));
      if (damaged === other) continue; // what it replaces is not in it
      await browser.storage.local.set({ [key]: damaged });
      expect(await over(contoso)).toBeNull();
    }
  });

  test('nothing that was made for another account, or for other organizations', async () => {
    const all = await stored.hosts.get();
    const others = all.map((each) => KnownHost.parse({ ...each, identity: { id: guid(3), name: 'x' } }));
    for (const each of [others, all.slice(1), []]) {
      await stored.hosts.set(each);
      expect(await over()).toBeNull();
    }
    await stored.hosts.set(all);
    expect(await over()).not.toBeNull();
  });
});

test('the popup hears of each change of what it reads first, and of no other', async () => {
  const changed = vi.fn();
  onNewFront(changed);
  await browser.storage.local.set({ settings: 1, 'reading:services:fabrikam': 1 });
  expect(changed).not.toHaveBeenCalled();
  for (const key of [FRONT, frontKey(HostId.parse('services:contoso'))]) await browser.storage.local.set({ [key]: 1 });
  for (const key of ['minted', 'unsent', 'pending', 'copied']) await browser.storage.session.set({ [key]: 1 });
  expect(changed).toHaveBeenCalledTimes(6);
});

describe('what was asked since the popup opened', () => {
  const nothing = { hostId: null, offer: null };
  const done = { ok: true };
  const lost = new Error('the worker was ended');
  const answer = (value: unknown) => (value === lost ? Promise.reject(lost) : Promise.resolve(value));

  test.each<[string, boolean, object, unknown[]]>([
    ['nothing new', true, { ok: true, value: nothing }, [done]],
    ['its own page', true, { ok: true, value: { ...nothing, hostId: 'services:fabrikam' } }, [done]],
    ['the page of another organization', false, { ok: true, value: { ...nothing, hostId: 'services:x' } }, [done]],
    ['a page that can be added', false, { ok: true, value: { ...nothing, offer: 'https://tfs.example' } }, [done]],
    ['a page that is not known', false, { ok: false, failure: { kind: 'offline' } }, [done]],
    ['a list that was not read', false, { ok: true, value: nothing }, [done, { ok: false }]],
    ['no answer about a page', false, lost, [done]],
    ['no answer about a list', false, { ok: true, value: nothing }, [lost, done]],
    ['no word of it', false, { ok: true, value: nothing }, [undefined]],
  ])('%s: the list stays as it is: %s', async (_, isSame, found, lists) => {
    const read = new Map(lists.map((list, index) => [HostId.parse(`services:${index}`), answer(list)]));
    expect(await isAsBefore({ discovered: answer(found), read }, await usual())).toBe(isSame);
  });

  test('the page of one of all organizations, where all are shown', async () => {
    const front = await usual();
    const [at = expect.fail('it is there')] = front.screen.at;
    const all = { ...front, screen: { ...front.screen, at: [at, at] } };
    const discovered = answer({ ok: true, value: { ...nothing, hostId: 'services:x' } });
    expect(await isAsBefore({ discovered, read: new Map() }, all)).toBe(true);
  });
});
