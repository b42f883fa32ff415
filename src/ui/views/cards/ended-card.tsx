import type { EndedElsewhere } from '../../../core/strangers/ended-elsewhere';
import { message as m } from '../../../platform/message';
import { nameOf } from '../../words/text';

type Props = { ended: EndedElsewhere; host: string; onKnow: (ended: EndedElsewhere) => void };

/** A token that somebody else has revoked, or the service has: whatever uses it stopped working. */
export function EndedCard({ ended, host, onKnow }: Props) {
  return (
    <div class="attention">
      <p>{m('revoked_elsewhere', nameOf(ended))}</p>
      <p class="hint">{m('revoked_elsewhere_explain', host)}</p>
      <button type="button" onClick={() => onKnow(ended)}>
        {m('ok')}
      </button>
    </div>
  );
}
