import { afterEach, expect, test, vi } from 'vitest';
import { SERVER } from '../../../gallery/fixtures/hosts';
import { ServerHost } from '../../core/host';
import { fail, ok } from '../../core/result';
import { Secret } from '../../core/secret';
import { type Token, TokenId } from '../../core/token';
import type { Listing } from '../../core/token-host';
import { createByForm } from './edit-form';

// The form answers a secret alone: which token of the list is its own, if any can be told to be.

const token = (id: number, name: string): Token => ({
  id: TokenId.parse(`00000000-0000-4000-8000-00000000000${id}`),
  name,
  scopes: [],
  createdAt: null,
  expiresAt: null,
  organizationIds: null,
  revoked: false,
});
const [OLD, MADE, SAME_NAME, OTHER] = [token(1, 'ci'), token(2, 'ci'), token(3, 'ci'), token(4, 'laptop')];
const listed = (tokens: Token[], complete = true) => ok<Listing>({ tokens, complete });
const secret = new Secret('x'.repeat(52));

/** What comes of it where these are the lists before and after, and when the second one is asked for. */
async function made(...lists: ReturnType<typeof listed | typeof fail>[]) {
  const list = vi.fn(async (_?: number) => lists.shift() ?? fail({ kind: 'offline' }));
  const take = vi.fn(async () => ok({ secret, name: 'ci', servedAt: 0 }));
  return { created: await createByForm(ServerHost.parse(SERVER), take, list), list, take };
}

afterEach(() => void vi.useRealTimers());

test('the secret is of the one token of its name that was not there before', async () => {
  const { created } = await made(listed([OLD]), listed([OLD, OTHER, MADE]));
  expect(created).toEqual(ok({ token: MADE, secret, userId: null }));
});

test.each([
  ['there is none', listed([OLD])],
  ['the only new one has another name', listed([OLD, OTHER])],
  ['there are two', listed([OLD, MADE, SAME_NAME])],
  ['nobody can tell', fail({ kind: 'offline' })],
])('it is lost, and of no token, where %s', async (_, after) => {
  expect((await made(listed([OLD]), after)).created).toEqual(fail({ kind: 'misfit' }));
});

test.each([
  ['cannot be read', fail({ kind: 'offline' }), 'offline'],
  ['is not whole: any of its name could be an old one', listed([OLD], false), 'unsupported'],
])('nothing is sent where the list before %s', async (_, before, kind) => {
  const { created, take } = await made(before);
  expect(created).toMatchObject({ failure: { kind } });
  expect(take).not.toHaveBeenCalled();
});

test('a server that tells no time is asked for the list of now', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const { list } = await made(listed([OLD]), listed([OLD, MADE]));
  expect(list.mock.lastCall).toEqual([Date.now()]);
});
