import { h, type JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { expect, test, vi } from 'vitest';
import { CONTOSO } from '../../../../gallery/fixtures/hosts';
import { NOW } from '../../../../gallery/fixtures/now';
import { ROTATIONS } from '../../../../gallery/fixtures/rotations';
import { ACTIVE, row, token } from '../../../../gallery/fixtures/tokens';
import { nothing } from '../../../../gallery/story';
import { drawnIn } from '../../../../test/given';
import { MINUTE } from '../../../core/duration';
import { type MessageKey, message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import { madeInWords } from '../../words/when';
import { RotationCard } from './rotation-card';
import { SetAsideCard } from './set-aside-card';
import { StrangerCard } from './stranger-card';
import { StrayCard } from './stray-card';

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

test('of a token whose secret was lost, another one is said to be held only where somebody holds it', () => {
  const namesake = (told: Parameters<typeof token>[0] = {}) => token({ name: 'laptop', createdAt: NOW, ...told });
  const stray = row(namesake());
  const alone = m('stray_reason');
  const seen = (other: Row, strays: Row[] = []) => {
    const rows = [stray, other];
    return renderToString(h(StrayCard, { row: stray, rows, strays: [stray, ...strays], onRevoke: nothing }));
  };
  const held = row(namesake({ createdAt: NOW - MINUTE }));
  expect(seen(held)).toContain(m('stray_twin', madeInWords(held.token.createdAt, NOW)));
  expect(seen(held, [held]), 'lost as well').toContain(alone);
  expect(seen(row(held.token, { host: CONTOSO })), 'of another organization').toContain(alone);
  expect(seen(row(namesake({ name: 'agent' }))), 'of another name').toContain(alone);
  expect(seen(row(namesake({ revoked: true }))), 'revoked').toContain(alone);
  expect(seen(row(held.token, { role: { is: 'new', others: [] } })), 'of a rotation').toContain(alone);
});

test('what could not be read goes when that is said, and is kept by the other button', () => {
  const pressed: string[] = [];
  const onDismiss = () => pressed.push('dismissed');
  const onErase = () => pressed.push('erased');
  for (const { children, onClick } of buttonsOf(h(SetAsideCard, { busy: false, onDismiss, onErase }))) {
    pressed.push(children);
    onClick();
  }
  expect(pressed).toEqual([m('ok'), 'dismissed', m('set_aside_erase'), 'erased']);
});
