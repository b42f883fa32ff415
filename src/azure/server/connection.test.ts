import { afterEach, expect, test, vi } from 'vitest';
import { connect } from './connection';

const ROOT = 'https://tfs.corp.example/tfs/DefaultCollection';
const ID = '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10';
const TENANT = { 'X-VSS-ResourceTenant': ID };
const SIGN_IN = { 'X-VSS-AuthorizationEndpoint': 'https://login.example/' };

/** What is made of a server that says that, beside who is signed in. */
async function told(more: object, headers: Record<string, string> = {}, account = 'CORP\\paulk') {
  const user = { id: ID, providerDisplayName: 'Normal Paulk', properties: { Account: { $value: account } } };
  vi.stubGlobal('fetch', async () => Response.json({ authenticatedUser: user, instanceId: ID, ...more }, { headers }));
  const connected = await connect(ROOT);
  if (connected.ok) return 'a server';
  return connected.failure.kind === 'invalid' ? connected.failure.reason : connected.failure.kind;
}

afterEach(() => void vi.unstubAllGlobals());

test.each<[object, Record<string, string>, string]>([
  [{}, {}, 'a server'],
  [{ deploymentType: 2 }, {}, 'a server'],
  [{ deploymentType: 'onPremises' }, TENANT, 'a server'],
  [{ deploymentType: 'onPremises' }, SIGN_IN, 'a server'],
  [{ deploymentType: 'onPremises' }, { ...TENANT, ...SIGN_IN }, 'hosted'],
  [{ deploymentType: 'Hosted' }, {}, 'hosted'],
  [{ deploymentType: '1' }, {}, 'hosted'],
  [{ deploymentType: 1 }, {}, 'hosted'],
])('what says %j with the headers %j is %s', async (says, headers, what) => {
  expect(await told(says, headers)).toBe(what);
});

test.each(['Anonymous', 'ANONYMOUS'])('the account %s is nobody', async (account) => {
  expect(await told({}, {}, account)).toBe('signed-out');
});
