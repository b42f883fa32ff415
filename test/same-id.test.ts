import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import '../src/background/index';
import { createOnPremServer, type OnPremServer } from '../dev-server/onprem/create-onprem-server';
import { seedToken } from '../dev-server/seed';
import { call } from '../src/contract/call';
import { type Minted, placeOf } from '../src/core/minting/minted';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { reach } from './fakes/network';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

// A server says which id a token has: two of them, or one and the cloud, can say the same.

const ID = TokenId.parse(crypto.randomUUID());
const at = eachOnAServiceOfItsOwn();
const servers = new Map<string, OnPremServer>();

const everyone = () => [at.server, ...servers.values()];

const addressOf = (name: string) => `http://${name}:${servers.get(name)?.port}/tfs/DefaultCollection`;

/** Whatever is made there from now on has that id. */
function giveTheId({ ledger }: Pick<OnPremServer, 'ledger'>): void {
  const add = ledger.add.bind(ledger);
  ledger.add = (token, madeBy) => add({ ...token, authorizationId: ID }, madeBy);
}

beforeEach(async () => {
  for (const name of ['one', 'two'])
    servers.set(`${name}.corp.example`, await createOnPremServer({ profile: 'ads2022' }));
  everyone().forEach(giveTheId);
  const cookie = () => at.cookie;
  vi.stubGlobal('fetch', ((input, init) => {
    const server = servers.get(new URL(String(input)).hostname);
    return server ? reach(server, () => '')(input, init) : reach(at.server, cookie)(input, init);
  }) satisfies typeof fetch);
});

afterEach(async () => {
  for (const server of servers.values()) {
    await vi.waitFor(() => expect(server.requests.every(({ status }) => status !== undefined)).toBe(true));
    await server.close();
  }
  servers.clear();
});

/** A new token in the cloud and on two servers, all with one id. */
async function made(): Promise<Minted[]> {
  const by = [];
  for (const address of ['fabrikam', ...[...servers.keys()].map(addressOf)]) by.push(await added(address));
  const insecureMinting = by.map(({ hostId }) => hostId);
  await call('settings.save', { settings: { ...(await stored.settings.get()), insecureMinting } });
  const all: Minted[] = [];
  for (const who of by) {
    const minted = await call('tokens.mint', { ...who, purpose: 'clone' });
    if (!minted.ok) throw new Error(minted.failure.kind);
    all.push(minted.value);
  }
  expect(new Set(all.map(({ token }) => token.id))).toEqual(new Set([ID]));
  return all;
}

test('a token is tried where it was made, and by its own secret', async () => {
  const all = await made();
  for (const each of all)
    expect(await call('tokens.test', { ...placeOf(each), atRoot: false })).toMatchObject({ ok: true });
  const withToken = everyone().map(({ requests }) =>
    requests.filter(({ headers }) => headers.authorization !== undefined).map(({ status }) => status),
  );
  expect(withToken).toEqual([[200], [200], [200]]);
});

test('what is forgotten of one token leaves the others', async () => {
  const [first, ...others] = await made();
  if (!first) throw new Error('nothing was made');
  await call('secret.forget', placeOf(first));
  const kept = await stored.minted.get();
  expect(kept.map(({ secret }) => secret.reveal())).toEqual(others.map(({ secret }) => secret.reveal()));
  expect(await call('tokens.test', { ...placeOf(first), atRoot: false })).toMatchObject({
    failure: { kind: 'not-found' },
  });
});

test('a token that somebody else has made is told of, also where one with its id was made elsewhere', async () => {
  const [cloud, here] = [await added('fabrikam'), await added(addressOf('one.corp.example'))];
  await call('tokens.refresh', { hostId: here.hostId });
  await call('tokens.mint', { ...cloud, purpose: 'clone' });
  const { ledger } = servers.get('one.corp.example') ?? at.server;
  const targetAccounts = ledger.ofUser(here.identityId)[0]?.token.targetAccounts ?? null;
  ledger.add(seedToken('backdoor', { targetAccounts }));
  await call('tokens.refresh', { hostId: here.hostId });
  await vi.waitFor(async () =>
    expect(await stored.strangers.get()).toMatchObject([{ hostId: here.hostId, tokenId: ID }]),
  );
});
