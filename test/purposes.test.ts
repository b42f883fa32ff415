import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { isCreate } from '../dev-server/requests';
import { call } from '../src/contract/call';
import { DAY } from '../src/core/duration';
import { PRESETS } from '../src/core/purposes/built-in';
import { purposeFile } from '../src/core/purposes/file';
import { FIRST_PURPOSES } from '../src/core/purposes/purposes';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { named } from '../src/platform/in-words/purposes';
import { stored } from '../src/platform/stored';
import { deletePurpose, importPurposes, keepImport, keepPurpose, savePurposes } from '../src/ui/deeds/purposes';
import { loadPurposes, purposes as shown } from '../src/ui/stores/purposes';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const bot = { id: 'own', name: 'Wiki bot', scopes: ['vso.wiki', 'vso.tomorrow'], days: 14, note: 'on the wall' };
const purposes = { ...FIRST_PURPOSES, own: [bot], pinned: ['own'] };

/** What the pages' provider was asked for, in the order of the requests. */
function asked() {
  const bodies = at.server.requests.filter(isCreate).map(({ body }) => body);
  return bodies.map((body) => (body as { dataProviderContext: { properties: Asked } }).dataProviderContext.properties);
}
type Asked = { displayName: string; scope: string; validTo: string; targetAccounts: string[] };

const lifetimeOf = ({ validTo }: Asked) => (Date.parse(validTo) - Date.now()) / DAY;

test('each purpose that comes with Patina asks for its scopes and its lifetime, for one organization', async () => {
  const by = await added('fabrikam');
  for (const { id } of PRESETS) expect(await call('tokens.mint', { ...by, purpose: id })).toMatchObject({ ok: true });
  const requests = asked();
  expect(requests.map(({ scope }) => scope)).toEqual(PRESETS.map(({ scopes }) => scopes.join(' ')));
  expect(requests.map((each) => Math.round(lifetimeOf(each) * 100) / 100)).toEqual(PRESETS.map(({ days }) => days));
  expect(new Set(requests.flatMap(({ targetAccounts }) => targetAccounts)).size).toBe(1);
  expect(requests.map(({ displayName }) => displayName.replace(/ 20\d\d-\d\d-\d\d \w{5}$/, ''))).toEqual(
    PRESETS.map((preset) => named(preset).name),
  );
});

describe("the user's own purposes", () => {
  test('are kept, and minted by their ids', async () => {
    const by = await added('fabrikam');
    expect(await call('purposes.save', { purposes })).toEqual({ ok: true, value: undefined });
    expect(await stored.purposes.get()).toEqual(purposes);
    at.server.faults.set('policyRefused', { error: 'InvalidScope' }); // the dev-server knows the scopes of today only
    await call('tokens.mint', { ...by, purpose: 'own' });
    const [request, ...others] = asked();
    expect(others).toEqual([]);
    expect(request).toMatchObject({
      scope: 'vso.wiki vso.tomorrow',
      displayName: expect.stringMatching(/^Wiki bot 20/),
    });
    expect(request && lifetimeOf(request)).toBeCloseTo(14, 2);
  });

  test('pressed twice at the same time make one token', async () => {
    const by = await added('fabrikam');
    await call('purposes.save', { purposes: { ...purposes, own: [{ ...bot, scopes: ['vso.wiki'] }] } });
    const press = () => call('tokens.mint', { ...by, purpose: 'own' });
    const [first, second] = await Promise.all([press(), press()]);
    expect(asked()).toHaveLength(1);
    expect(first.ok && second.ok && first.value.token.id === second.value.token.id).toBe(true);
  });

  test.each(['gone', 'own', '__proto__', ''])(
    'one that is not there (%j) sends nothing, and says so',
    async (purpose) => {
      const by = await added('fabrikam');
      const minted = await call('tokens.mint', { ...by, purpose });
      expect(minted).toEqual({ ok: false, failure: { kind: 'invalid', field: 'purpose', reason: 'gone' } });
      expect(asked()).toEqual([]);
    },
  );

  test('that are damaged where they are stored cost the others nothing', async () => {
    const by = await added('fabrikam');
    await browser.storage.local.set({ purposes: { own: [{ ...bot, days: 'many' }, 7], pinned: 'all' } });
    expect(await stored.purposes.get()).toEqual(FIRST_PURPOSES);
    expect((await call('tokens.mint', { ...by, purpose: 'clone' })).ok).toBe(true);
  });
});

test('what a file brings is kept beside what another page has done until the user has looked at it', async () => {
  await loadPurposes();
  await call('purposes.save', { purposes });
  await vi.waitFor(() => expect(shown.value).toEqual(purposes));
  const brought = { name: 'Board', scopes: ['vso.work'], days: 7 };
  await importPurposes(new Blob([purposeFile([brought])]));
  const other = {
    ...purposes,
    own: [
      { ...bot, days: 3 },
      { ...bot, id: 'two', name: 'Two' },
    ],
    pinned: ['two'],
  };
  await call('purposes.save', { purposes: other });
  await vi.waitFor(() => expect(shown.value).toEqual(other));
  await keepImport();
  const kept = await stored.purposes.get();
  expect(kept).toEqual({ ...other, own: [...other.own, { ...brought, id: kept.own.at(-1)?.id }] });
});

describe('what is shown is what is kept', () => {
  const { set } = browser.storage.local;

  beforeEach(async () => {
    await call('purposes.save', { purposes });
    await loadPurposes();
    expect(shown.value).toEqual(purposes);
  });
  afterEach(() => {
    browser.storage.local.set = set;
  });

  test('where the disk takes nothing more: neither a new one nor the end of one', async () => {
    browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    expect(await keepPurpose({ ...bot, id: 'two', name: 'Two' })).toMatch(/^The browser has no room left/);
    expect(shown.value).toEqual(purposes);
    await deletePurpose(bot);
    expect(shown.value).toEqual(purposes);
    browser.storage.local.set = set;
    expect(await keepPurpose({ ...bot, id: 'three', name: 'Three' })).toBeNull();
    expect(shown.value).toEqual(await stored.purposes.get());
    expect(shown.value.own.map(({ name }) => name)).toEqual(['Wiki bot', 'Three']);
  });

  test('also while a second press is on its way when the first is told to be kept', async () => {
    let saves = 0;
    let goOn = () => {};
    const gate = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    browser.storage.local.set = async (items) => {
      if ('purposes' in items) saves += 1;
      if ('purposes' in items && saves === 2) await gate;
      await set(items);
    };
    const first = savePurposes({ ...shown.value, pinned: ['clone'] });
    const second = savePurposes({ ...shown.value, order: ['push'] });
    await first;
    expect(await stored.purposes.get()).toMatchObject({ pinned: ['clone'], order: [] });
    const third = savePurposes({ ...shown.value, own: [] });
    goOn();
    await Promise.all([second, third]);
    expect(shown.value).toEqual({ own: [], pinned: ['clone'], order: ['push'] });
    expect(await stored.purposes.get()).toEqual(shown.value);
  });
});

test("the user's machine or note stands in the name", async () => {
  const by = await added('fabrikam');
  await call('settings.save', { settings: { ...DEFAULT_SETTINGS, nameNote: '  my laptop ' } });
  await call('tokens.mint', { ...by, purpose: 'clone' });
  expect(asked()[0]?.displayName).toMatch(/^Clone and fetch my laptop 20\d\d-\d\d-\d\d \w{5}$/);
});

test('a purpose is minted although what is known of the organization cannot be read', async () => {
  const by = await added('fabrikam');
  await browser.storage.local.set({ 'limits:services:fabrikam': { identityId: 7, cut: 'x' } });
  await call('tokens.mint', { ...by, purpose: 'clone' });
  expect(asked().map(lifetimeOf)[0]).toBeCloseTo(30, 2);
  await vi.waitFor(async () => expect(await stored.limits(by.hostId).get()).toMatchObject({ cut: null }));
});
