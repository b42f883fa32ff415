import { afterEach, expect, test, vi } from 'vitest';
import { FABRIKAM } from '../../gallery/fixtures/hosts';
import { fail, ok } from '../core/result';
import { Secret } from '../core/secret';
import { callerWith } from './caller';

const ID = '8d3f6a52-1c7b-4e0a-9f63-5b2d7c4e8a10';
const nobody = fail({ kind: 'signed-out', signInUrl: 'https://dev.azure.com/fabrikam', by: 'refusal' });

afterEach(() => void vi.unstubAllGlobals());

test.each([
  ['of whom it tells', { id: ID, providerDisplayName: 'Normal Paulk' }, ok({ id: ID, name: 'Normal Paulk' })],
  ['whose account has no name', { id: ID, providerDisplayName: '' }, ok({ id: ID, name: ID })],
  ['where anybody may ask', { id: ID, providerDisplayName: 'Anonymous' }, nobody],
  ['of nobody’s id', { id: 'AAAAAAAA-aaaa-aaaa-aaaa-aaaaaaaaaaaa', providerDisplayName: 'x' }, nobody],
  ['of no id', { id: '', providerDisplayName: 'x' }, nobody],
  ['of what is no id', { id: 'paulk', providerDisplayName: 'x' }, nobody],
])('a token is that of somebody only by an answer %s', async (_, authenticatedUser, whose) => {
  vi.stubGlobal('fetch', async () => Response.json({ authenticatedUser }));
  expect(await callerWith(FABRIKAM, new Secret('x'.repeat(52)))).toEqual(whose);
});
