import type { Action } from '../core/doors/abilities';
import { type MessageKey, message as m } from '../platform/message';
import type { IconName } from './components/icon';
import type { Closing } from './components/menu';
import { OpenMenu } from './components/open-menu';
import type { Row } from './on-screen';
import { type Act, actionKeys, actionsOf } from './token-menu';

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

/** What can be done to a row's token, as items of a menu. */
export function itemsOf(row: Row, act: Act) {
  return actionsOf(row).map((action) => ({
    action,
    label: m(labels[action]),
    icon: actionIcons[action],
    shortcut: actionKeys[action],
    isDanger: action === 'revoke',
    choose: () => act(action, row),
  }));
}

/** The menu of a row's token. */
export function RowMenu({ row, onAct, ...menu }: Closing & { label: string; row: Row; onAct: Act }) {
  return <OpenMenu {...menu} items={itemsOf(row, onAct)} />;
}
