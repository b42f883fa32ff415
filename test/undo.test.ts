import { describe, expect, test, vi } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import browser from './fakes/browser';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();
const deletions = () => at.server.requests.filter(({ method }) => method === 'DELETE');
const states = async () => (await stored.revokes.get()).map(({ progress }) => progress.state);
const isValid = (id: TokenId) => at.server.ledger.find(id)?.token.isValid;

async function asked() {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const token = (await stored.reading(by.hostId).get()).snapshot?.tokens.find(({ revoked }) => !revoked);
  if (!token) throw new Error('no token');
  await call('tokens.revoke', { ...by, tokenId: token.id });
  return { ...by, tokenId: token.id };
}

/** The time for an Undo, over. The alarm stands for the worker's own timer, which may have died with it. */
async function afterFiveSeconds() {
  await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
  browser.alarms.onAlarm.fire({ name: 'run-revokes' });
}

const ended = () => vi.waitFor(async () => expect(await states()).toEqual(['ended']), 5_000);

describe('a revoke', () => {
  test('sends nothing while it can be undone, and nothing after the Undo', async () => {
    const { hostId, tokenId } = await asked();
    expect(await states()).toEqual(['waiting']);
    expect(await call('tokens.undo-revoke', { hostId, tokenId })).toEqual({ ok: true, value: true });
    await afterFiveSeconds();
    expect(await stored.revokes.get()).toEqual([]);
    expect(deletions()).toEqual([]);
    expect(isValid(tokenId)).toBe(true);
  });

  test('of an organization that is not there is refused, and not noted', async () => {
    const { hostId, identityId } = await added('fabrikam');
    await stored.hosts.set([]); // as a worker leaves it that is ended in the middle of a removal
    const tokenId = TokenId.parse('00000000-1111-4222-8333-444444444444');
    expect(await call('tokens.revoke', { hostId, identityId, tokenId })).toEqual({
      ok: false,
      failure: { kind: 'not-found' },
    });
    expect(await stored.revokes.get()).toEqual([]);
  });

  test('is sent once when its time has come, whoever reminds of it', async () => {
    const { tokenId } = await asked();
    await Promise.all([afterFiveSeconds(), afterFiveSeconds()]);
    await ended();
    expect(deletions()).toHaveLength(1);
    expect(isValid(tokenId)).toBe(false);
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'revoked', tokenId, outcome: 'done' });
  });

  test('that ends in the moment in which somebody reminds of it is sent once, and told once', async () => {
    await asked();
    at.server.faults.set('slow', { method: 'DELETE', seconds: 0.5 });
    await afterFiveSeconds();
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    vi.spyOn(browser.alarms, 'create').mockImplementationOnce(async () => void (await ended()));
    const cleared = vi.spyOn(browser.alarms, 'clear');
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    const ends = () => cleared.mock.calls.filter(([name]) => name === 'run-revokes');
    await vi.waitFor(() => expect(ends()).toHaveLength(2), 5_000);
    expect(deletions()).toHaveLength(1);
    expect(await stored.history.get()).toHaveLength(1);
  });

  test('of a new token leaves its secret until it is revoked, so that an Undo has it', async () => {
    const by = await added('fabrikam');
    const made = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!made.ok) throw new Error('not made');
    const tokenId = made.value.token.id;
    const kept = async () => (await stored.minted.get()).map(({ token }) => token.id);
    await stored.reading(by.hostId).set({ snapshot: null, failure: null });
    await call('tokens.revoke', { ...by, tokenId });
    const [noted] = await stored.revokes.get();
    expect(noted?.name, 'also where no list has it').toBe(made.value.token.name);
    expect(await kept()).toEqual([tokenId]);
    await afterFiveSeconds();
    await ended();
    expect(await kept()).toEqual([]);
    expect(isValid(tokenId)).toBe(false);
  });

  test('of a new token that works all the same leaves its secret', async () => {
    const by = await added('fabrikam');
    const made = await call('tokens.mint', { ...by, purpose: 'clone' });
    if (!made.ok) throw new Error('not made');
    at.server.faults.set('revokeIgnored', { method: 'DELETE' });
    await call('tokens.revoke', { ...by, tokenId: made.value.token.id });
    await afterFiveSeconds();
    await ended();
    expect((await stored.revokes.get())[0]?.progress).toMatchObject({ outcome: 'active' });
    expect((await stored.minted.get()).map(({ token }) => token.id)).toEqual([made.value.token.id]);
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'revoked', outcome: 'failed' });
  });

  test('has an alarm for the end of its time, which outlives the worker', async () => {
    await asked();
    const [revoke] = await stored.revokes.get();
    expect(revoke?.dueAt).toBeGreaterThan(Date.now() - 60_000);
    expect((await browser.alarms.get('run-revokes'))?.when).toBe(revoke?.dueAt);
  });

  test('that no alarm can be set for is not said to have failed', async () => {
    const { hostId, identityId, tokenId } = await asked();
    const refused = vi.spyOn(browser.alarms, 'create').mockRejectedValue(new Error('no more alarms'));
    expect(await call('tokens.revoke', { hostId, identityId, tokenId })).toEqual({ ok: true });
    refused.mockRestore();
    await afterFiveSeconds();
    await ended();
    expect(isValid(tokenId)).toBe(false);
  });

  test('pressed twice is one revoke', async () => {
    const deed = await asked();
    await call('tokens.revoke', deed);
    await afterFiveSeconds();
    await ended();
    expect(deletions()).toHaveLength(1);
  });

  test('cannot be undone once it was sent, also where one before it was', async () => {
    const { hostId, identityId, tokenId } = await asked();
    expect(await call('tokens.undo-revoke', { hostId, tokenId })).toEqual({ ok: true, value: true });
    await call('tokens.revoke', { hostId, identityId, tokenId });
    at.server.faults.set('slow', { method: 'DELETE', seconds: 0.5 });
    await afterFiveSeconds();
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    expect(await call('tokens.undo-revoke', { hostId, tokenId })).toEqual({ ok: true, value: false });
    await ended();
  });

  test('is taken back by an Undo of the same moment', async () => {
    const by = await added('fabrikam');
    await call('tokens.refresh', { hostId: by.hostId });
    const tokenId = (await stored.reading(by.hostId).get()).snapshot?.tokens.find(({ revoked }) => !revoked)?.id;
    if (tokenId === undefined) throw new Error('no token');
    const pressed = call('tokens.revoke', { ...by, tokenId });
    expect(await call('tokens.undo-revoke', { hostId: by.hostId, tokenId })).toEqual({ ok: true, value: true });
    await pressed;
    expect(await stored.revokes.get()).toEqual([]);
    // Two pages that press Undo hear the same.
    expect(await call('tokens.undo-revoke', { hostId: by.hostId, tokenId })).toEqual({ ok: true, value: true });
  });

  test('that nobody knows any more is not said to be taken back', async () => {
    const { hostId, tokenId } = await asked();
    await afterFiveSeconds();
    await ended();
    await call('revokes.told', { revokes: [{ hostId, tokenId }] });
    expect(await call('tokens.undo-revoke', { hostId, tokenId })).toEqual({ ok: true, value: false });
  });

  test('is not sent where an Undo comes while it is about to be', async () => {
    const { hostId, tokenId } = await asked();
    await stored.revokes.update((all) => all.map((each) => ({ ...each, dueAt: Date.now() })));
    const undone = call('tokens.undo-revoke', { hostId, tokenId });
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    expect(await undone).toEqual({ ok: true, value: true });
    await vi.waitFor(async () => expect(await stored.revokes.get()).toEqual([]));
    expect(deletions()).toEqual([]);
    expect(isValid(tokenId)).toBe(true);
  });

  test('whose list is another account’s by then is not called done', async () => {
    await asked();
    at.server.faults.set('slow', { method: 'DELETE', seconds: 0.5 });
    await afterFiveSeconds();
    await vi.waitFor(() => expect(deletions()).toHaveLength(1));
    at.server.faults.set('identitySwitch', { path: 'connectionData' });
    await ended();
    expect((await stored.revokes.get())[0]?.progress).toMatchObject({ outcome: 'unconfirmed' });
    expect((await stored.history.get()).at(-1)).toMatchObject({ deed: 'revoked', outcome: 'unknown' });
  });

  test('that a worker had begun and did not end is ended by the next one', async () => {
    const { tokenId } = await asked();
    await stored.revokes.update((all) => all.map((each) => ({ ...each, progress: { state: 'sent' } })));
    browser.alarms.onAlarm.fire({ name: 'run-revokes' });
    await ended();
    expect(isValid(tokenId)).toBe(false);
  });

  test('of another account is not sent, and says so', async () => {
    await asked();
    at.server.faults.set('identitySwitch', { path: 'connectionData' });
    await afterFiveSeconds();
    await vi.waitFor(async () => expect(await states()).toEqual(['failed']), 5_000);
    expect((await stored.revokes.get())[0]?.progress).toMatchObject({ failure: { kind: 'wrong-identity' } });
    expect(deletions()).toEqual([]);
  });

  test('is kept until the user has been told how it ended', async () => {
    const { hostId, tokenId } = await asked();
    await afterFiveSeconds();
    await ended();
    await call('revokes.told', { revokes: [{ hostId, tokenId }] });
    expect(await stored.revokes.get()).toEqual([]);
  });
});
