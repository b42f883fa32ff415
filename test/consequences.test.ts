import { expect, test } from 'vitest';
import '../src/background/index';
import { seedToken } from '../dev-server/seed';
import { FROM_A_LIST, FROM_A_READING } from '../src/background/reading/consequences';
import { call } from '../src/contract/call';
import type { Intent } from '../src/core/minting/intent';
import { TokenId } from '../src/core/token';
import { stored } from '../src/platform/stored';
import { added, eachOnAServiceOfItsOwn } from './fakes/service';

const at = eachOnAServiceOfItsOwn();

test('what follows from a reading has its order', () => {
  expect(FROM_A_LIST.map(({ name }) => name)).toEqual([
    'accounts',
    'ended',
    'screens',
    'spared',
    'strangers',
    'intents',
    'rotations',
  ]);
  expect(FROM_A_READING.map(({ name }) => name)).toEqual(['session', 'turns', 'reminders']);
});

test('a token is ours by the intent that its list settles, where the worker was ended before the history was written', async () => {
  const by = await added('fabrikam');
  await call('tokens.refresh', { hostId: by.hostId });
  const { token } = at.server.ledger.add(seedToken('laptop', {}));
  const grantedId = TokenId.parse(token.authorizationId);
  const [startedAt, grantedAt] = [Date.now() - 2_000, Date.now() - 1_000];
  const times = { startedAt, startedHere: startedAt, grantedAt };
  const intent: Intent = {
    id: 'a',
    ...by,
    name: 'laptop',
    scopes: [],
    ...times,
    grantedId,
    knownIds: [],
    strayIds: [],
  };
  await stored.intents.set([intent]);
  await call('tokens.refresh', { hostId: by.hostId });
  expect(await stored.intents.get()).toEqual([]);
  expect(await stored.strangers.get()).toEqual([]);
});
