import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { ACTIVE, row } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { drawnIn } from '../../../../test/given';
import { propsOf } from '../../../../test/home-seen';
import { message as m } from '../../../platform/message';
import { AskedToken } from './asked-token';
import { stories } from './clean-up.stories';

test.each([
  ['empty', true],
  ['never read', false],
  ['reading', false],
])('that nothing is worth ending is said where all lists are known: %s', (name, isSaid) => {
  const show = stories.shown[name] ?? expect.fail('it is there');
  expect(renderToString(show()).includes(m('clean_up_none'))).toBe(isSaid);
});

test('the second half of a double click decides nothing: it would be about the next token', () => {
  const onDecide = vi.fn();
  const shown = { key: 'one', row: row(ACTIVE), reasons: [], isGone: false, back: null };
  const asked = h(AskedToken, { shown, alike: false, singleKeys: true, onDecide, onLeave: nothing });
  const [revoke = expect.fail('it is there')] = drawnIn(asked).filter(({ type }) => type === 'button');
  const { onClick } = propsOf<{ onClick: (event: { detail: number }) => void }>(revoke);
  for (const detail of [1, 2, 3]) onClick({ detail });
  expect(onDecide.mock.calls).toEqual([['revoke']]);
  onClick({ detail: 0 }); // by a key
  expect(onDecide).toHaveBeenCalledTimes(2);
});
