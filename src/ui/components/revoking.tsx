import type { Revoke } from '../../core/revoke';
import { placedKey } from '../../core/token-key';
import { message as m } from '../../platform/message';
import { nameOf } from '../words/text';
import './revoking.css';

export type RevokingProps = { revokes: Revoke[]; onUndo: (revoke: Revoke) => void };

/** The revokes that are under way, each with its Undo as long as nothing was sent. */
export function Revoking({ revokes, onUndo }: RevokingProps) {
  return (
    <>
      {revokes.map((revoke) => (
        <div key={placedKey(revoke)} class="revoking">
          <p role="status">{m('revoking', nameOf(revoke))}</p>
          {revoke.progress.state === 'waiting' && (
            <button type="button" onClick={() => onUndo(revoke)}>
              {m('undo')}
            </button>
          )}
        </div>
      ))}
    </>
  );
}
