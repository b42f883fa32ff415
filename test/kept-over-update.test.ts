import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { HostId } from '../src/core/host';
import type { Place } from '../src/platform/storage-item';
import { stored } from '../src/platform/stored';
import { asides } from '../src/platform/stored-asides';
import { storedRevokeAll } from '../src/platform/stored-revoke-all';
import { type Kind, troubleOf, unwrap } from '../src/platform/versions';
import browser from './fakes/browser';

// What a released version had on disk, as it wrote it: after an update nothing of it may be missing. The worker of that
// version made these files; a version that stores another shape adds one of its own, and changes none.

type Stored = Record<string, { version: number; value: unknown }>;

const hostId = HostId.parse('services:fabrikam');
const { reading, ...others } = stored;
const places: Place<unknown>[] = [
  ...Object.values(reading(hostId).parts),
  ...Object.values(others).map((item) => (typeof item === 'function' ? item(hostId) : item)),
  ...[storedRevokeAll.journal, storedRevokeAll.part(0), storedRevokeAll.kept, asides.local],
].filter(({ area }) => area === 'local') as Place<unknown>[]; // each of another type, and only read here

beforeEach(() => {
  browser.reset();
  vi.stubGlobal('navigator', { userAgent: 'a browser' });
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('There is no network.');
  });
});
afterEach(() => vi.unstubAllGlobals());

describe.each(readdirSync('test/stored'))('%s', (file) => {
  const before: Stored = JSON.parse(readFileSync(`test/stored/${file}`, 'utf8'));

  test('stored nothing that is known no more', () => {
    const known = places.map(({ key }) => key);
    expect(Object.keys(before).filter((key) => !known.includes(key) && !key.startsWith('aside:'))).toEqual([]);
  });

  test.each(places.filter(({ key }) => key in before))('$key is read whole', ({ key, kind }) => {
    const read = unwrap(kind as Kind<unknown>, before[key]);
    expect(troubleOf(kind, read)).toBeNull();
    expect(read.value).not.toEqual(kind.fallback);
  });

  test('the updated worker leaves all that the user has', async () => {
    await browser.storage.local.set(before);
    browser.runtime.onInstalled.fire({ reason: 'update' });
    expect(await call('revoke-all.continue', {})).toEqual({ ok: true, value: undefined });
    const after = (await browser.storage.local.get(null)) as Stored;
    const theirs = ['hosts', 'chosenHost', 'settings', 'purposes', 'history', 'salt', 'revocation', 'revocation:kept'];
    const ofHost = ['prints', 'handOver', 'limits', 'always', 'baselines', 'tokens', 'otherAccounts'];
    for (const key of [...theirs, ...ofHost.map((name) => `${name}:${hostId}`)]) {
      const { kind } = places.find((each) => each.key === key) as Place<unknown>; // of the list above
      expect(unwrap(kind, after[key]).value, key).toEqual(unwrap(kind, before[key]).value);
    }
    expect(await asides.local.get()).toHaveLength(1);
  });
});
