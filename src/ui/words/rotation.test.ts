import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../core/duration';
import { HostId } from '../../core/host';
import type { Part, Rotation } from '../../core/rotation/state';
import { TokenId } from '../../core/token';
import { partInWords, rotationInWords } from './rotation';

const now = Date.UTC(2026, 10, 25, 12);
const id = (digit: number) => TokenId.parse(`00000000-1111-4222-8333-00000000000${digit}`);
const place = {
  hostId: HostId.parse('services:fabrikam'),
  identityId: '00000000-1111-4222-8333-555555555555',
  host: 'fabrikam',
  who: 'Normal Paulk',
};
const made: Part['progress'] = { state: 'made', tokenId: id(1), at: now, handedAt: now };
const untaken: Part['progress'] = { ...made, handedAt: null };

function sentences(progress: Part['progress'], given: Partial<Rotation> = {}, at = now): string {
  const old = { ...place, tokenId: id(0), name: 'old', everywhere: false };
  const rotation: Rotation = {
    id: 'r',
    old,
    scopes: ['vso.code'],
    days: 30,
    keep: 'until-confirmed',
    parts: [{ ...place, name: 'new', progress }],
    stage: { state: 'open' },
    oldInDoubt: false,
    retry: null,
    ...given,
  };
  return rotationInWords(rotation, { now: at, served: at })
    .map(({ text }) => text)
    .join(' ');
}

const everywhere = { old: { ...place, tokenId: id(0), name: 'old', everywhere: true } };
const over = (how: 'replaced' | 'cancelled' | 'old-gone' | 'not-made') => ({
  stage: { state: 'over' as const, how, at: now },
});
const retry = { tries: 1, at: now + 5 * MINUTE, failure: { kind: 'offline' as const } };

test.each<[string, string, string]>([
  [
    'both are there',
    sentences(made),
    'old is being replaced by new. Both work. Use the new token everywhere, then press I have replaced it. That revokes old.',
  ],
  [
    'its time counts',
    sentences(made, { keep: 'for-a-day' }, now + HOUR),
    'old is being replaced by new. Both work. old is revoked in 23 hours, or when you press I have replaced it.',
  ],
  [
    'its time is over by now',
    sentences(made, { keep: 'for-a-day' }, now + 2 * DAY),
    'old is being replaced by new. Both work. old is revoked in less than a minute, or when you press I have replaced it.',
  ],
  [
    'its time has not begun',
    sentences(untaken, { keep: 'for-a-week' }),
    'old is being replaced by new. Both work. The 7 days of old begin when the new token is copied. Its secret is no longer kept. If you do not have it, cancel and rotate again.',
  ],
  [
    'it is about to be made',
    sentences({ state: 'creating', since: now }),
    'A new token is being made to replace old. old works as before.',
  ],
  [
    'nobody knows whether it was made',
    sentences({ state: 'creating', since: now - HOUR }, { retry }),
    'It is not known yet whether old has a new token. Patina checks again by itself. old works as before. Azure DevOps cannot be reached. Check your connection and try again. Patina tries again in 5 minutes.',
  ],
  [
    'its secret was lost',
    sentences({ state: 'lost', tokenId: id(1), at: now }),
    'new was made to replace old, but its secret was lost. old works as before.',
  ],
  [
    'it is for all organizations',
    sentences(made, everywhere),
    'old is being replaced by new. Both work. Put each new token in place, then press Revoke the old token.',
  ],
  [
    'it was for all organizations, which are over',
    sentences(made, everywhere, now + 6 * DAY),
    'old is being replaced by new. old no longer works. Put each new token in place, then press Revoke the old token.',
  ],
  [
    'the old one is to go',
    sentences(made, { stage: { state: 'replacing' } }),
    'old is about to be revoked. Its replacement works.',
  ],
  [
    'it is not known whether it went',
    sentences(made, { stage: { state: 'replacing' }, retry: { ...retry, failure: null } }),
    'old is about to be revoked. Its replacement works. The outcome is not known yet. Patina tries again in 5 minutes.',
  ],
  [
    'the new one is to go',
    sentences(made, { stage: { state: 'cancelling' } }),
    'The rotation of old is being cancelled. The new token is revoked; old stays.',
  ],
  ['it is done', sentences(made, over('replaced')), 'old is revoked. new has taken its place.'],
  [
    'it is cancelled',
    sentences({ state: 'gone' }, over('cancelled')),
    'The rotation of old is cancelled. old works as before.',
  ],
  ['the old one is gone', sentences(made, over('old-gone')), 'old expired or was revoked elsewhere. Use new instead.'],
  [
    'both are gone',
    sentences({ state: 'gone' }, over('old-gone')),
    'old expired or was revoked elsewhere. Nothing replaced it.',
  ],
  [
    'nothing was made',
    sentences({ state: 'failed', failure: { kind: 'offline' } }, over('not-made')),
    'old stays as it is: no new token was made.',
  ],
  [
    'what was made is gone',
    sentences({ state: 'gone' }, over('not-made')),
    'old stays as it is: the token that was to replace it expired or was revoked.',
  ],
])('when %s', (_, text, expected) => {
  expect(text).toBe(expected);
});

test.each<[Part['progress'], string]>([
  [{ state: 'planned' }, 'No token yet.'],
  [made, 'new'],
  [untaken, 'new was made, but not copied. If you do not have its secret, make another.'],
  [
    { state: 'failed', failure: { kind: 'offline' } },
    'No token was made. Azure DevOps cannot be reached. Check your connection and try again.',
  ],
  [{ state: 'gone' }, 'The token expired or was revoked elsewhere.'],
  [{ state: 'left-out' }, 'Left out.'],
])('the place of a token that is %o', (progress, expected) => {
  expect(partInWords({ ...place, name: 'new', progress }, now)).toBe(expected);
});
