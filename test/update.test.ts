import { beforeEach, describe, expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import type { Change } from '../src/core/change';
import type { Token } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const DAY = 86_400_000;
const at = eachOnAServiceOfItsOwn();
const puts = () => at.server.requests.filter(({ method }) => method === 'PUT');

beforeEach(() => {
  at.server.switches.patsMode = 'open';
});

async function tokenCalled(name: string, change: Change) {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const known = (await stored.reading(by.hostId).get()).snapshot?.tokens ?? [];
  const token = known.find((each) => each.name === name) as Token; // of the seed
  const changed = await call('tokens.update', { ...by, tokenId: token.id, change });
  return { by, token, changed };
}

describe('extending', () => {
  test('moves the end, counted from now, and nothing else', async () => {
    const { token, changed } = await tokenCalled('ci-build', { lifetime: { days: 90 } });
    expect(puts().map(({ body }) => Object.keys(body as object))).toEqual([['authorizationId', 'validTo']]);
    const entry = at.server.ledger.find(token.id)?.token;
    expect(entry).toMatchObject({ displayName: token.name, scope: token.scopes.join(' ') });
    expect(Math.abs(Date.parse(entry?.validTo ?? '') - Date.now() - 90 * DAY)).toBeLessThan(60_000);
    expect(changed).toMatchObject({ ok: true, value: { token: { id: token.id } } });
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'extended', outcome: 'done' });
  });

  test('tells what was granted where that is less', async () => {
    Object.assign(at.server.switches, { longestDays: 60, overlong: 'clamped' });
    const { changed } = await tokenCalled('ci-build', { lifetime: { days: 365 } });
    const value = changed.ok ? changed.value : undefined;
    expect((value?.asked.expiresAt ?? 0) - (value?.token.expiresAt ?? 0)).toBeGreaterThan(200 * DAY);
  });

  test('an answer that was lost is settled by the list, and nothing is sent again', async () => {
    at.server.faults.set('lostReply', { method: 'PUT' });
    const { changed } = await tokenCalled('ci-build', { lifetime: { days: 90 } });
    expect(changed.ok).toBe(true);
    expect(puts()).toHaveLength(1);
  });

  test('a request that was lost on the way says so', async () => {
    at.server.faults.set('reset', { method: 'PUT' });
    const { changed } = await tokenCalled('ci-build', { lifetime: { days: 90 } });
    expect(changed).toMatchObject({ ok: false, failure: { kind: 'offline' } });
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'extended', outcome: 'unknown' });
  });

  test.each([
    ['PatLifespanPolicyViolation', { kind: 'policy', policy: 'patLifespanPolicyViolation' }],
    ['ExpiredPatCannotBeExtended', { kind: 'invalid', field: 'expiry' }],
  ])('a refusal by %s arrives as what it is', async (error, failure) => {
    at.server.faults.set('policyRefused', { error });
    const { changed } = await tokenCalled('ci-build', { lifetime: { days: 90 } });
    expect(changed).toMatchObject({ ok: false, failure });
  });

  test('a token that has ended since its list was read is not asked to be extended', async () => {
    const by = await added('fabrikam');
    await call('tokens.refresh', { hostId: by.hostId });
    const before = await stored.reading(by.hostId).get();
    const ended = (each: Token) => (each.name === 'ci-build' ? { ...each, expiresAt: Date.now() - DAY } : each);
    const snapshot = before.snapshot && { ...before.snapshot, tokens: before.snapshot.tokens.map(ended) };
    await stored.reading(by.hostId).set({ ...before, snapshot });
    const tokenId = snapshot?.tokens.find(({ name }) => name === 'ci-build')?.id ?? expect.fail('it is there');
    const change = { lifetime: { days: 30 } };
    expect(await call('tokens.update', { ...by, tokenId, change })).toMatchObject({
      failure: { kind: 'invalid', field: 'expiry', reason: 'expired' },
    });
    expect(puts()).toEqual([]);
  });

  test('under another account nothing is sent', async () => {
    const { by, token } = await tokenCalled('ci-build', { lifetime: { days: 30 } });
    at.server.requests.length = 0;
    at.server.faults.set('identitySwitch', { path: 'connectionData' });
    const change = { lifetime: { days: 30 } };
    expect(await call('tokens.update', { ...by, tokenId: token.id, change })).toMatchObject({
      failure: { kind: 'wrong-identity' },
    });
    expect(puts()).toEqual([]);
  });

  test('where the lifecycle API is closed nothing is sent, and the host is known to be closed', async () => {
    at.server.switches.patsMode = 'refused302';
    const { changed } = await tokenCalled('ci-build', { lifetime: { days: 30 } });
    expect(changed).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
    expect(puts()).toEqual([]);
  });
});

test('an edit sends what differs, and keeps the rest', async () => {
  const { token } = await tokenCalled('ci-build', { name: 'ci-build at night', scopes: ['vso.code'] });
  expect(puts()[0]?.body).toEqual({
    authorizationId: token.id,
    displayName: 'ci-build at night',
    scope: 'vso.code',
  });
  const entry = at.server.ledger.find(token.id)?.token;
  expect(Math.abs(Date.parse(entry?.validTo ?? '') - (token.expiresAt ?? 0))).toBeLessThan(10);
  expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'edited', outcome: 'done' });
});
