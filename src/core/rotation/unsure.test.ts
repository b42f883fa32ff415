import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../duration';
import { HostId } from '../host';
import { type Token, TokenId } from '../token';
import { dueAt, toRevoke } from './plan';
import { withoutHost } from './roles';
import { progressIn, type Sight, standingIn } from './sight';
import type { Part, Rotation } from './state';
import { type Event, endsAt, step } from './step';

// What a rotation makes of clocks that jump, of lists that show less than there is, and of events that come too late.

const T0 = Date.UTC(2026, 10, 25);
const [OLD, NEW, OTHER] = [0, 1, 2].map((digit) => TokenId.parse(`00000000-1111-4222-8333-00000000000${digit}`)) as [
  TokenId,
  TokenId,
  TokenId,
];
const place = (host: string) => ({
  hostId: HostId.parse(`services:${host}`),
  identityId: '00000000-1111-4222-8333-555555555555',
  host,
  who: 'Normal Paulk',
});
const [fabrikam, contoso] = [place('fabrikam'), place('contoso')];

type Progress = Part['progress'];
const handed: Progress = { state: 'made', tokenId: NEW, at: T0, handedAt: T0 };
const fresh: Progress = { ...handed, handedAt: null };
const creating: Progress = { state: 'creating', since: T0 };
const lost: Progress = { state: 'lost', tokenId: NEW, at: T0 };
const failed: Progress = { state: 'failed', failure: { kind: 'offline' } };
const leftOut: Progress = { state: 'left-out' };
const otherMade: Progress = { ...handed, tokenId: OTHER };

/** One with a part on fabrikam, and with a second one on contoso. */
function rotation(first: Progress, second: Progress | null = null, given: Partial<Rotation> = {}, everywhere = false) {
  const parts: Part[] = [{ ...fabrikam, name: 'new', progress: first }];
  if (second) parts.push({ ...contoso, name: 'other', progress: second });
  const old = { ...fabrikam, tokenId: OLD, name: 'old', everywhere };
  const rest = { id: 'r', scopes: ['vso.code'], days: 30, keep: 'until-confirmed', retry: null, oldInDoubt: false };
  return { ...rest, old, parts, stage: { state: 'open' }, ...given } as Rotation;
}

const inStage = (state: 'replacing' | 'cancelling') => ({ stage: { state } }) as const;
const token = (id: TokenId, parts: Partial<Token> = {}) =>
  ({ id, name: 'any', revoked: false, expiresAt: T0 + 90 * DAY, ...parts }) as Token;
const sight = (tokens: Token[], given: Partial<Sight> = {}): Sight => ({
  hostId: fabrikam.hostId,
  identityId: fabrikam.identityId,
  tokens,
  complete: true,
  askedAt: T0 + HOUR,
  now: T0 + HOUR,
  making: [],
  undecided: [],
  going: [],
  ...given,
});
const listed = (tokens: Token[], given: Partial<Sight> = {}): Event => ({
  kind: 'listed',
  sight: sight(tokens, given),
  at: T0 + HOUR,
});

describe('while the time of the old token runs', () => {
  const aDay = { keep: 'for-a-day' } as const;
  const seen = (seenAt: number) => ({ ...aDay, stage: { state: 'open', seenAt } }) as const;
  const open = (seenAt?: number) => ({ state: 'open', ...(seenAt === undefined ? {} : { seenAt }) });
  test.each<[string, Rotation, number, object]>([
    ['a minute is written down', rotation(handed, null, aDay), T0 + MINUTE, open(T0 + MINUTE)],
    ['less is not', rotation(handed, null, aDay), T0 + MINUTE - 1, open()],
    ['a clock that is put right ends nothing', rotation(handed, null, aDay), T0 - MINUTE, open()],
    ['one that is set back ends it', rotation(handed, null, aDay), T0 - MINUTE - 1, { state: 'replacing' }],
    ['also beside a part that was left out', rotation(handed, leftOut, aDay), T0 - MINUTE - 1, { state: 'replacing' }],
    [
      'the last secret counts',
      rotation(handed, { ...otherMade, handedAt: T0 + HOUR }, aDay),
      T0,
      { state: 'replacing' },
    ],
    ['what it has shown counts', rotation(handed, null, seen(T0 + HOUR)), T0, { state: 'replacing' }],
    ['it goes on from there', rotation(handed, null, seen(T0 + HOUR)), T0 + HOUR + MINUTE, open(T0 + HOUR + MINUTE)],
    ['and not before', rotation(handed, null, seen(T0 + HOUR)), T0 + HOUR + MINUTE - 1, open(T0 + HOUR)],
    ['nothing runs until a secret is taken', rotation(fresh, null, aDay), T0 - HOUR, open()],
    ['nothing runs without a time', rotation(handed), T0 - HOUR, open()],
  ])('%s', (_, from, at, stage) => {
    expect(step(from, { kind: 'waited', at })).toEqual({
      ...from,
      stage,
      oldInDoubt: 'state' in stage && stage.state === 'replacing',
    });
  });

  test('it is over at its very end, and a part that was left out does not keep it', () => {
    const from = rotation(handed, leftOut, aDay);
    expect(endsAt(from)).toBe(T0 + DAY);
    expect(step(from, { kind: 'time-over', at: T0 + DAY - 1 })).toEqual(from);
    expect(step(from, { kind: 'time-over', at: T0 + DAY }).stage).toEqual({ state: 'replacing' });
  });
});

describe('the old token is in doubt', () => {
  const doubted = { ...inStage('replacing'), oldInDoubt: true };
  test.each<[string, Rotation, Event, string, boolean]>([
    ['once it is to be revoked', rotation(handed), { kind: 'confirmed', at: T0 }, 'replacing', true],
    ['not by a cancel', rotation(handed), { kind: 'cancelled', at: T0 }, 'cancelling', false],
    ['still, after a cancel', rotation(handed, null, doubted), { kind: 'cancelled', at: T0 }, 'cancelling', true],
    [
      'while both are seen to work',
      rotation(handed, null, doubted),
      listed([token(OLD), token(NEW)]),
      'replacing',
      true,
    ],
    ['where a list lacks it', rotation(lost, null, doubted), listed([], { complete: false }), 'replacing', true],
    ['no more where it stays', rotation(lost, null, doubted), listed([token(OLD), token(NEW)]), 'open', false],
    [
      'no more where it works and the new one is to go',
      rotation(handed, null, { ...inStage('cancelling'), oldInDoubt: true }),
      listed([token(OLD), token(NEW)]),
      'cancelling',
      false,
    ],
  ])('%s', (_, from, event, state, oldInDoubt) => {
    expect(step(from, event)).toMatchObject({ stage: { state }, oldInDoubt });
  });
});

test.each(['open', 'replacing'] as const)(
  'a token for all organizations ends no rotation that is %s while lists have it, though it is no longer accepted',
  (state) => {
    const from = rotation(handed, null, { stage: { state } }, true);
    const refused = listed([token(OLD), token(NEW)], { now: Date.UTC(2026, 11, 2) });
    expect(step(from, refused).stage).toEqual({ state });
  },
);

test.each(['open', 'replacing'] as const)(
  'an old token that only a list of those made there lacks ends no rotation that is %s',
  (state) => {
    const from = rotation(handed, null, { stage: { state } });
    expect(step(from, listed([token(NEW)], { onlyMadeHere: true })).stage).toEqual({ state });
    expect(step(from, listed([token(NEW)])).stage).toMatchObject({ state: 'over' });
  },
);

describe('where a list lacks the old token, its revoke is sent again', () => {
  const sent = [{ hostId: fabrikam.hostId, tokenId: OLD, at: T0 }];
  const at = (at: number) => ({ tries: 2, at, failure: null });
  const later = { sent, retry: at(T0 + MINUTE) };
  const madeHere = { onlyMadeHere: true } as const;
  test.each<[string, Partial<Rotation>, Partial<Sight>, boolean]>([
    ['not by one of those made there', later, madeHere, false],
    ['by one that has all', later, {}, true],
    ['where it came to nothing for sure', { retry: later.retry }, madeHere, true],
    ['at a press', { sent }, madeHere, true],
    ['where its worker was ended before the answer', { sent, retry: at(T0) }, madeHere, true],
  ])('%s', (_, given, list, isSentAgain) => {
    const from = rotation(handed, null, { ...inStage('replacing'), ...given }, true);
    expect(toRevoke(from, [sight([token(NEW)], list)])?.tokenId).toBe(isSentAgain ? OLD : undefined);
  });

  test('not by a part of one, where the new one is of another host', () => {
    const from = rotation(leftOut, otherMade, { ...inStage('replacing'), ...later });
    const other = sight([token(OTHER)], { hostId: contoso.hostId });
    expect(toRevoke(from, [sight([], { complete: false }), other])).toBeNull();
    expect(toRevoke({ ...from, sent: [] }, [sight([], { complete: false }), other])?.tokenId).toBe(OLD);
  });
});

test.each<[string, boolean, Partial<Sight>, string]>([
  ['whole', true, {}, 'over'],
  ['a part of one', true, { complete: false }, 'cancelling'],
  ['of those made there', true, { onlyMadeHere: true }, 'cancelling'],
  ['a part of one, and no revoke of it was sent', false, { complete: false }, 'over'],
  ['of those made there, and no revoke of it was sent', false, { onlyMadeHere: true }, 'over'],
])(
  'a cancelled rotation at the time of tokens for all organizations, by a list without the old one that is %s',
  (_, wasSent, list, state) => {
    const sent = wasSent ? [{ hostId: fabrikam.hostId, tokenId: OLD, at: T0 }] : [];
    const from = rotation(handed, null, { ...inStage('cancelling'), sent }, true);
    const after = step(from, listed([token(NEW)], { ...list, now: Date.UTC(2026, 11, 2) }));
    expect(after.stage).toMatchObject({ state });
  },
);

test('an old token that was revoked before anything was made is gone', () => {
  const revoked = { kind: 'revoked', hostId: fabrikam.hostId, tokenId: OLD, at: T0 } as const;
  expect(step(rotation({ state: 'planned' }), revoked).stage).toEqual({ state: 'over', how: 'old-gone', at: T0 });
});

test.each<[string, Rotation]>([
  ['while a create is under way', rotation(creating)],
  ['while new tokens are to go', rotation(handed, null, inStage('cancelling'))],
])('a try that came to nothing is remembered %s', (_, from) => {
  expect(step(from, { kind: 'tried', failure: null, at: T0 }).retry).toMatchObject({ tries: 1, at: T0 + MINUTE });
});

describe('what comes too late, or is of another part, changes nothing', () => {
  const cancelling = rotation(lost, null, inStage('cancelling'));
  const { hostId } = fabrikam;
  test.each<[string, Rotation, Event]>([
    ['a create after a cancel', cancelling, { kind: 'creating', hostId, name: 'newer', at: T0 }],
    ['leaving out after a cancel', cancelling, { kind: 'left-out', hostId, at: T0 }],
    ['a token of another name', rotation(creating), { kind: 'made', hostId, name: 'x', tokenId: NEW, at: T0 }],
    [
      'a token of another host',
      rotation(creating),
      { kind: 'made', hostId: contoso.hostId, name: 'new', tokenId: NEW, at: T0 },
    ],
    ['the secret of a lost token', rotation(lost), { kind: 'handed', hostId, tokenId: NEW, at: T0 }],
    ['another secret', rotation(fresh), { kind: 'handed', hostId, tokenId: OTHER, at: T0 }],
    ['the same secret again', rotation(handed), { kind: 'handed', hostId, tokenId: NEW, at: T0 + 1 }],
  ])('%s', (_, from, event) => {
    expect(step(from, event)).toEqual(from);
  });

  test('but a secret that is taken is of its own part', () => {
    const from = rotation(fresh, { ...otherMade, handedAt: null });
    const taken = step(from, { kind: 'handed', hostId, tokenId: NEW, at: T0 + 1 });
    expect(taken).toEqual(rotation({ ...fresh, handedAt: T0 + 1 }, { ...otherMade, handedAt: null }));
  });
});

test('a list that may lag says nothing of a new token for two minutes', () => {
  const standing = (askedAt: number) => standingIn(sight([], { askedAt }), NEW, T0);
  expect([standing(T0 + 2 * MINUTE), standing(T0 + 2 * MINUTE + 1)]).toEqual(['unsure', 'revoked']);
});

test.each<[string, Progress, number, Progress]>([
  ['was not sent when the list was asked for', creating, T0, creating],
  ['left no trace', creating, T0 + 1, { state: 'failed', failure: { kind: 'interrupted' } }],
  ['failed before', failed, T0 + HOUR, failed],
])('of a create that %s', (_, progress, askedAt, after) => {
  expect(progressIn(sight([], { askedAt }), { ...fabrikam, name: 'new', progress })).toEqual(after);
});

test('a rotation is looked at by its first create, and at once where its wait is absurd', () => {
  expect(dueAt(rotation(creating, { ...creating, since: T0 + HOUR }), T0)).toBe(T0 + MINUTE / 2);
  const retry = (at: number) => ({ ...inStage('replacing'), retry: { tries: 1, at, failure: null } });
  expect(dueAt(rotation(handed, null, retry(T0 + DAY)), T0)).toBe(T0 + DAY);
  expect(dueAt(rotation(handed, null, retry(T0 + DAY + 1)), T0)).toBe(0);
});

test('a rotation that only has a create under way goes on without another host', () => {
  expect(withoutHost(rotation(creating, failed), HostId.parse('services:adatum'))).toEqual(rotation(creating, failed));
  expect(withoutHost(rotation(failed, failed), HostId.parse('services:adatum'))).toBeNull();
});
