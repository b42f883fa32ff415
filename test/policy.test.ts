import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { followPolicy } from '../src/background/apply-policy';
import { believedLimits } from '../src/background/minting/limits';
import { call } from '../src/contract/call';
import type { Change } from '../src/core/change';
import { type HostId, HostId as HostIdSchema } from '../src/core/host';
import { POLICY_NAMES, readPolicy } from '../src/core/policy/policy';
import { purposeFile } from '../src/core/purposes/file';
import { DEFAULT_SETTINGS, PORTABLE } from '../src/core/settings';
import { mintInWords } from '../src/platform/in-words/expected';
import { stored } from '../src/platform/stored';
import { edit, extend } from '../src/ui/deeds/changes';
import { exportChoices, importPurposes, keepImport } from '../src/ui/deeds/purposes';
import { rotate } from '../src/ui/deeds/rotations';
import { asked, stopAsking } from '../src/ui/stores/asked';
import { load } from '../src/ui/stores/load';
import { loadPolicy } from '../src/ui/stores/policy';
import { imported, loadPurposes } from '../src/ui/stores/purposes';
import { loadSettings, settings } from '../src/ui/stores/settings';
import browser from './fakes/browser';
import { rowNamed } from './fakes/row-named';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const written = vi.hoisted(() => [] as string[]);
vi.mock('../src/ui/exports/download', () => ({ download: (_: string, text: string) => written.push(text) }));

/** What an administrator has set, told as the browser tells it; the worker has applied it when this is over. */
async function decide(values: Record<string, unknown>): Promise<void> {
  browser.storage.managed.decide(values);
  await followPolicy(); // as the worker does, which nobody can wait for
}

afterEach(() => browser.storage.managed.reset());

const refused = (rule: string) => ({ ok: false, failure: { kind: 'invalid', field: 'decided', reason: rule } });
const draft = { name: 'laptop', scopes: ['vso.code'], lifetime: { days: 30 } };
const creates = () => at.server.requests.filter(({ method }) => method === 'POST').length;

describe('what an administrator has decided is held by the worker', () => {
  let by: { hostId: HostId; identityId: string };
  beforeEach(async () => {
    by = await added('fabrikam');
  });

  test.each([
    ['full access', { forbidFullAccess: true }, { ...draft, scopes: ['app_token'] }, 'full-access'],
    ['full access in other letters', { forbidFullAccess: true }, { ...draft, scopes: ['App_Token'] }, 'full-access'],
    ['what is as wide', { forbidFullAccess: true }, { ...draft, scopes: ['user_impersonation'] }, 'full-access'],
    ['a lifetime', { longestLifetimeDays: 7 }, { ...draft, lifetime: { days: 8 } }, 'lifetime'],
    ['a day too late', { longestLifetimeDays: 7 }, { ...draft, lifetime: { until: Date.now() + 9e8 } }, 'lifetime'],
  ])('a create is refused: %s', async (_, policy, asked, rule) => {
    const before = creates();
    await decide(policy);
    expect(await call('tokens.create', { ...by, draft: asked })).toEqual(refused(rule));
    expect(creates()).toBe(before);
    expect(await stored.intents.get()).toEqual([]);
    await decide({});
    expect(await call('tokens.create', { ...by, draft })).toMatchObject({ ok: true });
  });

  test('also after the browser could not say once what it is', async () => {
    const full = () => call('tokens.create', { ...by, draft: { ...draft, scopes: ['app_token'] } });
    vi.spyOn(browser.storage.managed, 'get').mockRejectedValueOnce(new Error('The browser is shutting down.'));
    await decide({ forbidFullAccess: true });
    vi.restoreAllMocks();
    expect(await full()).toEqual(refused('full-access'));
  });

  test('on a host that rounds lifetimes up, what it makes of them is held', async () => {
    const limits = { cut: null, tooLong: null, fullAccess: null, creation: null, packaging: null };
    const rounding = { up: true, at: Date.now() };
    await stored.limits(by.hostId).set({ identityId: by.identityId, ...limits, rounding });
    await decide({ longestLifetimeDays: 100 });
    const asking = (days: number) => call('tokens.create', { ...by, draft: { ...draft, lifetime: { days } } });
    expect(await asking(100)).toEqual(refused('rounding'));
    expect(await asking(90)).toMatchObject({ ok: true });
    await decide({ longestLifetimeDays: 60 });
    const before = creates();
    expect(await asking(1)).toEqual(refused('no-lifetime'));
    const mint = () => call('tokens.mint', { ...by, purpose: 'clone' });
    expect(await mint(), 'a shorter one does not help').toEqual(refused('no-lifetime'));
    expect(creates()).toBe(before);
    const purpose = { id: 'clone', name: '', scopes: ['vso.code'], days: 30 };
    const says = async () =>
      mintInWords(
        purpose,
        { id: by.hostId, kind: 'services', name: 'fabrikam', domain: 'dev.azure.com' },
        await believedLimits(by),
      );
    expect(await says(), 'before it is pressed').toMatch(/no token for less than 90 days/);
    await decide({ longestLifetimeDays: 90 });
    expect(await says()).toBe('Code: Read · 30 days');
    expect(await mint()).toMatchObject({ ok: true });
  });

  test('Quick mint asks for no more than is allowed, and a forbidden purpose is not minted', async () => {
    await decide({ longestLifetimeDays: 7, purposesForbidden: ['push'] });
    const made = await call('tokens.mint', { ...by, purpose: 'clone' });
    expect(made.ok && Math.round((made.value.asked.expiresAt - Date.now()) / 86_400_000)).toBe(7);
    expect(await call('tokens.mint', { ...by, purpose: 'push' })).toEqual(refused('purpose'));
    // What a page saves brings none of them back.
    await call('purposes.save', { purposes: { own: [], pinned: ['push'], order: [] } });
    expect((await stored.purposes.get()).withheld).toEqual(['push']);
  });

  test('over plain http nothing is minted, and that is said as decided, also where it is allowed here', async () => {
    const root = 'http://tfs.corp.example/tfs/C';
    const hostId = HostIdSchema.parse(`server:${root}`);
    const place = { id: hostId, kind: 'server', name: 'C', root, base: 'http://tfs.corp.example/tfs', product: '' };
    const facts = { tokensAt: 'collection', version: '4.1', createVersion: '1.0', hasProviders: false } as const;
    await stored.hosts.update((all) => [...all, { ...place, ...facts, identity: null } as (typeof all)[number]]);
    await decide({ forbidPlainHttp: true });
    const mint = () => call('tokens.mint', { hostId, identityId: by.identityId, purpose: 'clone' });
    expect(await mint()).toEqual(refused('plain-http'));
    await decide({});
    expect(await mint()).toMatchObject({ failure: { kind: 'insecure' } });
  });

  test('a purpose that was forbidden is back, with its pin, when nothing is decided any more', async () => {
    const { pinned } = await stored.purposes.get();
    await decide({ purposesForbidden: ['push'] });
    expect(await call('tokens.mint', { ...by, purpose: 'push' })).toEqual(refused('purpose'));
    await decide({});
    expect(await stored.purposes.get()).toEqual({ own: [], pinned, order: [] });
    expect(await call('tokens.mint', { ...by, purpose: 'push' })).toMatchObject({ ok: true });
  });

  test('an extension and a rotation past the limit are refused, and nothing is begun', async () => {
    at.server.switches.patsMode = 'open';
    await call('tokens.refresh', { hostId: by.hostId });
    const token = (await stored.reading(by.hostId).get()).snapshot?.tokens.find(({ name }) => name === 'ci-build');
    const of = { ...by, tokenId: token?.id ?? HostIdSchema.parse('x') } as never; // a token of the seed
    await decide({ longestLifetimeDays: 7 });
    const lifetime = { days: 30 };
    expect(await call('tokens.update', { ...(of as object), change: { lifetime } } as never)).toEqual(
      refused('lifetime'),
    );
    const rotation = { ...(of as object), keep: 'for-a-day', lifetime, on: [by] } as never;
    expect(await call('rotations.start', rotation)).toEqual(refused('lifetime'));
    expect(await stored.rotations.get()).toEqual([]);
  });

  test('what is refused of a change or a rotation is asked for once more, with all that was answered', async () => {
    at.server.switches.patsMode = 'open';
    await call('tokens.refresh', { hostId: by.hostId });
    await load();
    const row = await rowNamed('ci-build');
    const lifetime = { days: 90 };
    const wider = { name: 'wider', scopes: ['app_token'] };
    const again = (rule: string, answered: Change) => ({ failure: refused(rule).failure, asked: answered });
    await decide({ longestLifetimeDays: 7, forbidFullAccess: true });

    await extend(row, lifetime);
    expect(asked.value).toEqual({ action: 'extend', row, refused: again('lifetime', { lifetime }) });
    stopAsking();
    await edit(row, wider);
    expect(asked.value).toEqual({ action: 'edit', row, refused: again('full-access', wider) });
    stopAsking();
    await rotate({ action: 'rotate', row }, { keep: 'for-a-day', lifetime });
    const answered = { keep: 'for-a-day', places: [by.hostId] };
    expect(asked.value).toEqual({ action: 'rotate', row, refused: again('lifetime', { lifetime }), answered });
  });

  test('settings stand as decided, and a page cannot save others', async () => {
    await decide({ checkEveryHours: 0, clearClipboardSeconds: 30, remindDays: [30], forbidPlainHttp: true });
    const settings = await stored.settings.get();
    expect(settings).toMatchObject({ checkEveryHours: null, clearClipboardSeconds: 30, insecureMinting: [] });
    expect(settings.remindDays).toEqual([30, 14, 7, 1, 0]);
    for (const change of [
      { checkEveryHours: 6 as const },
      { clearClipboardSeconds: null },
      { remindDays: [14 as const] },
      { insecureMinting: [HostIdSchema.parse('server:http://tfs')] },
    ])
      expect(await call('settings.save', { settings: { ...settings, ...change } })).toEqual(refused('settings'));
    expect(await call('settings.save', { settings: { ...settings, nameNote: 'desk' } })).toMatchObject({ ok: true });
    expect((await stored.settings.get()).nameNote).toBe('desk');
  });

  test('an organization of the policy is there, stays, and is back after everything was erased', async () => {
    await decide({ organizations: ['https://dev.azure.com/contoso', 'fabrikam'] });
    const names = async () => (await stored.hosts.get()).map(({ name }) => name).sort();
    expect(await names()).toEqual(['contoso', 'fabrikam']);
    expect(await call('hosts.remove', by)).toMatchObject({ ok: false });
    expect(await call('hosts.remove', { hostId: by.hostId })).toEqual(refused('organization'));
    await call('everything.erase', { anyway: true });
    await expect.poll(names).toEqual(['contoso', 'fabrikam']);
  });

  test('the report names what is decided and what does not fit, and no value of it', async () => {
    await decide({ organizations: ['contoso'], checkEveryHours: 5, colour: 'red' });
    const report = await call('diagnostics.read', {});
    const line = report.ok && report.value.split('\n').find((each) => each.startsWith('Policy: '));
    expect(line).toBe('Policy: organizations; ignored: checkEveryHours, colour');
  });
});

describe('a file of settings and purposes', () => {
  const brought = { name: 'Board', scopes: ['vso.work'], days: 7 };
  const load = () => Promise.all([loadPolicy(), loadSettings(), loadPurposes()]);

  test('from elsewhere is kept but for what is decided here, of reminders too', async () => {
    await decide({ clearClipboardSeconds: 30, remindDays: [30] });
    await load();
    const file = purposeFile([brought], { clearClipboardSeconds: 60, remindDays: [14, 7], singleKeys: false });
    await importPurposes(new Blob([file]));
    expect(imported.value?.settings, 'what is shown before').toEqual({ remindDays: [30, 14, 7], singleKeys: false });
    await keepImport();
    expect((await stored.purposes.get()).own).toMatchObject([brought]);
    const kept = { clearClipboardSeconds: 30, remindDays: [30, 14, 7], singleKeys: false };
    expect(await stored.settings.get()).toMatchObject(kept);
  });

  test('is kept also where something of it is decided only while the user looks at it', async () => {
    await load();
    await importPurposes(new Blob([purposeFile([brought], { clearClipboardSeconds: 300, singleKeys: false })]));
    await decide({ clearClipboardSeconds: 30 });
    await vi.waitFor(() => expect(settings.value.clearClipboardSeconds).toBe(30));
    await keepImport();
    expect((await stored.purposes.get()).own).toMatchObject([brought]);
    expect(await stored.settings.get()).toMatchObject({ clearClipboardSeconds: 30, singleKeys: false });
  });

  test('that is written here has no choice in it that was not the user’s', async () => {
    await decide({ clearClipboardSeconds: 30, remindDays: [30] });
    await load();
    exportChoices();
    const names = Object.keys(JSON.parse(written.at(-1) ?? '').settings);
    expect(names).toEqual(PORTABLE.filter((name) => name !== 'clearClipboardSeconds' && name !== 'remindDays'));
  });
});

test('a bad value costs itself alone, and a list of which nothing fits says nothing', () => {
  const given = {
    longestLifetimeDays: 0,
    forbidFullAccess: 'yes',
    remindDays: [14, 5],
    purposesOffered: ['no such'],
    recipes: ['git', 'npm'],
    support: 'javascript:alert(1)',
    servers: ['https://tfs.fabrikam.example/tfs', 'contoso'],
    organizations: [],
  };
  expect(readPolicy(given)).toEqual({
    policy: { remindDays: [14], recipes: ['npm'], servers: ['https://tfs.fabrikam.example/tfs'], organizations: [] },
    ignored: [
      'longestLifetimeDays',
      'forbidFullAccess',
      'remindDays',
      'purposesOffered',
      'recipes',
      'support',
      'servers',
    ],
  });
});

test('recipes of which none is known leave Use with as it is', () => {
  expect(readPolicy({ recipes: ['git'] })).toEqual({ policy: {}, ignored: ['recipes'] });
});

test('a browser that has no policy decides nothing', async () => {
  const by = await added('fabrikam');
  expect(await call('settings.save', { settings: DEFAULT_SETTINGS })).toMatchObject({ ok: true });
  expect(await call('tokens.create', { ...by, draft: { ...draft, lifetime: { days: 365 } } })).toMatchObject({
    ok: true,
  });
});

const schema = JSON.parse(readFileSync('public/policy-schema.json', 'utf8'));
const examples = ['chrome-linux.json', 'firefox-policies.json'].map((name) =>
  JSON.parse(readFileSync(`docs/policy/${name}`, 'utf8')),
);

describe('what is written for administrators', () => {
  test('the schema has every name', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_NAMES].sort());
  });

  test('docs/policy.md has a row for each', () => {
    const rows = [...readFileSync('docs/policy.md', 'utf8').matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name);
    expect(rows.sort()).toEqual([...POLICY_NAMES].sort());
  });

  test('the files to copy say everything, rightly', () => {
    const [chrome, firefox] = examples;
    const values = [
      Object.values(chrome['3rdparty'].extensions)[0],
      firefox.policies['3rdparty'].Extensions['patina@patina.example'],
    ];
    for (const each of values) {
      expect(readPolicy(each as Record<string, unknown>).ignored).toEqual([]);
      expect(Object.keys(each as object).sort()).toEqual([...POLICY_NAMES].sort());
    }
    for (const file of [
      'windows-chrome.reg',
      'windows-edge.reg',
      'macos-chrome.mobileconfig',
      'macos-edge.mobileconfig',
    ]) {
      const text = readFileSync(`docs/policy/${file}`, 'utf8');
      for (const name of POLICY_NAMES) expect(text.includes(name), `${name} in ${file}`).toBe(true);
    }
  });
});
