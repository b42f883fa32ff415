import { afterEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer } from '../dev-server/onprem/create-onprem-server';
import { call } from '../src/contract/call';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const { set } = browser.storage.local;

afterEach(() => {
  browser.storage.local.set = set;
});

test('of a server that lists many collections a hundred are asked, one after the other', {
  timeout: 60_000,
}, async () => {
  const collections = Array.from({ length: 150 }, (_, number) => `collection-${number}`);
  const server = await createOnPremServer({ profile: 'ads2022', collections });
  const send = reach(server, () => '');
  let [underWay, most] = [0, 0];
  vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
    most = Math.max(most, ++underWay);
    return await send(input, init).finally(() => underWay--);
  });
  await added(`http://tfs.corp.example:${server.port}/tfs/collection-0`);
  expect((await stored.hosts.get()).length).toBeLessThanOrEqual(101);
  expect(most).toBe(1);
  await server.close();
});

test('a name of megabytes is cut where it is read', async () => {
  const by = await added('fabrikam');
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  if (entry) entry.token.displayName = `${'x'.repeat(999)}\u{1F511}${'y'.repeat(2_000_000)}`;
  await call('tokens.refresh', { hostId: by.hostId });
  const { snapshot } = await stored.reading(by.hostId).get();
  const name = snapshot?.tokens.find(({ id }) => id === entry?.token.authorizationId)?.name;
  expect(name).toBe('x'.repeat(999));
});

test('a revoke goes out, and is told, where the disk takes no note of it', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const [entry] = at.server.ledger.ofUser(by.identityId).filter(({ token }) => token.isValid && !token.isPublic);
  browser.storage.local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
  const revoked = await call('tokens.revoke', { ...by, tokenId: entry?.token.authorizationId as never });
  expect(revoked).toMatchObject({ ok: true });
  expect(entry?.token.isValid).toBe(false);
});
