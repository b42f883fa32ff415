import { useEffect, useState } from 'preact/hooks';
import { mostReads } from '../core/doctor/rounds';
import { inBackground } from '../platform/log';
import { Dialogs } from '../ui/connected/dialogs';
import { CreatedScreen } from '../ui/connected/screens';
import { act } from '../ui/deeds/acts';
import { examine } from '../ui/deeds/doctor';
import { asked } from '../ui/stores/asked';
import { localNow } from '../ui/stores/clock';
import { examined, forget, forgetIfDue, forgetSoon, turn } from '../ui/stores/doctor';
import { hosts } from '../ui/stores/hosts';
import { keyOfMade, toHandOver } from '../ui/stores/minted';
import { Doctor } from '../ui/views/doctor/doctor';
import { loadTokens } from './load';

/** What a token is that somebody has found. Leaving it forgets what was pasted. */
export function DoctorView() {
  const [openedAt] = useState(Date.now);
  useEffect(() => {
    inBackground('token doctor', loadTokens());
    document.addEventListener('visibilitychange', forgetIfDue);
    addEventListener('focus', forgetIfDue);
    return () => {
      document.removeEventListener('visibilitychange', forgetIfDue);
      removeEventListener('focus', forgetIfDue);
      forget();
    };
  }, []);
  // A secret that waits from before is the popup's to show.
  const made = toHandOver.value.find(({ mintedAt }) => mintedAt >= openedAt);
  if (made) return <CreatedScreen key={keyOfMade(made)} minted={made} />;
  return (
    <>
      <Doctor
        examined={examined.value}
        reads={mostReads(hosts.value)}
        turn={turn.value}
        localNow={localNow.value}
        onInput={forgetSoon}
        onExamine={(text) => inBackground('examine', examine(text))}
        onAct={act}
      />
      {asked.value && <Dialogs />}
    </>
  );
}
