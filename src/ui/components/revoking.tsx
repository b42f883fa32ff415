import type { Revoke } from '../../core/revoke';
import type { TokenId } from '../../core/token';
import { message as m } from '../../platform/message';
import { nameOf } from '../words/text';
import './revoking.css';

export type RevokingProps = { revokes: Revoke[]; onUndo: (tokenId: TokenId) => void };

/** The revokes that are under way, each with its Undo as long as nothing was sent. */
export function Revoking({ revokes, onUndo }: RevokingProps) {
  return (
    <>
      {revokes.map(({ tokenId, name, progress }) => (
        <div key={tokenId} class="revoking">
          <p role="status">{m('revoking', nameOf({ name }))}</p>
          {progress.state === 'waiting' && (
            <button type="button" onClick={() => onUndo(tokenId)}>
              {m('undo')}
            </button>
          )}
        </div>
      ))}
    </>
  );
}
