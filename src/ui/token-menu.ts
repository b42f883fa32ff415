import { type Action, actionsOn } from '../core/abilities';
import { type MessageKey, message as m } from '../platform/message';
import type { Row } from './on-screen';

const labels = {
  extend: 'extend_item',
  rotate: 'rotate_item',
  edit: 'edit_item',
  replace: 'replace_item',
  duplicate: 'duplicate_item',
  revoke: 'revoke_item',
} as const satisfies Record<Action, MessageKey>;

/** What begins a rotation, and is not begun twice for one token. */
const isRotating = (action: Action) => action === 'rotate' || action === 'replace';

export type Act = (action: Action, row: Row) => void;

/** What can be done to a row's token, as items of a menu. */
export function itemsOf(row: Row, act: Act): { label: string; choose: () => void }[] {
  const actions = actionsOn(row.token, row.update, row.now).filter((action) => !row.role || !isRotating(action));
  return actions.map((action) => ({ label: m(labels[action]), choose: () => act(action, row) }));
}
