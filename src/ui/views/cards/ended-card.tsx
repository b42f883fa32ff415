import type { EndedElsewhere } from '../../../core/strangers/ended-elsewhere';
import { nameOf } from '../../../platform/in-words/people';
import { message as m } from '../../../platform/message';
import { AttentionCard } from './attention-card';

type Props = { ended: EndedElsewhere; host: string; onKnow: (ended: EndedElsewhere) => void };

/** A token that somebody else has revoked, or the service has: whatever uses it stopped working. */
export function EndedCard({ ended, host, onKnow }: Props) {
  return (
    <AttentionCard reason={m('revoked_elsewhere', nameOf(ended))} more={m('revoked_elsewhere_explain', host)}>
      <button type="button" onClick={() => onKnow(ended)}>
        {m('ok')}
      </button>
    </AttentionCard>
  );
}
