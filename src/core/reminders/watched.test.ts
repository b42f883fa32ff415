import { expect, test } from 'vitest';
import { CONTOSO, FABRIKAM, PAUL } from '../../../gallery/fixtures/hosts';
import { NOW as now } from '../../../gallery/fixtures/now';
import { idOf, token as usual } from '../../../gallery/fixtures/tokens';
import { DAY, MINUTE } from '../duration';
import type { Snapshot } from '../snapshot';
import type { Token } from '../token';
import { type Known, watchedIn } from './watched';

const id = idOf(1);
const token = (parts: Partial<Token> = {}) => usual({ id, expiresAt: now + DAY, ...parts });
const list = (each: Token, identity = PAUL.id) =>
  ({ identity: { id: identity, name: '' }, tokens: [each], clockSkew: MINUTE }) as Snapshot;
const she = (identity = 'she') => ({
  identity: { id: identity, name: '' },
  readAt: now,
  clockSkew: 2 * MINUTE,
  ends: [{ tokenId: id, key: 'a key', expiresAt: now + DAY }],
});
const tool = token({ name: 'Git: https://dev.azure.com/a on b' });
const mine = {
  id,
  name: token().name,
  hostId: FABRIKAM.id,
  identityId: PAUL.id,
  expiresAt: now + DAY,
  endsAt: now + DAY - MINUTE,
  beside: [],
};
const hers = { ...mine, name: null, identityId: 'she', endsAt: now + DAY - 2 * MINUTE };

test.each<[string, Known[], boolean, object[]]>([
  ['of who is signed in', [{ host: FABRIKAM, snapshot: list(token()) }], false, [mine]],
  ['of nobody else by their list', [{ host: FABRIKAM, snapshot: list(token(), 'she') }], false, []],
  ['of a host that was not read', [{ host: FABRIKAM, snapshot: null }], false, []],
  ['that is not known', [{ host: FABRIKAM, snapshot: list(token({ expiresAt: null })) }], false, []],
  ['of what is revoked', [{ host: FABRIKAM, snapshot: list(token({ revoked: true })) }], false, []],
  ["of a tool's token", [{ host: FABRIKAM, snapshot: list(tool) }], false, []],
  [
    "of a tool's token, if it is wanted",
    [{ host: FABRIKAM, snapshot: list(tool) }],
    true,
    [{ ...mine, name: tool.name }],
  ],
  ['of who was signed in before', [{ host: FABRIKAM, snapshot: null, others: [she()] }], false, [hers]],
  ['of who is signed in again, by their list', [{ host: FABRIKAM, snapshot: null, others: [she(PAUL.id)] }], false, []],
])('the end is watched: %s', (_, known, remindOfRenewed, watched) => {
  expect(watchedIn(known, { remindOfRenewed })).toEqual(watched);
});

test('a token that several organizations list is watched once, and two of one id are two', () => {
  const both = (each: Token) => [FABRIKAM, CONTOSO].map((at) => ({ host: at, snapshot: list(each) }));
  expect(watchedIn(both(token({ organizationIds: null })), { remindOfRenewed: false })).toEqual([
    { ...mine, beside: [CONTOSO.id] },
  ]);
  expect(watchedIn(both(token()), { remindOfRenewed: false })).toHaveLength(2);
});
