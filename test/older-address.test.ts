import { describe, expect, test } from 'vitest';
import '../src/background/index';
import { isCreate, isRevoke } from '../dev-server/requests';
import { revokeNow } from '../src/background/revoking/now';
import { call } from '../src/contract/call';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const OLDER = 'https://fabrikam.visualstudio.com/project/_git/x';
const allow = () => browser.permissions.denied.clear();
const hostsAsked = () => [...new Set(at.server.requests.map(({ host }) => host))].toSorted();

describe('an address under visualstudio.com', () => {
  test('needs no leave where the organization answers under dev.azure.com', async () => {
    await added(OLDER);
    expect(hostsAsked()).toEqual(['dev.azure.com']);
    expect(await stored.hosts.get()).toMatchObject([
      { name: 'fabrikam', domain: 'dev.azure.com' },
      { name: 'contoso', domain: 'dev.azure.com' },
    ]);
  });

  test('needs leave where only its own session is signed in, and says for what', async () => {
    at.cookie = '';
    expect(await call('hosts.add', { address: OLDER })).toMatchObject({
      failure: { kind: 'permission', address: 'https://fabrikam.visualstudio.com' },
    });
    expect(await stored.hosts.get()).toEqual([]);
  });

  test('lists, mints and revokes there, and nowhere else', async () => {
    allow();
    const by = await added(OLDER);
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!minted.ok) throw new Error(minted.failure.kind);
    const revoked = await revokeNow({ ...by, tokenId: minted.value.token.id });
    expect(revoked).toEqual({ ok: true, value: 'revoked' });
    expect(at.server.requests.filter(isCreate)).toHaveLength(1);
    expect(at.server.requests.filter(isRevoke)).toHaveLength(1);
    expect(hostsAsked()).toEqual(['fabrikam.visualstudio.com', 'fabrikam.vssps.visualstudio.com']);
    expect(await stored.hosts.get()).toMatchObject([
      { name: 'fabrikam', domain: 'visualstudio.com' },
      { name: 'contoso', domain: 'visualstudio.com' },
    ]);
  });

  test('says so when the leave is taken back, and sends nothing', async () => {
    allow();
    const by = await added(OLDER);
    at.server.requests.length = 0;
    browser.permissions.denied.add('https://*.visualstudio.com/*');
    const failure = { kind: 'permission', address: 'https://fabrikam.visualstudio.com' };
    expect(await call('tokens.refresh', { hostId: by.hostId })).toMatchObject({ failure });
    expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ failure });
    expect(at.server.requests).toEqual([]);
    expect((await stored.reading(by.hostId).get()).failure).toEqual(failure);
  });

  test('gives the leave back with the last organization that needs it', async () => {
    allow();
    await added(OLDER);
    const [first, second] = await stored.hosts.get();
    for (const [host, denied] of [
      [second, []],
      [first, ['https://*.visualstudio.com/*']],
    ] as const) {
      if (host) await call('hosts.remove', { hostId: host.id });
      expect([...browser.permissions.denied]).toEqual(denied);
    }
  });
});
