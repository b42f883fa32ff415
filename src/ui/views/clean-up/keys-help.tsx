import { type Key, KeysDialog } from '../keys-dialog';

const ALWAYS: readonly Key[] = [
  { keys: 'Tab', does: 'key_to_buttons' },
  { keys: 'Ctrl+Z', does: 'key_undo_decision' },
  { keys: 'Ctrl+K', does: 'search_commands' },
];

const SINGLE: readonly Key[] = [
  { keys: 'Del', does: 'revoke' },
  { keys: 'R', does: 'rotate' },
  { keys: 'K', does: 'key_keep' },
  { keys: 'L', does: 'key_later' },
  { keys: 'U', does: 'key_undo_decision' },
  { keys: '?', does: 'keys' },
];

/** All keys of the queue. */
export function KeysHelp({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  return <KeysDialog always={ALWAYS} single={SINGLE} singleKeys={singleKeys} onClose={onClose} />;
}
