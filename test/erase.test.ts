import { describe, expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { DEFAULT_SETTINGS } from '../src/core/settings';
import { stored } from '../src/platform/stored';
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
    expect(await call('everything.erase', { anyway: false })).toEqual({ ok: true, value: [] });
    await expectNothingKept();
    expect(await browser.permissions.getAll()).toEqual({ origins: [], permissions: ['storage'] });
    expect(await browser.alarms.get('forget-secrets')).toBeUndefined();
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

test('the history can be erased by itself', async () => {
  await used();
  expect(await stored.history.get()).toHaveLength(1);
  await call('history.erase', {});
  expect(await stored.history.get()).toEqual([]);
  expect(await stored.hosts.get()).not.toEqual([]);
});
