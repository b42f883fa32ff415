import { expect, test } from 'vitest';
import '../src/background/index';
import { call } from '../src/contract/call';
import { HostId } from '../src/core/host';
import type { HandOver } from '../src/core/recipes/hand-over';
import { stored } from '../src/platform/stored';
import { rememberHandOver } from '../src/ui/deeds/hand-over';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

eachOnAServiceOfItsOwn();

const handOver: HandOver = {
  recipe: 'npm',
  shell: 'powershell',
  fields: { feed: 'tools', feedProject: 'Größe & 100%' },
};
const nothing = { recipe: '', fields: {} };
const remember = (hostId: HostId, what = handOver) => call('handOver.remember', { hostId, handOver: what });
const kept = (hostId: HostId) => stored.handOver(hostId).get();

test('what was filled in is kept for the next token of that organization, and of no other', async () => {
  const { hostId } = await added('fabrikam');
  await remember(hostId);
  expect(await kept(hostId)).toEqual(handOver);
  expect(await kept(HostId.parse('services:contoso'))).toEqual(nothing);
});

test('it goes with the organization, and is not kept for one that is gone', async () => {
  const { hostId } = await added('fabrikam');
  await remember(hostId);
  await call('hosts.remove', { hostId });
  expect(await kept(hostId)).toEqual(nothing);
  await remember(hostId);
  expect(await kept(hostId)).toEqual(nothing);
});

test('a token in a field by mistake does not reach the disk', async () => {
  const { hostId } = await added('fabrikam');
  await remember(hostId, { ...handOver, fields: { feed: 'q7'.repeat(26), package: 'probe' } });
  expect((await kept(hostId)).fields).toEqual({ package: 'probe' });
});

test('a piece of the secret that was just made does not reach the disk, in whatever form', async () => {
  const { hostId, identityId } = await added('fabrikam');
  const minted = await call('tokens.mint', { hostId, identityId, purpose: 'clone' });
  const secret = minted.ok ? minted.value.secret.reveal() : '';
  const encoded = Array.from(secret.slice(9, 39), (letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');
  await remember(hostId, {
    ...handOver,
    fields: { feed: secret.slice(0, 39), feedProject: encoded, package: 'probe' },
  });
  expect((await kept(hostId)).fields).toEqual({ package: 'probe' });
});

test('nor does one of a secret that the worker has forgotten while it was on the screen', async () => {
  const by = await added('fabrikam');
  const minted = await call('tokens.mint', { ...by, purpose: 'clone' });
  if (!minted.ok) throw new Error(minted.failure.kind);
  const { secret, token } = minted.value;
  await call('secret.forget', { hostId: by.hostId, tokenId: token.id });
  const [host = expect.fail('it is there')] = await stored.hosts.get();
  const fields = { feed: secret.reveal().slice(0, 39), package: 'probe' };
  await rememberHandOver(host, { ...handOver, fields }, secret);
  expect((await kept(host.id)).fields).toEqual({ package: 'probe' });
});
