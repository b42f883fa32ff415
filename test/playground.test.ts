import { expect, test } from 'vitest';
import { faultTable } from '../dev-server/faults';
import { faultNamed, sentenceFor } from '../scripts/playground';

test('a fault is named by its beginning, where that is enough', () => {
  expect(['throttled', 'lostreply', 'signedOut401'].map(faultNamed)).toEqual([
    'throttled429',
    'lostReply',
    'signedOut401',
  ]);
});

test.each(['signedOut', 'nothing like it'])(
  '"%s" is no fault, and those that there are stand in the answer',
  (name) => {
    expect(() => faultNamed(name)).toThrow('throttled429: answers 429');
  },
);

test('each has a sentence that says what is wrong, and what to do', () => {
  for (const name of Object.keys(faultTable))
    expect(sentenceFor(faultNamed(name))).toMatch(/: the server .+\. \S.+\.$/);
});
