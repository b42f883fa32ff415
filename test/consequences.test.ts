import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { users } from '../dev-server/tenant';
import { grantKept } from '../src/background/ledgers/grants';
import { FROM_A_LIST, FROM_A_READING, followReading } from '../src/background/reading/consequences';
import { call } from '../src/contract/call';
import { HOUR } from '../src/core/duration';
import type { Intent } from '../src/core/minting/intent';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

const create: Omit<Intent, 'hostId' | 'identityId' | 'startedAt' | 'startedHere'> = {
  ...{ id: 'a', name: 'laptop', scopes: [] },
  ...{ grantedAt: null, grantedId: null, knownIds: [], strayIds: [] },
};

test('what follows from a reading has its order, and from a list that a later one has overtaken nothing of the screens', () => {
  expect(FROM_A_LIST.map(({ name, of }) => `${name} of ${of}`)).toEqual([
    'accounts of newest',
    'ended of newest',
    'screens of newest',
    'spared of newest',
    'strangers of newest',
    'intents of any',
    'rotations of any',
  ]);
  expect(FROM_A_READING.map(({ name }) => name)).toEqual(['session', 'turns', 'reminders']);
});

test('a token is ours by the intent that its list settles, where the worker was ended before the history was written', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const { token } = at.server.ledger.add(seedToken('laptop', {}));
  const grantedId = TokenId.parse(token.authorizationId);
  const [startedAt, grantedAt] = [Date.now() - 2_000, Date.now() - 1_000];
  const intent = { ...create, ...by, startedAt, startedHere: startedAt, grantedAt, grantedId };
  await stored.intents.set([intent]);
  await call('tokens.refresh', { hostId: by.hostId });
  expect(await stored.intents.get()).toEqual([]);
  expect(await stored.strangers.get()).toEqual([]);
});

test('a list that was asked for before a create was granted does not tell what became of it', async () => {
  const by = await added('fabrikam');
  at.server.faults.set('slow', { path: 'SessionTokens', method: 'GET', seconds: 60 });
  const read = call('tokens.refresh', { hostId: by.hostId });
  await vi.waitFor(() => expect(at.server.requests.some(({ path }) => /SessionTokens$/i.test(path))).toBe(true));
  await new Promise((resolve) => setTimeout(resolve, 2)); // the clock must go on
  const now = Date.now();
  const grantedId = TokenId.parse('5a1f0c6e-8f5e-4c59-a7a9-7d3a0f5f9b11');
  const granted = { ...create, ...by, startedAt: now, startedHere: now, grantedAt: now, grantedId };
  await stored.intents.set([granted]);
  at.server.faults.clear();
  await read;
  expect(await stored.intents.get()).toEqual([granted]);
});

test('that a token was made is told once, where two lists are read after its worker was ended', async () => {
  const by = await added('fabrikam');
  expect(await call('tokens.mint', { ...by, purpose: 'clone' })).toMatchObject({ ok: true });
  const lost = { grantedAt: null, grantedId: null };
  await stored.intents.update((all) => all.map((each) => ({ ...each, ...lost })));
  await stored.history.set([]);
  await Promise.all([grantKept(), grantKept()]);
  expect((await stored.history.get()).map(({ deed }) => deed)).toEqual(['made']);
});

test('what became of a create is told by the list of the account that it went out as, and by no other', async () => {
  const by = await added('fabrikam');
  const startedAt = Date.now() - HOUR;
  const lost = { ...create, ...by, startedAt, startedHere: startedAt };
  await stored.intents.set([lost]);
  at.cookie = at.server.signIn(users.raisa.id);
  await call('tokens.refresh', { hostId: by.hostId });
  expect(await stored.intents.get()).toEqual([lost]);
  at.cookie = at.server.signIn();
  await call('tokens.refresh', { hostId: by.hostId });
  expect(await stored.intents.get()).toEqual([]);
});

test('that nobody is signed in stays known where a later reading does not say who is', async () => {
  const { hostId } = await added('fabrikam');
  const [host] = (await stored.hosts.get()).filter(({ id }) => id === hostId);
  if (!host) throw new Error('no host');
  const out = async () => (await stored.signedOut.get()).map((each) => each.hostId);
  await followReading(host, { kind: 'signed-out', signInUrl: '', by: 'refusal' }, false);
  await followReading(host, { kind: 'offline' }, false);
  expect(await out()).toEqual([hostId]);
  await followReading(host, null, true);
  expect(await out()).toEqual([]);
});

test.each(['html200', 'error500'] as const)(
  'that nobody is signed in is over once somebody was seen, also where a list then fails with %s',
  async (fault) => {
    const { hostId } = await added('fabrikam');
    await stored.signedOut.set([{ hostId, since: Date.now() - HOUR }]);
    at.server.faults.set(fault, { path: /SessionTokens|tokens\/pats/i });
    expect(await call('tokens.refresh', { hostId })).toMatchObject({ ok: false });
    await vi.waitFor(async () => expect(await stored.signedOut.get()).toEqual([]));
  },
);
