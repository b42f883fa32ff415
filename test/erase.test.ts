import { describe, expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { SECOND } from '../src/core/duration';
import { HostId } from '../src/core/host';
import { Secret } from '../src/core/secret';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { TokenId } from '../src/core/token';
import type { Unfinished } from '../src/core/unfinished';
import { stored } from '../src/platform/stored';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

const kept = () => `${browser.storage.local.dump()}${browser.storage.session.dump()}`;
const revokes = () => at.server.requests.filter(({ method }) => method === 'DELETE');

/** Jobs of the worker may have written again what they always have; of the user there is nothing. */
async function expectNothingKept() {
  expect(kept()).not.toMatch(/fabrikam|Paulk|[0-9a-f]{8}-/);
  expect(await stored.settings.get()).toEqual(DEFAULT_SETTINGS);
}

async function used() {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!minted.ok) throw new Error(minted.failure.kind);
  await call('settings.save', { settings: { ...(await stored.settings.get()), includeTokenIds: true } });
  return { ...by, tokenId: minted.value.token.id };
}

describe('erasing everything', () => {
  test('leaves nothing that Patina kept, and every token as it is', async () => {
    const { hostId, tokenId } = await used();
    await call('secret.forget', { hostId, tokenId });
    browser.permissions.given.add('https://tfs.corp.example/*');
    browser.permissions.granted.add('clipboardRead');
    await browser.notifications.create('reminder', { title: 'A token of fabrikam ends', message: '', iconUrl: '' });
    expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: [] });
    await expectNothingKept();
    expect(await browser.permissions.getAll()).toEqual({ origins: [], permissions: ['storage'] });
    expect(await browser.alarms.get('forget-secrets')).toBeUndefined();
    expect([...browser.notifications.shown]).toEqual([]);
    expect(revokes()).toEqual([]);
    expect(at.server.ledger.find(tokenId)?.token.isValid).toBe(true);
  });

  test('says first what is unfinished, and then erases that too', async () => {
    const deed = await used();
    await call('tokens.revoke', deed);
    const asked = await call('everything.erase', { anyway: false });
    expect(asked).toEqual({ ok: true, value: ['secret', 'revoke'] });
    expect(kept()).toContain(deed.tokenId);
    expect(await call('everything.erase', { anyway: true })).toEqual({ ok: true, value: [] });
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await expectNothingKept();
    expect(revokes()).toEqual([]);
  });

  test('lets Patina begin anew', async () => {
    await used();
    await call('everything.erase', { anyway: true });
    expect((await added('fabrikam')).hostId).toBe('services:fabrikam');
  });
});

const tokenId = TokenId.parse('11111111-2222-4333-8444-555555555555');
const of = { hostId: HostId.parse('services:fabrikam'), identityId: 'bb5bb6c8-ef0a-400f-8987-92b3674d2043' };
const token = { id: tokenId, name: 'n', scopes: [], createdAt: 1, expiresAt: 1, organizationIds: null, revoked: false };

/** What is written down of each, before and after its end: a change is known to the worker alone that sends it. */
const WRITTEN: Record<Exclude<Unfinished, 'change'>, (isOver: boolean) => Promise<unknown>> = {
  create: async (isOver) => {
    const [at, none] = [Date.now(), { grantedId: null, knownIds: [], strayIds: [] }];
    const times = { startedAt: at, startedHere: at, grantedAt: isOver ? at : null };
    await stored.intents.set([{ ...of, ...none, ...times, id: 'i', name: 'n', scopes: [] }]);
  },
  secret: async (isOver) => {
    const [asked, secret] = [{ scopes: [], expiresAt: 1 }, new Secret('x'.repeat(52))];
    const minted = { hostId: of.hostId, token, secret, asked, mintedAt: Date.now(), madeFor: null };
    await stored.minted.set(isOver ? [] : [minted]);
  },
  clipboard: async (isOver) => {
    await call('clipboard.note', { digest: 'x', of: 'x' });
    await stored.copied.update((copied) => copied && { ...copied, failed: isOver });
  },
  revoke: async (isOver) => {
    const progress = isOver ? ({ state: 'ended', at: 1, outcome: 'active' } as const) : { state: 'waiting' as const };
    await stored.revokes.set([{ ...of, tokenId, name: 'n', dueAt: Date.now() + 4 * SECOND, progress }]);
  },
  rotation: async (isOver) => {
    const old = { ...of, tokenId, host: 'fabrikam', who: 'a', name: 'n', everywhere: false };
    const stage = isOver ? ({ state: 'over', how: 'cancelled', at: 1 } as const) : { state: 'open' as const };
    const begun = { id: 'r', old, scopes: [], days: 7, keep: 'until-confirmed' as const, parts: [], oldInDoubt: false };
    await stored.rotations.set([{ ...begun, stage, retry: null }]);
  },
  'revoke-all': async (isOver) => {
    const nothing = { hosts: [], parts: 0, stoppedBy: null, summary: null };
    await storedRevokeAll.journal.set({ ...nothing, createdAt: 1, phase: isOver ? 'done' : 'stopped' });
  },
};

test('a revoke that a worker had begun to send before it was ended is asked about', async () => {
  await stored.revokes.set([{ ...of, tokenId, name: 'n', dueAt: Date.now() - SECOND, progress: { state: 'sent' } }]);
  expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: ['revoke'] });
});

test.each(Object.entries(WRITTEN))('an unfinished %s is asked about, by what is written down', async (word, write) => {
  await write(false);
  expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: [word] });
  await write(true);
  expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: [] });
});

test('the history can be erased by itself', async () => {
  await used();
  expect(await stored.history.get()).toHaveLength(1);
  await call('history.erase', {});
  expect(await stored.history.get()).toEqual([]);
  expect(await stored.hosts.get()).not.toEqual([]);
});
