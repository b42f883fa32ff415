import { canNarrow } from '../../../core/narrower/advice';
import type { Purpose } from '../../../core/purposes/purpose';
import { message as m } from '../../../platform/message';
import type { Row } from '../../on-screen';
import type { Act } from '../../token-menu';
import { adviceInWords } from '../../words/narrower';

/** That a token can do more than it is for, and the way to one that cannot. One for all organizations is replaced first. */
export function Narrower({ row, own, onAct }: { row: Row; own: readonly Purpose[]; onAct: Act }) {
  const advice = adviceInWords(row, own);
  if (advice === null) return null;
  return (
    <div class="narrower">
      <p class="warning">{advice}</p>
      {canNarrow(row, own) && (
        <button type="button" onClick={() => onAct('narrow', row)}>
          {m('narrow_item')}
        </button>
      )}
    </div>
  );
}
