import { dismissAsides, eraseAsides } from '../deeds/asides';
import { busy } from '../stores/busy';
import { SetAsideCard } from '../views/cards/set-aside-card';

/** Stored values were set aside; it says so until the user knows. */
export function SetAside() {
  return <SetAsideCard busy={busy.value} onDismiss={dismissAsides} onErase={eraseAsides} />;
}
