import { type Action, actionsOn, type Wish } from '../core/abilities';
import { type MessageKey, message as m } from '../platform/message';
import type { IconName } from './components/icon';
import type { Row } from './on-screen';

const labels = {
  extend: 'extend_item',
  rotate: 'rotate_item',
  edit: 'edit_item',
  replace: 'replace_item',
  duplicate: 'duplicate_item',
  revoke: 'revoke_item',
} as const satisfies Record<Action, MessageKey>;

export const actionIcons = {
  extend: 'clock',
  rotate: 'refresh',
  edit: 'edit',
  replace: 'refresh',
  duplicate: 'copy',
  revoke: 'revoke',
} as const satisfies Record<Action, IconName>;

/** The keys that act on a row. That of what cannot be undone for long is no letter. */
const keys: { readonly [A in Action]?: string } = {
  rotate: 'R',
  replace: 'R',
  extend: 'E',
  duplicate: 'D',
  revoke: 'Del',
};

/** What begins a rotation, and is not begun twice for one token. */
const isRotating = (action: Action) => action === 'rotate' || action === 'replace';

export type Act = (wish: Wish, row: Row) => void;

const actionsOf = (row: Row) =>
  actionsOn(row.token, row.update, row.now).filter((action) => !row.role || !isRotating(action));

export const canBeDone = (action: Action, row: Row): boolean => actionsOf(row).includes(action);

/** What can be done to a row's token, as items of a menu. */
export function itemsOf(row: Row, act: Act) {
  return actionsOf(row).map((action) => ({
    action,
    label: m(labels[action]),
    icon: actionIcons[action],
    shortcut: keys[action],
    isDanger: action === 'revoke',
    choose: () => act(action, row),
  }));
}

/** What a key does to a row's token, if it does anything. */
export function actionAt(key: string, row: Row): Action | undefined {
  const pressed = key === 'Delete' ? 'Del' : key.toUpperCase();
  return actionsOf(row).find((action) => keys[action] === pressed);
}
