import { message as m } from '../../platform/message';
import './clipboard-line.css';

type Props = {
  /** A secret on the clipboard, or none. */
  onClipboard: { failed: boolean; seconds: number } | null;
  onClear: () => void;
  onDismiss: () => void;
};

/** How long a copied secret stays on the clipboard; or that it may still be there, which nobody must overlook. */
export function ClipboardLine({ onClipboard, onClear, onDismiss }: Props) {
  if (onClipboard === null) return null;
  const { failed, seconds } = onClipboard;
  return (
    <div class="clipboard-line">
      {failed ? <p role="alert">{m('clipboard_failed')}</p> : <p>{m('clipboard_clears', String(seconds))}</p>}
      <div class="buttons">
        <button type="button" class="quiet" onClick={onClear}>
          {m('clear_clipboard_now')}
        </button>
        {failed && (
          <button type="button" class="quiet" onClick={onDismiss}>
            {m('dismiss')}
          </button>
        )}
      </div>
    </div>
  );
}
