import { afterEach, beforeEach, expect, vi } from 'vitest';
import { createServer, type DevServer } from '../../dev-server/create-server';
import { call } from '../../src/contract/call';
import { HostId } from '../../src/core/host';
import { stored } from '../../src/platform/stored';
import browser from './browser';
import { reach } from './network';

/** For each test a fresh browser in memory and an Azure DevOps of its own, with Normal Paulk signed in. */
export function eachOnAServiceOfItsOwn() {
  const at = { server: undefined as unknown as DevServer, cookie: '' }; // set before each test
  beforeEach(async () => {
    browser.reset();
    at.server = await createServer();
    at.cookie = at.server.signIn();
    vi.stubGlobal('navigator', { userAgent: 'a browser' });
    vi.stubGlobal(
      'fetch',
      reach(at.server, () => at.cookie),
    );
  });
  afterEach(async () => {
    await vi.waitFor(() => expect(at.server.requests.every(({ status }) => status !== undefined)).toBe(true));
    vi.unstubAllGlobals();
    expect(at.server.alarms).toEqual([]);
    await at.server.close();
  });
  return at;
}

/** Adds an organization, and answers who is to do something there. */
export async function added(address: string): Promise<{ hostId: HostId; identityId: string }> {
  const answer = await call('hosts.add', { address });
  if (!answer.ok) throw new Error(answer.failure.kind);
  const known = (await stored.hosts.get()).find(({ id }) => id === answer.value);
  return { hostId: HostId.parse(answer.value), identityId: known?.identity?.id ?? '' };
}
