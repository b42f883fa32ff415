import { expect, test } from 'vitest';
import { type Copied, isDue, secondsLeft } from './clipboard';
import { SECOND } from './duration';

const copied: Copied = { clearsAt: 60 * SECOND, digest: '', failed: false };

test.each([
  [0, false, 60],
  [SECOND - 1, false, 60],
  [60 * SECOND - 1, false, 1],
  [60 * SECOND, true, 0],
  [61 * SECOND, true, 0],
  [-240 * SECOND, false, 300],
  [-240 * SECOND - 1, true, 0],
])(
  'at %i a secret that leaves the clipboard at 60,000 is due: %s, and so many seconds are told: %i',
  (now, due, left) => {
    expect([isDue(copied, now), secondsLeft(copied, now)]).toEqual([due, left]);
  },
);
