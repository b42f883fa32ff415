import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ACTIVE, row } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { message as m } from '../../../platform/message';
import { plural } from '../../../platform/words';
import type { Ending } from '../../on-screen';
import { DecidedTokens, Tally } from './decided-tokens';

test.each<[Ending, 'decided_revoked' | 'decided_revoking', 'clean_up_revoked' | 'clean_up_revoking']>([
  ['waiting', 'decided_revoking', 'clean_up_revoking'],
  ['sent', 'decided_revoking', 'clean_up_revoking'],
  ['revoked', 'decided_revoked', 'clean_up_revoked'],
])('a token whose revoke is %s is not told, or counted, as another one', (end, word, count) => {
  const decided = [{ key: '1', how: 'revoke', row: row(ACTIVE), end, canUndo: false }] as const;
  const list = renderToString(h(DecidedTokens, { decided, singleKeys: false, onUndo: nothing }));
  expect(list).toContain(`>${m(word)}<`);
  expect(renderToString(h(Tally, { decided }))).toContain(plural(count, 1));
});
