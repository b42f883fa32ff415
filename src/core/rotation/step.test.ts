import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../duration';
import { HostId } from '../host';
import { type Token, TokenId } from '../token';
import { dueAt, toLookAt, toRevoke } from './plan';
import { rolesIn, withoutHost } from './roles';
import type { Sight } from './sight';
import { type Part, Rotation } from './state';
import { type Event, endsAt, isReady, step } from './step';

const T0 = Date.UTC(2026, 10, 25);
const id = (digit: number) => TokenId.parse(`00000000-1111-4222-8333-00000000000${digit}`);
const [OLD, NEW, OTHER] = [id(0), id(1), id(2)];
const place = (name: string) => ({
  hostId: HostId.parse(`services:${name}`),
  identityId: '00000000-1111-4222-8333-555555555555',
  host: name,
  who: 'Normal Paulk',
});
const fabrikam = place('fabrikam');
const contoso = place('contoso');

type Progress = Part['progress'];
const planned: Progress = { state: 'planned' };
const creating: Progress = { state: 'creating', since: T0 };
const made: Progress = { state: 'made', tokenId: NEW, at: T0, handedAt: null };
const handed: Progress = { ...made, handedAt: T0 };
const lost: Progress = { state: 'lost', tokenId: NEW, at: T0 };
const failed: Progress = { state: 'failed', failure: { kind: 'offline' } };
const gone: Progress = { state: 'gone' };
const leftOut: Progress = { state: 'left-out' };
const otherMade: Progress = { state: 'made', tokenId: OTHER, at: T0, handedAt: T0 };

const open = { state: 'open' } as const;
const replacing = { state: 'replacing' } as const;
const cancelling = { state: 'cancelling' } as const;
const over = (how: 'replaced' | 'cancelled' | 'old-gone' | 'not-made') => ({ state: 'over', how, at: T0 }) as const;

type Given = Partial<Pick<Rotation, 'stage' | 'keep' | 'retry'>> & { everywhere?: boolean };

/** A rotation with one part on fabrikam, and a second one on contoso where it is given. */
function rotation(first: Progress, second?: Progress, { everywhere = false, ...given }: Given = {}): Rotation {
  const parts = [{ ...fabrikam, name: 'new', progress: first }];
  if (second) parts.push({ ...contoso, name: 'other', progress: second });
  const old = { ...fabrikam, tokenId: OLD, name: 'old', everywhere };
  return {
    id: 'r',
    old,
    scopes: ['vso.code'],
    days: 30,
    keep: 'until-confirmed',
    parts,
    stage: open,
    retry: null,
    oldInDoubt: false,
    ...given,
  };
}

const token = (tokenId: TokenId, name: string, parts: Partial<Token> = {}): Token => ({
  id: tokenId,
  name,
  scopes: ['vso.code'],
  createdAt: T0,
  expiresAt: T0 + 30 * DAY,
  organizationIds: [],
  revoked: false,
  ...parts,
});
const oldToken = token(OLD, 'old');
const newToken = token(NEW, 'new');

function sight(tokens: Token[], given: Partial<Sight> = {}): Sight {
  const { hostId, identityId } = fabrikam;
  const later = T0 + 10 * MINUTE;
  return {
    hostId,
    identityId,
    tokens,
    complete: true,
    askedAt: later,
    now: later,
    making: [],
    undecided: [],
    going: [],
    ...given,
  };
}

/** In few words: the stage and how far each part is. */
function shortly({ stage, parts }: Rotation): string {
  const word = stage.state === 'over' ? stage.how : stage.state;
  return [word, ...parts.map(({ progress }) => progress.state)].join(' ');
}

const events = {
  creating: { kind: 'creating', hostId: fabrikam.hostId, name: 'newer', at: T0 },
  made: { kind: 'made', name: 'new', hostId: fabrikam.hostId, tokenId: NEW, at: T0 },
  refused: { kind: 'refused', name: 'new', failure: { kind: 'offline' }, at: T0 },
  handed: { kind: 'handed', hostId: fabrikam.hostId, tokenId: NEW, at: T0 },
  leftOut: { kind: 'left-out', hostId: fabrikam.hostId, at: T0 },
  confirmed: { kind: 'confirmed', at: T0 },
  timeOver: { kind: 'time-over', at: T0 + 8 * DAY },
  cancelled: { kind: 'cancelled', at: T0 },
  bothWork: { kind: 'listed', sight: sight([oldToken, newToken]), at: T0 },
  oldRevoked: { kind: 'revoked', hostId: fabrikam.hostId, tokenId: OLD, at: T0 },
  newRevoked: { kind: 'revoked', hostId: fabrikam.hostId, tokenId: NEW, at: T0 },
  tried: { kind: 'tried', failure: { kind: 'offline' }, at: T0 },
} as const satisfies Record<string, Event>;

/** Every event in every state of a rotation with one new token. What is not named changes nothing. */
const transitions: [state: string, from: Rotation, to: Partial<Record<keyof typeof events, string>>][] = [
  [
    'creating',
    rotation(creating),
    {
      made: 'open made',
      refused: 'not-made failed',
      cancelled: 'cancelling creating',
      bothWork: 'open lost',
      oldRevoked: 'old-gone creating',
    },
  ],
  [
    'made',
    rotation(made),
    {
      confirmed: 'replacing made',
      cancelled: 'cancelling made',
      oldRevoked: 'old-gone made',
      newRevoked: 'not-made gone',
    },
  ],
  [
    'made, for a day, handed over',
    rotation(handed, undefined, { keep: 'for-a-day' }),
    {
      confirmed: 'replacing made',
      timeOver: 'replacing made',
      cancelled: 'cancelling made',
      oldRevoked: 'old-gone made',
      newRevoked: 'not-made gone',
    },
  ],
  [
    'made, for a day, not handed over',
    rotation(made, undefined, { keep: 'for-a-day' }),
    {
      confirmed: 'replacing made',
      cancelled: 'cancelling made',
      oldRevoked: 'old-gone made',
      newRevoked: 'not-made gone',
    },
  ],
  [
    'lost',
    rotation(lost),
    {
      creating: 'open creating',
      leftOut: 'not-made left-out',
      cancelled: 'cancelling lost',
      oldRevoked: 'old-gone lost',
      newRevoked: 'not-made gone',
    },
  ],
  [
    'replacing',
    rotation(handed, undefined, { stage: replacing }),
    { cancelled: 'cancelling made', oldRevoked: 'replaced made', newRevoked: 'replacing gone' },
  ],
  [
    'cancelling',
    rotation(handed, undefined, { stage: cancelling }),
    { confirmed: 'replacing made', oldRevoked: 'old-gone made', newRevoked: 'cancelled gone' },
  ],
  [
    'cancelling while it is made',
    rotation(creating, undefined, { stage: cancelling }),
    {
      made: 'cancelling made',
      refused: 'cancelled failed',
      bothWork: 'cancelling lost',
      oldRevoked: 'old-gone creating',
    },
  ],
  ...(['replaced', 'cancelled', 'old-gone', 'not-made'] as const).map(
    (how): [string, Rotation, Record<string, never>] => [
      `over: ${how}`,
      rotation(made, undefined, { stage: over(how) }),
      {},
    ],
  ),
];

const eachTransition = transitions.flatMap(([state, from, to]) =>
  Object.entries(events).map(([name, event]) => {
    const expected = to[name as keyof typeof events] ?? shortly(from); // the keys are those of `events`
    return { state, name, from, event: event as Event, expected };
  }),
);

test.each(eachTransition)('$state, then $name: $expected', ({ from, event, expected }) => {
  expect(shortly(step(from, event))).toBe(expected);
});

describe('with two organizations', () => {
  test.each<[string, Rotation, Event, string]>([
    [
      'the next is made after the first',
      rotation(handed, planned),
      { ...events.creating, hostId: contoso.hostId },
      'open made creating',
    ],
    ['one that is made is not made again', rotation(handed, planned), events.creating, 'open made planned'],
    [
      'one that was refused is told, and can be tried again',
      rotation(otherMade, creating),
      { ...events.refused, name: 'other' },
      'open made failed',
    ],
    ['the old one stays until the last is made', rotation(handed, planned), events.confirmed, 'open made planned'],
    ['the old one stays while one failed', rotation(handed, failed), events.confirmed, 'open made failed'],
    [
      'the old one stays while the secret of one is lost',
      rotation(otherMade, lost),
      events.confirmed,
      'open made lost',
    ],
    [
      'one can be left out',
      rotation(handed, failed),
      { ...events.leftOut, hostId: contoso.hostId },
      'open made left-out',
    ],
    ['one that is made cannot be left out', rotation(handed, failed), events.leftOut, 'open made failed'],
    ['without the one left out it goes on', rotation(handed, leftOut), events.confirmed, 'replacing made left-out'],
    [
      'one with the id of the new one at another host says nothing of it',
      rotation(made, otherMade),
      { ...events.handed, hostId: contoso.hostId },
      'open made made',
    ],
    [
      'one with the id of the old one at another host says nothing of it',
      rotation(handed, undefined, { stage: replacing }),
      { ...events.oldRevoked, hostId: contoso.hostId },
      'replacing made',
    ],
    ['where nothing is left of any, it is over', rotation(gone, failed), events.tried, 'not-made gone failed'],
    [
      'a cancel waits for the last',
      rotation(handed, otherMade, { stage: cancelling }),
      events.newRevoked,
      'cancelling gone made',
    ],
    [
      'a cancel ends with the last',
      rotation(handed, gone, { stage: cancelling }),
      events.newRevoked,
      'cancelled gone gone',
    ],
    [
      'the old one is not revoked when one is gone meanwhile',
      rotation(handed, otherMade, { stage: replacing }),
      events.newRevoked,
      'replacing gone made',
    ],
  ])('%s', (_, from, event, expected) => {
    expect(shortly(step(from, event))).toBe(expected);
  });
});

const listed = (seen: Sight): Event => ({ kind: 'listed', sight: seen, at: T0 });
const revoked = (each: Token) => ({ ...each, revoked: true });
const expired = (each: Token) => ({ ...each, expiresAt: T0 });

describe('a fresh list', () => {
  test.each<[string, Rotation, Sight, string]>([
    ['shows a token whose answer was lost', rotation(creating), sight([oldToken, newToken]), 'open lost'],
    [
      'says nothing of one whose answer is still to come',
      rotation(creating),
      sight([newToken], { making: ['new'] }),
      'open creating',
    ],
    ['proves that none was made', rotation(creating), sight([oldToken]), 'not-made failed'],
    [
      'proves nothing while the server may be at it',
      rotation(creating),
      sight([oldToken], { undecided: ['new'] }),
      'open creating',
    ],
    ['proves nothing when it is incomplete', rotation(creating), sight([], { complete: false }), 'open creating'],
    [
      'proves nothing when it was asked for before',
      rotation(creating),
      sight([oldToken], { askedAt: T0 - 1 }),
      'open creating',
    ],
    [
      'of another account proves nothing',
      rotation(creating),
      sight([newToken], { identityId: OTHER }),
      'open creating',
    ],
    [
      'of another organization proves nothing',
      rotation(creating),
      sight([newToken], { hostId: contoso.hostId }),
      'open creating',
    ],
    [
      'shows that the new one was revoked elsewhere',
      rotation(made),
      sight([oldToken, revoked(newToken)]),
      'not-made gone',
    ],
    ['shows that the new one has expired', rotation(made), sight([oldToken, expired(newToken)]), 'not-made gone'],
    [
      'lacks the new one, which it need not have yet',
      rotation(made),
      sight([oldToken], { askedAt: T0 + MINUTE }),
      'open made',
    ],
    ['lacks the new one, which it should have', rotation(made), sight([oldToken]), 'not-made gone'],
    ['shows that a stray was revoked', rotation(lost), sight([oldToken, revoked(newToken)]), 'not-made gone'],
    [
      'shows that the old one was revoked elsewhere',
      rotation(made),
      sight([revoked(oldToken), newToken]),
      'old-gone made',
    ],
    ['shows that the old one has expired', rotation(made), sight([expired(oldToken), newToken]), 'old-gone made'],
    ['lacks the old one', rotation(made), sight([newToken]), 'old-gone made'],
    ['lacks the old one and is incomplete', rotation(made), sight([newToken], { complete: false }), 'open made'],
    [
      'shows the old one gone before it is known what was made',
      rotation(creating),
      sight([], { undecided: ['new'] }),
      'open creating',
    ],
    [
      'shows the old one revoked, as was asked',
      rotation(made, undefined, { stage: replacing }),
      sight([revoked(oldToken), newToken]),
      'replaced made',
    ],
    [
      'shows the old one expired before it was revoked',
      rotation(made, undefined, { stage: replacing }),
      sight([expired(oldToken), newToken]),
      'old-gone made',
    ],
    [
      'shows the new one gone before the old one was revoked',
      rotation(made, undefined, { stage: replacing }),
      sight([oldToken, revoked(newToken)]),
      'not-made gone',
    ],
    [
      'shows the new one revoked, as was asked',
      rotation(made, undefined, { stage: cancelling }),
      sight([oldToken, revoked(newToken)]),
      'cancelled gone',
    ],
    [
      'shows the old one gone while cancelling',
      rotation(made, undefined, { stage: cancelling }),
      sight([revoked(oldToken), newToken]),
      'old-gone made',
    ],
    [
      'lacks an old one for all organizations, which not every endpoint lists',
      rotation(made, undefined, { everywhere: true }),
      sight([newToken]),
      'open made',
    ],
  ])('%s', (_, from, seen, expected) => {
    expect(shortly(step(from, listed(seen)))).toBe(expected);
  });

  test.each([
    [Date.UTC(2026, 10, 30, 23, 59, 59), 'cancelling made'],
    [Date.UTC(2026, 11, 1), 'old-gone made'],
  ])('at %s: a cancel does not revoke the only token that works', (now, expected) => {
    const from = rotation(made, undefined, { stage: cancelling, everywhere: true });
    const seen = sight(
      [
        { ...oldToken, expiresAt: now + DAY },
        { ...newToken, expiresAt: now + DAY },
      ],
      { now },
    );
    expect(shortly(step(from, listed(seen)))).toBe(expected);
  });
});

describe('the time of the old token', () => {
  test.each([
    ['until-confirmed', handed, null],
    ['for-a-day', handed, T0 + DAY],
    ['for-a-week', handed, T0 + 7 * DAY],
    ['for-a-day', made, null],
    ['for-a-day', lost, null],
    ['for-a-day', creating, null],
  ] as const)('%s, when the new one is %o', (keep, progress, end) => {
    const given = rotation(progress, undefined, { keep });
    expect(endsAt(given)).toBe(end);
    if (end !== null) expect(shortly(step(given, { kind: 'time-over', at: end - 1 }))).toBe('open made');
  });

  test('begins with the secret that was taken last', () => {
    const second: Progress = { ...otherMade, handedAt: T0 + HOUR };
    expect(endsAt(rotation(handed, second, { keep: 'for-a-day' }))).toBe(T0 + HOUR + DAY);
    expect(endsAt(rotation(handed, planned, { keep: 'for-a-day' }))).toBeNull();
  });

  test('begins once, however often the secret is copied', () => {
    const again = step(rotation(handed), { ...events.handed, at: T0 + HOUR });
    expect(again.parts[0]?.progress).toEqual(handed);
  });
});

describe('what is due', () => {
  const retry = { tries: 1, at: T0 + HOUR, failure: null };
  test.each<[string, Rotation, number | null]>([
    ['nothing, while the user decides', rotation(handed), null],
    ['nothing, when it is over', rotation(handed, undefined, { stage: over('replaced') }), null],
    ['a look at a create that nobody waits for', rotation(creating), T0 + 30_000],
    ['another look, later', rotation(creating, undefined, { retry }), T0 + HOUR],
    ['the end of the time', rotation(handed, undefined, { keep: 'for-a-day' }), T0 + DAY],
    ['the revoke that was asked for', rotation(handed, undefined, { stage: replacing }), 0],
    ['another try', rotation(handed, undefined, { stage: cancelling, retry }), T0 + HOUR],
  ])('%s', (_, from, due) => {
    expect(dueAt(from, T0)).toBe(due);
  });

  test('tries are further and further apart, and never in a pause that the server asked for', () => {
    let current = rotation(handed, undefined, { stage: replacing });
    const waits = Array.from({ length: 6 }, () => {
      current = step(current, events.tried);
      return ((current.retry?.at ?? 0) - T0) / MINUTE;
    });
    expect(waits).toEqual([1, 2, 5, 15, 60, 60]);
    const failure = { kind: 'throttled', until: T0 + 2 * HOUR } as const;
    expect(step(current, { ...events.tried, failure }).retry).toMatchObject({ at: T0 + 2 * HOUR, failure });
  });

  test('a press begins anew, and so does a way that is open again', () => {
    const waiting = rotation(handed, undefined, { stage: replacing, retry });
    expect(step(waiting, events.confirmed).retry).toBeNull();
    expect(step(rotation(creating, undefined, { retry }), events.made).retry).toBeNull();
  });
});

describe('what is revoked', () => {
  const both = sight([oldToken, newToken]);
  const elsewhere = sight([token(OTHER, 'other')], { hostId: contoso.hostId });
  test.each<[string, Rotation, Sight[], TokenId | undefined]>([
    ['nothing while it is open', rotation(handed), [both], undefined],
    ['the old one, when the new one is seen to work', rotation(handed, undefined, { stage: replacing }), [both], OLD],
    [
      'not the old one by an incomplete list',
      rotation(handed, undefined, { stage: replacing }),
      [{ ...both, complete: false }],
      undefined,
    ],
    [
      'not the old one while the new one is not in the list',
      rotation(handed, undefined, { stage: replacing }),
      [sight([oldToken])],
      undefined,
    ],
    [
      'not the old one when the new one has expired',
      rotation(handed, undefined, { stage: replacing }),
      [sight([oldToken, expired(newToken)])],
      undefined,
    ],
    [
      'not the old one by the list of another account',
      rotation(handed, undefined, { stage: replacing }),
      [{ ...both, identityId: OTHER }],
      undefined,
    ],
    [
      'not the old one before each new one is seen',
      rotation(handed, otherMade, { stage: replacing }),
      [both],
      undefined,
    ],
    [
      'the old one, when each new one is seen',
      rotation(handed, otherMade, { stage: replacing }),
      [both, elsewhere],
      OLD,
    ],
    ['the new one, when the old one is seen to work', rotation(made, undefined, { stage: cancelling }), [both], NEW],
    ['the new one also when its secret was lost', rotation(lost, undefined, { stage: cancelling }), [both], NEW],
    [
      'not the new one while the old one is not seen',
      rotation(made, undefined, { stage: cancelling }),
      [sight([newToken])],
      undefined,
    ],
    [
      'nothing while it is not known what was made',
      rotation(creating, undefined, { stage: cancelling }),
      [both],
      undefined,
    ],
  ])('%s', (_, from, sights, target) => {
    expect(toRevoke(from, sights)?.tokenId).toBe(target);
  });

  test.each<[string, Rotation, string[]]>([
    ['of a lost create: its own', rotation(handed, creating), ['contoso']],
    [
      'before the old one goes: those of all',
      rotation(handed, otherMade, { stage: replacing }),
      ['fabrikam', 'contoso'],
    ],
    ['each once', rotation(handed, undefined, { stage: cancelling }), ['fabrikam']],
  ])('the lists that are read %s', (_, from, hosts) => {
    expect(toLookAt(from).map(({ host }) => host)).toEqual(hosts);
  });
});

test('a token that a revoke may still end is none to rely on, until that would have arrived and been listed', () => {
  const both = (minutes: number) => [sight([oldToken, newToken], { askedAt: T0 + minutes * MINUTE })];
  const sentAnd = (sent: TokenId, stage: Rotation['stage']) => {
    const before = { ...rotation(handed, undefined, { stage }), oldInDoubt: sent === OLD };
    return step(before, { kind: 'sending', ...fabrikam, tokenId: sent, at: T0 });
  };
  for (const minutes of [-5, 0, 1, 2]) {
    expect(toRevoke(sentAnd(OLD, cancelling), both(minutes))).toBeNull();
    expect(toRevoke(sentAnd(NEW, replacing), both(minutes))).toBeNull();
    // The same revoke once more does no harm.
    expect(toRevoke(sentAnd(OLD, replacing), both(minutes))?.tokenId).toBe(OLD);
  }
  expect(toRevoke(sentAnd(OLD, cancelling), both(3))?.tokenId).toBe(NEW);
  expect(toRevoke(sentAnd(NEW, replacing), both(3))?.tokenId).toBe(OLD);
  expect(toRevoke(sentAnd(OLD, cancelling), both(-61))?.tokenId).toBe(NEW); // the clock was set back
  const seen = (minutes: number) => step(sentAnd(OLD, cancelling), listed(both(minutes)[0] as Sight)).oldInDoubt;
  expect([2, 3].map(seen)).toEqual([true, false]);
  const undated = [sight([oldToken, newToken], { askedAt: 0 })];
  expect(toRevoke(sentAnd(OLD, cancelling), undated)).toBeNull();
  expect(step(sentAnd(OLD, cancelling), listed(undated[0] as Sight)).sent).toHaveLength(1);
  const [pressed] = [{ going: [NEW], askedAt: T0 + HOUR }]; // by the user
  expect(
    toRevoke(rotation(handed, undefined, { stage: replacing }), [sight([oldToken, newToken], pressed)]),
  ).toBeNull();
  // A revoke that has come to nothing is forgotten: who revokes the token later is somebody else.
  const noted = (minutes: number) => step(sentAnd(OLD, cancelling), listed(both(minutes)[0] as Sight)).sent?.length;
  expect([2, 3].map(noted)).toEqual([1, 0]);
});

test('only tokens that are all made can take the place of the old one', () => {
  const states = [planned, creating, made, lost, failed, gone, leftOut];
  expect(states.filter((progress) => isReady(rotation(progress)))).toEqual([made]);
});

test('each token says what it is in a rotation, until that is over', () => {
  const roles = rolesIn(rotation(made, otherMade)).map(({ of, role }) => [of.tokenId, role]);
  expect(roles).toEqual([
    [OLD, { is: 'old', others: ['new', 'other'] }],
    [NEW, { is: 'new', others: ['old'] }],
    [OTHER, { is: 'new', others: ['old'] }],
  ]);
  expect(rolesIn(rotation(made, undefined, { stage: over('replaced') }))).toEqual([]);
});

test.each<[string, Rotation, string, string | undefined]>([
  ['of the old token', rotation(made, otherMade), 'fabrikam', undefined],
  ['of one new token', rotation(made, otherMade), 'contoso', 'open made'],
  ['of the only token that was made', rotation(planned, otherMade, {}), 'contoso', undefined],
  ['of none of them', rotation(made), 'contoso', 'open made'],
])('when the host %s is removed', (_, from, name, expected) => {
  const left = withoutHost(from, place(name).hostId);
  expect(left ? shortly(left) : undefined).toBe(expected);
});

test('what is stored comes back as it was', () => {
  const retry = { tries: 2, at: T0, failure: { kind: 'offline' as const } };
  const each = rotation(lost, failed, { stage: over('old-gone'), retry });
  expect(Rotation.parse(JSON.parse(JSON.stringify(each)))).toEqual(each);
});
