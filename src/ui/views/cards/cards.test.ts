import { h, type JSX } from 'preact';
import { expect, test, vi } from 'vitest';
import { NOW } from '../../../../gallery/fixtures/now';
import { ROTATIONS } from '../../../../gallery/fixtures/rotations';
import { ACTIVE, row } from '../../../../gallery/fixtures/tokens';
import { drawnIn } from '../../../../test/given';
import { type MessageKey, message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { RotationCard } from './rotation-card';
import { StrangerCard } from './stranger-card';

type Button = { children: string; onClick: () => void };

/** The buttons of a card, from the first to the last. */
const buttonsOf = (card: JSX.Element) =>
  drawnIn(card).flatMap(({ type, props }) => (type === 'button' ? [props as unknown as Button] : [])); // as they are written

const CONFIRM = 'confirmed';
const CANCEL = 'cancelled';

test.each<[string, [MessageKey, string][]]>([
  [
    'one: made',
    [
      ['have_replaced', CONFIRM],
      ['cancel_rotation', CANCEL],
    ],
  ],
  ['one: creating', [['cancel_rotation', CANCEL]]],
  [
    'one: lost',
    [
      ['make_another', 'make'],
      ['cancel_rotation', CANCEL],
    ],
  ],
  [
    'many: all made',
    [
      ['revoke_old', CONFIRM],
      ['cancel_rotation', CANCEL],
    ],
  ],
  [
    'replacing',
    [
      ['try_again', CONFIRM],
      ['cancel_rotation', CANCEL],
    ],
  ],
  ['cancelling', [['try_again', CANCEL]]],
  ['over: replaced', [['ok', 'dismiss']]],
])('a rotation (%s) offers what can be done, and each button does what it says', (name, offered) => {
  const rotation = ROTATIONS[name] ?? expect.fail('it is there');
  const pressed = vi.fn();
  const card = h(RotationCard, {
    ...{ rotation, now: NOW, clockSkew: 0, busy: false },
    onEnd: (of, by) => pressed(of, by),
    onMake: (of, part) => pressed(of, part === rotation.parts[0] && 'make'),
    onLeaveOut: (of) => pressed(of, 'leave out'),
    onDismiss: (of) => pressed(of, 'dismiss'),
  });
  const buttons = buttonsOf(card);
  for (const { onClick } of buttons) onClick();
  expect(buttons.map(({ children }) => children)).toEqual(offered.map(([label]) => m(label)));
  expect(pressed.mock.calls).toEqual(offered.map(([, does]) => [rotation, does]));
});

test('what is said of a token that nobody here has made is what its button says', () => {
  const stranger = row(ACTIVE);
  const said: [string, Row][] = [];
  const say = (what: string) => (of: Row) => void said.push([what, of]);
  const card = h(StrangerCard, {
    row: stranger,
    onOwn: say('me'),
    onOwnAlways: say('always'),
    onRevoke: say('revoke'),
  });
  for (const label of [m('that_was_me'), m('always_mine'), m('revoke_named', ACTIVE.name)])
    buttonsOf(card)
      .find(({ children }) => children === label)
      ?.onClick();
  expect(said).toEqual([
    ['me', stranger],
    ['always', stranger],
    ['revoke', stranger],
  ]);
});
