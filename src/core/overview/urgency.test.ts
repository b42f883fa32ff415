import { expect, test } from 'vitest';
import { token } from '../../../gallery/fixtures/tokens';
import { DAY } from '../duration';
import type { Token } from '../token';
import { byUrgencyThenEnd } from './urgency';

const now = Date.UTC(2026, 10, 25, 12);
const listed = (name: string, parts: Partial<Token>, seenAt = now) => ({
  now: seenAt,
  token: token({ name, ...parts }),
});

test('what works comes first, the soonest end before the others; then what is over, the last end before the others', () => {
  const inOrder = [
    listed('of an unknown end', { expiresAt: null }),
    listed('in a day', { expiresAt: now + DAY }),
    listed('in a week', { expiresAt: now + 7 * DAY }),
    listed('over there already', { expiresAt: now + 2 * DAY }, now + 3 * DAY),
    listed('revoked', { expiresAt: now + DAY, revoked: true }),
    listed('a day ago', { expiresAt: now - DAY }),
    listed('a week ago', { expiresAt: now - 7 * DAY }),
  ];
  const names = inOrder.map((each) => each.token.name);
  for (const rows of [inOrder, inOrder.toReversed()])
    expect(rows.toSorted(byUrgencyThenEnd).map((each) => each.token.name)).toEqual(names);
});
