import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { ACTIVE, EXPIRED, GLOBAL, REVOKED, row } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { message as m } from '../../../platform/message';
import { Details } from './details';

const keys = [
  ...(['why_revoked', 'why_expired', 'why_global'] as const),
  ...(['update_no_such_call', 'update_closed', 'update_unknown'] as const),
];

test.each([
  ['is revoked', row(REVOKED), ['why_revoked']],
  ['has expired', row(EXPIRED), ['why_expired']],
  ['is for all organizations', row(GLOBAL), ['why_global']],
  ['is on a server without that call', row(ACTIVE, { update: 'no-such-call' }), ['update_no_such_call']],
  ['is where nobody may', row(ACTIVE, { update: 'closed' }), ['update_closed']],
  ['is where nobody knows yet', row(ACTIVE, { update: 'unknown' }), ['update_unknown']],
  ['can be changed', row(ACTIVE, { update: 'open' }), []],
])('beside a token that %s it is told why it cannot be changed, and nothing else', (_, of, told) => {
  const seen = renderToString(
    h(Details, { row: of, rotation: undefined, own: [], onCopyId: nothing, onAct: nothing, onBack: nothing }),
  );
  expect(keys.filter((key) => seen.includes(m(key)))).toEqual(told);
});
