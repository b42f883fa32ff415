import type { Rotation } from '../../core/rotation/state';
import { message as m } from '../../platform/message';
import { act } from '../deeds/acts';
import * as deeds from '../deeds/rotations';
import { globals, shownRotations } from '../stores/attention';
import { busy } from '../stores/busy';
import { localNow } from '../stores/clock';
import { hosts } from '../stores/hosts';
import { shownOf } from '../stores/readings';
import { GlobalCard } from '../views/cards/global-card';
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

/** Whether the account that a rotation belongs to is signed in: no other is shown its tokens. */
function isTheirs(rotation: Rotation): boolean {
  return hostOf(rotation)?.identity?.id === rotation.old.identityId;
}

/** What of rotations waits for the user. */
export function RotationCards() {
  const all = shownRotations.value;
  const others = all
    .filter((rotation) => !isTheirs(rotation))
    .map(({ old }) => m('rotation_waits_for', old.who, old.host));
  return (
    <>
      {all.filter(isTheirs).map((rotation) => (
        <ShownRotation key={rotation.id} rotation={rotation} />
      ))}
      {[...new Set(others)].map((text) => (
        <p key={text}>{text}</p>
      ))}
      <GlobalCard rows={globals.value} onReplace={(row) => act('replace', row)} />
    </>
  );
}
