import type { Rotation } from '../../core/rotation/state';
import { message as m } from '../../platform/message';
import * as deeds from '../deeds/rotations';
import { isTheirs } from '../stores/attention';
import { busy } from '../stores/busy';
import { localNow } from '../stores/clock';
import { hosts } from '../stores/hosts';
import { shownOf } from '../stores/readings';
import { AttentionCard } from '../views/cards/attention-card';
import { RotationCard } from '../views/cards/rotation-card';

const hostOf = ({ old }: Rotation) => hosts.value.find(({ id }) => id === old.hostId);

/** One rotation, wherever it is shown. */
export function ShownRotation({ rotation }: { rotation: Rotation }) {
  const host = hostOf(rotation);
  return (
    <RotationCard
      rotation={rotation}
      now={localNow.value}
      clockSkew={(host && shownOf(host).snapshot?.clockSkew) ?? 0}
      busy={busy.value}
      onEnd={deeds.endRotation}
      onMake={({ id }, part) => deeds.makePart(id, part)}
      onLeaveOut={deeds.leaveOut}
      onDismiss={deeds.dismiss}
    />
  );
}

/** A rotation that waits for the user, or that it waits for another account: no other is shown its tokens. */
export function WaitingRotation({ rotation }: { rotation: Rotation }) {
  const { who, host } = rotation.old;
  if (isTheirs(rotation)) return <ShownRotation rotation={rotation} />;
  return (
    <AttentionCard sign="refresh" reason={m('rotation_waits_for', who, host)}>
      {null}
    </AttentionCard>
  );
}
