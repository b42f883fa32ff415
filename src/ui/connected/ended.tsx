import type { EndedElsewhere } from '../../core/strangers/ended-elsewhere';
import { knowOfEnd } from '../deeds/reminders';
import { hosts } from '../stores/hosts';
import { EndedCard } from '../views/cards/ended-card';

/** A token that somebody else has revoked, until the user knows. */
export function Ended({ ended }: { ended: EndedElsewhere }) {
  const host = hosts.value.find(({ id }) => id === ended.hostId)?.name ?? '';
  return <EndedCard ended={ended} host={host} onKnow={knowOfEnd} />;
}
