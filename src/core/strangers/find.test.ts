import { describe, expect, test } from 'vitest';
import type { Entry } from '../history';
import { HostId } from '../host';
import type { Intent } from '../minting/intent';
import type { Snapshot } from '../snapshot';
import { type Token, TokenId } from '../token';
import { type Doings, type Seen, strangersIn, withFound, withList } from './find';
import type { Baseline, Stranger } from './stranger';

const now = Date.UTC(2026, 10, 25, 12);
const [fabrikam, contoso] = ['fabrikam', 'contoso'].map((name) => HostId.parse(name)) as [HostId, HostId];
const [me, somebody] = ['bb5bb6c8-ef0a-400f-8987-92b3674d2043', '3f0a5c7e-52d1-4e0b-9d5b-6c1f0e2a9b77'];
const id = (number: number) => TokenId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const token = (number: number, parts: Partial<Token> = {}) =>
  ({
    id: id(number),
    name: 'laptop',
    scopes: ['vso.code'],
    createdAt: now,
    organizationIds: ['one'],
    revoked: false,
    ...parts,
  }) as Token;
const listOf = (tokens: Token[], complete = true) => ({ identity: { id: me, name: '' }, tokens, complete }) as Snapshot;
const baseline = (ids: TokenId[], identityId = me): Baseline => ({ identityId: identityId as string, ids });
const partly = <T extends Baseline | Snapshot>(of: T) => ({ ...of, onlyMadeHere: true as const });
const seen = (tokens: Token[], parts: Partial<Seen> = {}): Seen => ({
  hostId: fabrikam,
  list: listOf(tokens),
  own: [baseline([id(1)])],
  beside: new Map(),
  ...parts,
});
const NOTHING: Doings = { history: [], intents: [], always: [] };
const shared = token(2, { organizationIds: null });
const beside = new Map([[contoso, [baseline([id(9), id(2)])]]]);

describe('a token that came after the first list', () => {
  test.each<[string, Seen, Partial<Doings>, boolean]>([
    ['is a stranger', seen([token(1), token(2)]), {}, true],
    ['is none before there was a list of this account', seen([token(2)], { own: [baseline([], somebody)] }), {}, false],
    [
      'is none where it was seen as another account',
      seen([token(2)], { own: [baseline([]), baseline([id(2)], somebody)] }),
      {},
      false,
    ],
    [
      'is one also where another account was seen',
      seen([token(2)], { own: [baseline([]), baseline([id(7)], somebody)] }),
      {},
      true,
    ],
    ['is none if it is revoked', seen([token(2, { revoked: true })]), {}, false],
    [
      'is none by its name, if a tool makes such',
      seen([token(2, { name: 'Git: https://dev.azure.com/a on b' })]),
      {},
      false,
    ],
    [
      'is one with full access, whatever its name',
      seen([token(2, { name: 'Git: https://dev.azure.com/a on b', scopes: ['app_token'] })]),
      {},
      true,
    ],
    ['is one although another host has that id', seen([token(2)], { beside }), {}, true],
    ['is none if another host has shown it, and it works there too', seen([shared], { beside }), {}, false],
    [
      'is one in a list of only what was made there',
      seen([], { list: partly(listOf([token(2)])), own: [baseline([id(1)])] }),
      {},
      true,
    ],
    [
      'is one after another such list',
      seen([], { list: partly(listOf([token(2)])), own: [partly(baseline([]))] }),
      {},
      true,
    ],
    ['is none where only such lists were seen', seen([token(2)], { own: [partly(baseline([id(1)]))] }), {}, false],
    ['was made here', seen([token(2)]), { history: [{ tokenId: id(2), hostId: fabrikam } as Entry] }, false],
    ['is another one', seen([token(2)]), { history: [{ tokenId: id(3), hostId: fabrikam } as Entry] }, true],
    [
      'was made elsewhere',
      seen([token(2)], { beside }),
      { history: [{ tokenId: id(2), hostId: contoso } as Entry] },
      true,
    ],
    [
      'was made beside it',
      seen([shared], { beside: new Map([[contoso, []]]) }),
      { history: [{ tokenId: id(2), hostId: contoso } as Entry] },
      false,
    ],
    [
      'was made on no host beside it',
      seen([shared]),
      { history: [{ tokenId: id(2), hostId: contoso } as Entry] },
      true,
    ],
    [
      'is of a create',
      seen([token(2)]),
      { intents: [{ hostId: fabrikam, identityId: me, grantedId: id(2) } as Intent] },
      false,
    ],
    [
      'is of a create that was pressed for somebody else, who alone would be told of it',
      seen([token(2)]),
      { intents: [{ hostId: fabrikam, identityId: somebody, strayIds: [id(2)] } as unknown as Intent] },
      true,
    ],
    [
      'is of no create of another host',
      seen([token(2)]),
      { intents: [{ hostId: contoso, grantedId: id(2) } as Intent] },
      true,
    ],
    [
      'is of a create beside it',
      seen([shared], { beside: new Map([[contoso, []]]) }),
      { intents: [{ hostId: contoso, strayIds: [id(2)] } as unknown as Intent] },
      false,
    ],
    [
      'is of those that are always theirs',
      seen([token(2)]),
      { always: [{ identityId: me as string, pattern: 'laptop', scopes: ['vso.code'] }] },
      false,
    ],
  ])('%s', (_, list, doings, isStranger) => {
    expect(strangersIn(list, { ...NOTHING, ...doings }).map((each) => each.id)).toEqual(isStranger ? [id(2)] : []);
  });
});

describe('what was seen of a host', () => {
  const other = baseline([id(7)], somebody);
  test.each<[string, Baseline[], boolean, Baseline[]]>([
    ['begins with the first complete list', [other], true, [baseline([id(1), id(2)]), other]],
    ['does not begin with an incomplete one', [other], false, [other]],
    ['is what a complete list shows', [other, baseline([id(1), id(3)])], true, [baseline([id(1), id(2)]), other]],
    ['is more after an incomplete one', [baseline([id(1), id(3)])], false, [baseline([id(1), id(3), id(2)])]],
  ])('%s', (_, own, complete, after) => {
    expect(withList(seen([], { own, list: listOf([token(1), token(2)], complete) }))).toEqual(after);
  });

  test.each<[string, Baseline[], Snapshot, Baseline]>([
    ['begins so', [], partly(listOf([token(1)])), partly(baseline([id(1)]))],
    [
      'is what the next such list shows',
      [partly(baseline([id(3)]))],
      partly(listOf([token(1)])),
      partly(baseline([id(1)])),
    ],
    ['is what the first whole one shows', [partly(baseline([id(3)]))], listOf([token(1)]), baseline([id(1)])],
    [
      'is more after an incomplete one',
      [partly(baseline([id(3)]))],
      listOf([token(1)], false),
      partly(baseline([id(3), id(1)])),
    ],
    [
      'is more, where a whole one was seen before',
      [baseline([id(3)])],
      partly(listOf([token(1)])),
      baseline([id(3), id(1)]),
    ],
  ])('by lists of only what was made there %s', (_, own, list, after) => {
    expect(withList(seen([], { own, list }))).toEqual([after]);
  });

  test('is known of five accounts', () => {
    const own = [1, 2, 3, 4, 5].map((number) => baseline([], `account ${number}`));
    expect(withList(seen([], { own })).map(({ identityId }) => identityId)).toEqual([
      me,
      ...own.slice(0, 4).map(({ identityId }) => identityId),
    ]);
  });
});

describe('strangers after a list', () => {
  const stranger = (number: number, parts: Partial<Stranger> = {}): Stranger => ({
    hostId: fabrikam,
    identityId: me as string,
    tokenId: id(number),
    at: now - number,
    shown: true,
    ...parts,
  });
  const left = (all: Stranger[], tokens: Token[], found: Token[] = [], complete = true) =>
    withFound(all, found, { hostId: fabrikam, list: listOf(tokens, complete), now });

  test.each<[string, Stranger, Token[], boolean, boolean]>([
    ['is listed stays', stranger(1), [token(1)], true, true],
    ['is revoked goes', stranger(1), [token(1, { revoked: true })], false, false],
    ['is gone goes', stranger(1), [], true, false],
    ['is not in an incomplete list stays', stranger(1), [], false, true],
    ['is of another host stays', stranger(1, { hostId: contoso }), [], true, true],
    ['is of another account stays', stranger(1, { identityId: somebody as string }), [], true, true],
  ])('one that %s', (_, each, tokens, complete, stays) => {
    expect(left([each], tokens, [], complete)).toEqual(stays ? [each] : []);
  });

  test('one that is not in a list of only what was made there stays', () => {
    const of = { hostId: fabrikam, list: partly(listOf([])), now };
    expect(withFound([stranger(1)], [], of)).toEqual([stranger(1)]);
  });

  test('each is added once, as one that nobody was shown, at a time of its own', () => {
    const known = [stranger(1, { at: now }), stranger(3)];
    const listed = [1, 2, 3].map((number) => token(number));
    expect(left(known, listed, listed.slice(0, 2))).toEqual([...known, stranger(2, { at: now + 1, shown: false })]);
  });
});
