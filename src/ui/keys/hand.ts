import { host } from '../stores/hosts';
import { view } from '../stores/screen';

/** Once a hand is at the popup, what it is about to press stays where it is: the field that asks for an organization does. */
function stay(): void {
  if (host.value === null) view.value = 'add-host';
}

export function noticeHand(): void {
  for (const kind of ['pointerdown', 'keydown'])
    document.addEventListener(kind, stay, { capture: true, once: true, passive: true });
}
