import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../duration';
import { HostId } from '../host';
import { type Token, TokenId } from '../token';
import { revokedIn } from './revoked';
import { isSent } from './sent';
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
const sent = (tokenId: TokenId) => ({ hostId, tokenId, at: T0 - HOUR });
const made: Part['progress'] = { state: 'made', tokenId: NEW, at: T0, handedAt: T0 };

/** A rotation that has sent a revoke of what is to go in that stage, if nothing else is said. */
function rotation(stage: 'open' | 'replacing' | 'cancelling', change: Partial<Rotation> = {}): Rotation {
  const common = { id: 'r', days: 30, keep: 'until-confirmed', retry: null } as const;
  const old = { ...place, tokenId: OLD, name: 'old', everywhere: false };
  return {
    ...common,
    scopes: [],
    old,
    parts: [{ ...place, name: 'new', progress: made }],
    stage: { state: stage },
    oldInDoubt: stage === 'replacing',
    sent: stage === 'replacing' ? [sent(OLD)] : stage === 'cancelling' ? [sent(NEW)] : [],
    ...change,
  };
}

const token = (id: TokenId, change: Partial<Token> = {}): Token => ({
  ...{ id, name: '', scopes: [], createdAt: T0, expiresAt: null, organizationIds: [], revoked: false },
  ...change,
});

function listed(tokens: Token[], change: Partial<Sight> = {}): Event & { kind: 'listed' } {
  const [askedAt, now] = [T0 + 10 * MINUTE, T0 + 10 * MINUTE];
  const { identityId } = place;
  const known = { complete: true, making: [], undecided: [], going: [] };
  return { kind: 'listed', sight: { hostId, identityId, tokens, askedAt, now, ...known, ...change }, at: now };
}

const both = [token(OLD), token(NEW)];
const cancelledMeanwhile = { oldInDoubt: true, sent: [sent(OLD)] };

const everywhere = { ...rotation('open').old, everywhere: true };
/** When no token for all organizations is accepted any more. */
const RETIRED = Date.UTC(2026, 11, 1);
/** A new token that was made a minute before the list was asked for. */
const young: Part[] = [{ ...place, name: 'new', progress: { ...made, at: T0 + 9 * MINUTE } }];

test.each<[string, Rotation, Event & { kind: 'listed' }, string[]]>([
  ['lacks the old one', rotation('replacing'), listed([token(NEW)]), ['old']],
  ['says it of the old one', rotation('replacing'), listed([token(OLD, { revoked: true }), token(NEW)]), ['old']],
  ['lacks it, cancelled meanwhile', rotation('cancelling', cancelledMeanwhile), listed([token(NEW)]), ['old']],
  ['lacks it, and is no more in doubt', rotation('cancelling', { sent: [sent(OLD)] }), listed([token(NEW)]), ['old']],
  ['lacks the new one', rotation('cancelling'), listed([token(OLD)]), ['new']],
  ['lacks both', rotation('cancelling', { sent: [sent(OLD), sent(NEW)] }), listed([]), ['old', 'new']],
  ['has both', rotation('replacing'), listed(both), []],
  ['is another account’s', rotation('replacing'), listed([token(NEW)], { identityId: '' }), []],
  ['lacks an old one of which nothing was sent', rotation('replacing', { sent: [] }), listed([token(NEW)]), []],
  ['lacks a new one of which nothing was sent', rotation('cancelling', { sent: [] }), listed([token(OLD)]), []],
  ['lacks the old one, and has another to revoke', rotation('cancelling'), listed([token(NEW)]), []],
  ['lacks an old one that is to stay', rotation('open'), listed([token(NEW)]), []],
  ['lacks a new one that is to stay', rotation('open'), listed([token(OLD)]), []],
  ['lacks a new one beside an old one that is to go', rotation('replacing'), listed([token(OLD)]), []],
  ['has an old one that expired', rotation('replacing'), listed([token(OLD, { expiresAt: T0 }), token(NEW)]), []],
  ['may still lack a new one', rotation('cancelling', { parts: young }), listed([token(OLD)]), []],
  ['may still lack it, and lacks the old one', rotation('cancelling', { parts: young }), listed([]), []],
  ['may lack an old one for all', rotation('replacing', { old: everywhere }), listed([token(NEW)]), []],
  [
    'may lack it, and that is retired',
    rotation('cancelling', { old: everywhere, ...cancelledMeanwhile }),
    listed([token(NEW)], { now: RETIRED, askedAt: RETIRED }),
    [],
  ],
])('a list that %s: revoked by the rotation', (_, before, event, names) => {
  const after = step(before, event);
  expect(revokedIn(before, event.sight, after).map(({ name }) => name)).toEqual(names);
  // And the same list again says nothing of it.
  expect(revokedIn(after, event.sight, step(after, event))).toEqual([]);
});

test('each revoke is written down before it is sent, until it surely did nothing', () => {
  const [old, fresh] = [sent(OLD), sent(NEW)];
  const at = T0;
  let now = rotation('cancelling', { sent: [] });
  const sentAfter = (event: Event) => {
    now = step(now, event);
    return [isSent(now, old), isSent(now, fresh)];
  };
  expect(sentAfter({ kind: 'sending', ...old, at })).toEqual([true, false]);
  expect(sentAfter({ kind: 'sending', ...fresh, at })).toEqual([true, true]);
  // Once more, and that one did nothing: the one before may have.
  expect(sentAfter({ kind: 'sending', ...old, at: at + 1 })).toEqual([true, true]);
  expect(sentAfter({ kind: 'tried', failure: { kind: 'refused' }, at, undone: old })).toEqual([true, true]);
  expect(sentAfter({ kind: 'tried', failure: { kind: 'offline' }, at })).toEqual([true, true]);
  expect(sentAfter({ kind: 'tried', failure: { kind: 'refused' }, at, undone: fresh })).toEqual([true, false]);
  const { sent: _, ...earlier } = rotation('open'); // as it was stored before there were such notes
  expect(step(earlier, { kind: 'tried', failure: null, at })).not.toHaveProperty('sent');
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
