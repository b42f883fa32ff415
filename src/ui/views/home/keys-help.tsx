import { type Key, KeysDialog } from '../keys-dialog';

/** What works also where letters alone do nothing. */
const ALWAYS: readonly Key[] = [
  { keys: '↑ ↓', does: 'key_move' },
  { keys: 'Enter', does: 'key_open' },
  { keys: 'Del', does: 'revoke' },
  { keys: 'Ctrl+K', does: 'search_commands' },
  { keys: 'Ctrl+Z', does: 'key_undo' },
  { keys: 'Esc', does: 'key_back' },
];

const SINGLE: readonly Key[] = [
  { keys: '1 – 9', does: 'key_mint' },
  { keys: 'N', does: 'new_token' },
  { keys: '/', does: 'search_tokens' },
  { keys: 'R', does: 'rotate' },
  { keys: 'E', does: 'extend' },
  { keys: 'D', does: 'key_duplicate' },
  { keys: 'U', does: 'key_undo' },
  { keys: '?', does: 'keys' },
];

/** All keys of the list. */
export function KeysHelp({ singleKeys, onClose }: { singleKeys: boolean; onClose: () => void }) {
  return <KeysDialog always={ALWAYS} single={SINGLE} singleKeys={singleKeys} onClose={onClose} />;
}
