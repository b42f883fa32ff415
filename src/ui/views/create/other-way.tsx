import type { OtherWay as Way } from '../../../core/purposes/other-ways';
import { message as m, wordsFor } from '../../../platform/message';
import { Why } from '../../components/why';

type Props = { way: Way; onSilence: (way: Way) => void };

/** That the same can be done without a token. Nobody has to hear it twice. */
export function OtherWay({ way, onSilence }: Props) {
  return (
    <div>
      <p class="hint">{wordsFor('other_way', way)}</p>
      <Why>
        <p>{wordsFor('way_source', way)}</p>
        <button type="button" class="quiet" onClick={() => onSilence(way)}>
          {m('not_again')}
        </button>
      </Why>
    </div>
  );
}
