import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { type MessageKey, message as m } from '../../../platform/message';
import '../../components/dialog.css';
import './keys-help.css';

type Key = { keys: string; does: MessageKey };

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
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useLayoutEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close(); // which gives the focus back
  }, []);
  const cancel = (event: Event) => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog aria-labelledby={title} ref={dialog} onCancel={cancel}>
      <div class="dialog-body">
        <h2 id={title}>{m('keys')}</h2>
        <dl class="keys-help">
          {[...(singleKeys ? SINGLE : []), ...ALWAYS].map(({ keys, does }) => (
            <div key={keys}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{m(does)}</dd>
            </div>
          ))}
        </dl>
        {!singleKeys && <p class="hint">{m('keys_off')}</p>}
      </div>
      <div class="dialog-foot">
        <button type="button" class="primary" onClick={onClose}>
          {m('close')}
        </button>
      </div>
    </dialog>
  );
}
