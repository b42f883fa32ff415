import { expect, test } from 'vitest';
import { MINUTE } from '../duration';
import { HostId } from '../host';
import { type Token, TokenId } from '../token';
import { revokedIn } from './revoked';
import type { Sight } from './sight';
import type { Part, Rotation } from './state';
import { type Event, step } from './step';

const T0 = Date.UTC(2026, 10, 25);
const [OLD, NEW] = [0, 1].map((digit) => TokenId.parse(`00000000-1111-4222-8333-00000000000${digit}`)) as [
  TokenId,
  TokenId,
];
const hostId = HostId.parse('services:fabrikam');
const place = { hostId, identityId: '00000000-1111-4222-8333-555555555555', host: 'fabrikam', who: 'Normal Paulk' };
const made: Part['progress'] = { state: 'made', tokenId: NEW, at: T0, handedAt: T0 };

function rotation(stage: 'open' | 'replacing' | 'cancelling', oldInDoubt = stage === 'replacing'): Rotation {
  const common = { id: 'r', days: 30, keep: 'until-confirmed', retry: null } as const;
  const old = { ...place, tokenId: OLD, name: 'old', everywhere: false };
  return {
    ...common,
    scopes: [],
    old,
    parts: [{ ...place, name: 'new', progress: made }],
    stage: { state: stage },
    oldInDoubt,
  };
}

const token = (id: TokenId, change: Partial<Token> = {}): Token => ({
  ...{ id, name: '', scopes: [], createdAt: T0, expiresAt: null, organizationIds: [], revoked: false },
  ...change,
});

function listed(tokens: Token[], change: Partial<Sight> = {}): Event {
  const [askedAt, now] = [T0 + 10 * MINUTE, T0 + 10 * MINUTE];
  const { identityId } = place;
  const known = { complete: true, making: [], undecided: [] };
  return { kind: 'listed', sight: { hostId, identityId, tokens, askedAt, now, ...known, ...change }, at: now };
}

const revoked = (tokenId: TokenId): Event => ({ kind: 'revoked', hostId, tokenId, at: T0 });
const both = [token(OLD), token(NEW)];

test.each<[string, Rotation, Event, string[]]>([
  ['an answer about the old token', rotation('replacing'), revoked(OLD), ['old']],
  ['one that was cancelled meanwhile', rotation('cancelling'), revoked(OLD), ['old']],
  ['an answer about a new one', rotation('cancelling'), revoked(NEW), ['new']],
  ['a list that lacks the old one', rotation('replacing'), listed([token(NEW)]), ['old']],
  ['a list that says it of it', rotation('replacing'), listed([token(OLD, { revoked: true }), token(NEW)]), ['old']],
  ['the same, cancelled meanwhile', rotation('cancelling', true), listed([token(NEW)]), ['old']],
  ['a list that lacks the new one', rotation('cancelling'), listed([token(OLD)]), ['new']],
  ['a list that has both', rotation('replacing'), listed(both), []],
  ['one of another account', rotation('replacing'), listed([token(NEW)], { identityId: '' }), []],
  ['an old one that somebody else has revoked', rotation('open'), listed([token(NEW)]), []],
  ['a new one that somebody else has revoked', rotation('open'), listed([token(OLD)]), []],
  ['a new one beside an old one that is to go', rotation('replacing'), listed([token(OLD)]), []],
  ['one that expired', rotation('cancelling', true), listed([token(OLD, { expiresAt: T0 }), token(NEW)]), []],
  ['a new one that the list may still lack', rotation('cancelling'), listed([token(OLD)], { askedAt: T0 }), []],
  ['no word of it', rotation('replacing'), { kind: 'tried', failure: null, at: T0 }, []],
])('%s: revoked by the rotation', (_, before, event, names) => {
  const after = step(before, event);
  expect(revokedIn(before, event, after).map(({ name }) => name)).toEqual(names);
  // And what comes after it says nothing of it again.
  for (const again of [event, revoked(OLD), revoked(NEW)].slice(0, names.length > 0 ? 3 : 0)) {
    const told = revokedIn(after, again, step(after, again)).map(({ name }) => name);
    expect(told.filter((name) => names.includes(name))).toEqual([]);
  }
});

test('what changes nothing answers the same rotation', () => {
  const open = rotation('open');
  const [confirmed] = [step(open, { kind: 'confirmed', at: T0 })];
  for (const [same, event] of [
    [open, listed(both)],
    [open, { kind: 'waited', at: T0 }],
    [open, { kind: 'handed', hostId, tokenId: NEW, at: T0 + 1 }],
    [confirmed, listed(both)],
    [confirmed, { kind: 'confirmed', at: T0 }],
  ] as [Rotation, Event][])
    expect(step(same, event), event.kind).toBe(same);
});
