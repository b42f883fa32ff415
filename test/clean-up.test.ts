import { expect, test, vi } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { call } from '../src/contract/call';
import { LATER } from '../src/core/cleanup/spared';
import type { HostId } from '../src/core/host';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

async function listed(name: string, parts: Parameters<typeof seedToken>[1] = {}) {
  const by = await added('fabrikam');
  const { token } = at.server.ledger.add(seedToken(name, parts));
  await call('tokens.refresh', { hostId: by.hostId });
  return { ...by, tokenId: TokenId.parse(token.authorizationId), name };
}

type Listed = Awaited<ReturnType<typeof listed>>;
const shown = ({ tokenId, name, ...by }: Listed, ...others: (typeof by)[]) => ({ tokenId, name, at: [by, ...others] });

const decided = async () => (await stored.history.get()).filter(({ name }) => name === 'laptop');
const deeds = async () => (await decided()).map(({ deed }) => deed);
const sparedOn = async (hostId: HostId) => (await stored.spared(hostId).get()).map(({ tokenId }) => tokenId);

test('what was kept or put off stays so, without a request, and stands in the history', async () => {
  const of = await listed('laptop');
  const sent = at.server.requests.length;
  const before = Date.now();
  expect(await call('clean-up.answer', { tokens: [shown(of)], answer: 'later' })).toMatchObject({ ok: true });
  const [spared] = await stored.spared(of.hostId).get();
  expect(spared?.until).toBeGreaterThanOrEqual(before + LATER);
  await call('clean-up.answer', { tokens: [shown(of)], answer: 'keep' });
  await call('clean-up.answer', { tokens: [shown(of)], answer: 'again' });
  expect(await sparedOn(of.hostId)).toEqual([]);
  await vi.waitFor(async () => expect(await deeds()).toEqual(['postponed', 'kept', 'reopened']));
  expect(at.server.requests).toHaveLength(sent);
});

test('an answer is forgotten with its token, and stays with one that is still there', async () => {
  const [gone, stays] = [await listed('gone'), await listed('laptop')];
  await call('clean-up.answer', { tokens: [shown(gone), shown(stays)], answer: 'keep' });
  expect(await sparedOn(stays.hostId)).toEqual([gone.tokenId, stays.tokenId]);
  Object.assign(at.server.ledger.find(gone.tokenId)?.token ?? {}, { isValid: false });
  await call('tokens.refresh', { hostId: stays.hostId });
  expect(await sparedOn(stays.hostId)).toEqual([stays.tokenId]);
});

test('a token that several organizations list is spared in each, and stands in the history once', async () => {
  const one = await listed('laptop', { targetAccounts: null });
  const other = await added('contoso');
  await call('tokens.refresh', { hostId: other.hostId });
  await call('clean-up.answer', { tokens: [shown(one, other)], answer: 'keep' });
  expect([await sparedOn(one.hostId), await sparedOn(other.hostId)]).toEqual([[one.tokenId], [one.tokenId]]);
  await vi.waitFor(async () => expect(await deeds()).toEqual(['kept']));
});

test('of an organization that is not known nothing is kept, and an account that has gone meanwhile has no history', async () => {
  const of = await listed('laptop');
  const elsewhere = { ...of, hostId: 'services:unknown' as HostId };
  const anybody = { ...of, identityId: '00000000-1111-4222-8333-999999999999' };
  expect(await call('clean-up.answer', { tokens: [shown(elsewhere)], answer: 'keep' })).toMatchObject({ ok: false });
  expect(await sparedOn(elsewhere.hostId)).toEqual([]);
  await call('clean-up.answer', { tokens: [shown(anybody)], answer: 'keep' });
  expect(await deeds()).toEqual([]);
});
