import { expect, test } from 'vitest';
import type { Failure } from '../../core/result';
import { failureText } from './failures';

type Listed = Extract<Failure, { kind: 'uncertain' }>['listed'];

test.each<[Listed, RegExp]>([
  ['found', /^laptop was made, but its secret was lost/],
  ['absent', /does not show laptop: it was most likely not made\. You can try again/],
  ['unread', /laptop may have been made\. Wait for the list before you try again/],
])('of a create whose answer was lost it is said what the list says (%s)', (listed, sentence) => {
  const uncertain = { kind: 'uncertain', name: 'laptop', listed, detail: '' } as const;
  expect(failureText(uncertain, { host: 'fabrikam', now: 0 })).toMatch(sentence);
});
