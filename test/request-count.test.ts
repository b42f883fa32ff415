import { expect, test, vi } from 'vitest';
import '../src/background/index';
import type { RecordedRequest } from '../dev-server/requests';
import { seedToken, seedWith } from '../dev-server/seed';
import { revokeNow } from '../src/background/revoking/now';
import { call } from '../src/contract/call';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

/** What docs/requests.md promises. The session is known and the lifecycle API was looked at today. */
const at = eachOnAServiceOfItsOwn();

function endpointOf({ method, path }: RecordedRequest): string {
  const endpoint = /_apis\/([A-Za-z/]+?)(\/[0-9a-f-]{36})?$/i.exec(path)?.[1] ?? path;
  return `${method} ${endpoint}`;
}

async function requestsOf(deed: () => Promise<unknown>): Promise<string[]> {
  at.server.requests.length = 0;
  await deed();
  await vi.waitFor(() => expect(at.server.requests.at(-1)?.path).toMatch(/SessionTokens$/i));
  return at.server.requests.map(endpointOf);
}

const IDENTITY = 'GET connectionData';
const PAGE = 'GET Token/SessionTokens';
const PROBE = 'GET tokens/pats';

test('the first look at an organization costs one probe more than the next one', async () => {
  const { hostId } = await added('fabrikam');
  const open = () => call('tokens.refresh', { hostId });
  expect((await requestsOf(open)).toSorted()).toEqual([IDENTITY, PAGE, PROBE].toSorted());
  expect(await requestsOf(open)).toEqual([IDENTITY, PAGE]);
});

test('a list costs one request for each hundred tokens', async () => {
  for (const { token, madeBy } of seedWith(250, Date.now()).tokens) at.server.ledger.add({ ...token }, madeBy);
  const { hostId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  const asked = await requestsOf(() => call('tokens.refresh', { hostId }));
  expect(asked).toEqual([IDENTITY, PAGE, PAGE, PAGE]);
});

test('a list of a form that does not say its end costs one request more after a full page', async () => {
  Object.assign(at.server.switches, { listForm: 'flat', pagesFlatList: true });
  const { hostId, identityId } = await added('fabrikam');
  await call('tokens.refresh', { hostId });
  const open = () => requestsOf(() => call('tokens.refresh', { hostId }));
  expect(await open()).toEqual([IDENTITY, PAGE]);
  const left = 100 - at.server.ledger.ofUser(identityId).length;
  for (let row = 0; row < left; row += 1) at.server.ledger.add(seedToken(`row ${row}`, {}));
  expect(await open()).toEqual([IDENTITY, PAGE, PAGE]);
});

test('a mint and a revoke cost one request each, with the identity before and a fresh list after', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  let tokenId: unknown;
  const mint = async () => {
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    tokenId = minted.ok && minted.value.token.id;
  };
  expect(await requestsOf(mint)).toEqual([IDENTITY, 'POST Contribution/HierarchyQuery', IDENTITY, PAGE]);
  const revoke = () => revokeNow({ ...by, tokenId: tokenId as never });
  expect(await requestsOf(revoke)).toEqual([IDENTITY, 'DELETE Token/SessionTokens', IDENTITY, PAGE]);
});

test('what an endpoint refuses without a word costs the next one, with the identity before it', async () => {
  at.server.switches.patsMode = 'open';
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  at.server.faults.set('forbidden403', { path: /tokens\/pats/i, method: 'POST', bare: true });
  let tokenId: unknown;
  const mint = async () => {
    const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
    tokenId = minted.ok && minted.value.token.id;
  };
  const creates = [IDENTITY, 'POST tokens/pats', IDENTITY, 'POST Contribution/HierarchyQuery'];
  expect(await requestsOf(mint)).toEqual([...creates, IDENTITY, PAGE]);
  at.server.faults.set('forbidden403', { path: /SessionTokens/i, method: 'DELETE', bare: true });
  const revokes = [IDENTITY, 'DELETE Token/SessionTokens', IDENTITY, 'DELETE tokens/pats'];
  expect(await requestsOf(() => revokeNow({ ...by, tokenId: tokenId as never }))).toEqual([...revokes, IDENTITY, PAGE]);
});

test('a rotation costs a mint, and at its end a look before the revoke', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const tokenId = (await stored.reading(by.hostId).get()).snapshot?.tokens.find(({ name }) => name === 'ci-build')
    ?.id as never;
  const start = () =>
    call('rotations.start', { ...by, tokenId, keep: 'until-confirmed', lifetime: { days: 30 }, on: [by] });
  expect(await requestsOf(start)).toEqual([IDENTITY, 'POST Contribution/HierarchyQuery', IDENTITY, PAGE]);
  const rotationId = (await stored.rotations.get())[0]?.id ?? '';
  const end = () => call('rotations.end', { ...by, rotationId, by: 'confirmed' });
  const revoke = [IDENTITY, 'DELETE Token/SessionTokens', IDENTITY, PAGE];
  expect(await requestsOf(end)).toEqual([IDENTITY, PAGE, ...revoke]);
});

test('opening the popup on a known organization asks nothing beside its list', async () => {
  await added('fabrikam');
  at.server.requests.length = 0;
  await call('hosts.discover', {});
  expect(at.server.requests).toEqual([]);
});
