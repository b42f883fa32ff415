import { signal } from '@preact/signals';
import { forgetTyped } from '../ui/spoken';
import { asked, stopAsking } from '../ui/stores/asked';
import { goHome, turnPage, view } from '../ui/stores/screen';
import { linkTo } from '../ui/token-link';

/** What stands behind the `#` of the address: the view, and what it is to begin with. It shows, and never does. */
export const hash = signal(location.hash.slice(1));

/** Leaves with a page what is its own: New token, and a question. The palette asks about a token and leads to it in one press. */
function leaveFor(address: string): void {
  turnPage();
  if (view.value === 'create' && !/^#new-token(\?|$)/.test(address)) goHome();
  if (asked.value && linkTo(asked.value.row) !== address) stopAsking();
}

export function followHash(): void {
  window.addEventListener('hashchange', () => {
    forgetTyped();
    leaveFor(location.hash);
    hash.value = location.hash.slice(1);
  });
}
