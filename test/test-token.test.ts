import { expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { placeOf } from '../src/core/minting/minted';
import { TokenId } from '../src/core/token';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

async function minted() {
  const by = await added('fabrikam');
  const made = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!made.ok) throw new Error(made.failure.kind);
  return placeOf(made.value);
}

test('a new token is tried by itself, without the session', async () => {
  const of = await minted();
  at.server.requests.length = 0;
  expect(await call('tokens.test', { ...of, atRoot: false })).toEqual({ ok: true, value: 'Normal Paulk' });
  const [asked] = at.server.requests.filter(({ headers }) => headers.authorization !== undefined);
  expect(asked).toMatchObject({ method: 'GET', path: '/fabrikam/_apis/connectionData' });
  expect(asked?.headers.cookie).toBeUndefined();
});

test('one that was revoked meanwhile is not accepted', async () => {
  const of = await minted();
  at.server.ledger.revoke(of.tokenId);
  expect(await call('tokens.test', { ...of, atRoot: false })).toMatchObject({
    ok: false,
    failure: { kind: 'signed-out' },
  });
});

test('a service that lets anybody ask does not make a dead token look alive', async () => {
  const of = await minted();
  at.server.switches.publicProjects = true;
  at.server.ledger.revoke(of.tokenId);
  expect(await call('tokens.test', { ...of, atRoot: false })).toMatchObject({
    ok: false,
    failure: { kind: 'signed-out' },
  });
});

test('a token whose secret is forgotten cannot be tried', async () => {
  const { hostId } = await added('fabrikam');
  const of = { hostId, tokenId: TokenId.parse('00000000-1111-4222-8333-444444444444') };
  expect(await call('tokens.test', { ...of, atRoot: false })).toMatchObject({
    ok: false,
    failure: { kind: 'not-found' },
  });
});
