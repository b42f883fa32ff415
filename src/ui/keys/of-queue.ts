import type { How } from '../../core/cleanup/walk';
import { useKeyDown } from './key-down';
import { isPlain } from './plain';

/** The key that a Mac calls "delete" is named after the way back. */
const KEYS: Readonly<Record<string, How>> = {
  delete: 'revoke',
  backspace: 'revoke',
  r: 'rotate',
  k: 'keep',
  l: 'later',
};

type Keys = {
  /** Whether a key alone may do something, wherever the focus is. */
  singleKeys: boolean;
  onDecide: (how: How) => void;
  onHelp: () => void;
};

/** The keys of a queue: one for each decision, and `?` for all of them. */
export function useQueueKeys({ singleKeys, onDecide, onHelp }: Keys): void {
  useKeyDown((event) => {
    if (!singleKeys || event.defaultPrevented || !isPlain(event)) return;
    const how = KEYS[event.key.toLowerCase()];
    if (how) onDecide(how);
    else if (event.key === '?') onHelp();
    else return;
    event.preventDefault();
  });
}
