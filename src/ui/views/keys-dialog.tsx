import { useId } from 'preact/hooks';
import { type MessageKey, message as m } from '../../platform/message';
import { useModal } from '../modal';
import '../components/frames/dialog.css';
import './keys-dialog.css';

/** What is pressed, as it stands on the keys, and what it does. */
export type Key = { keys: string; does: MessageKey };

type Props = {
  /** What works also where letters alone do nothing. */
  always: readonly Key[];
  single: readonly Key[];
  singleKeys: boolean;
  onClose: () => void;
};

/** All keys of a screen. */
export function KeysDialog({ always, single, singleKeys, onClose }: Props) {
  const modal = useModal(onClose);
  const title = useId();
  return (
    <dialog aria-labelledby={title} {...modal}>
      <div class="dialog-body">
        <h2 id={title}>{m('keys')}</h2>
        <dl class="keys-help">
          {[...(singleKeys ? single : []), ...always].map(({ keys, does }) => (
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
