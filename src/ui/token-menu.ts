import { type Action, actionsOn, type Wish } from '../core/doors/abilities';
import type { Row } from './on-screen';

/** The keys that act on a row. That of what cannot be undone for long is no letter. */
export const actionKeys: { readonly [A in Action]?: string } = {
  rotate: 'R',
  replace: 'R',
  extend: 'E',
  duplicate: 'D',
  revoke: 'Del',
};

/** What begins a rotation, and is not begun twice for one token. */
const isRotating = (action: Action) => action === 'rotate' || action === 'replace';

export type Act = (wish: Wish, row: Row) => void;

/** What can be done to a row's token, in the order of a menu. */
export const actionsOf = (row: Row) =>
  actionsOn(row.token, row.update, row.now).filter((action) => !row.role || !isRotating(action));

/** What a key does to a row's token, if it does anything. */
export function actionAt(key: string, row: Row): Action | undefined {
  const pressed = key === 'Delete' ? 'Del' : key.toUpperCase();
  return actionsOf(row).find((action) => actionKeys[action] === pressed);
}
