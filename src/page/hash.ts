import { signal } from '@preact/signals';
import { forgetTyped } from '../ui/spoken';

/** What stands behind the `#` of the address: the view, and what it is to begin with. It shows, and never does. */
export const hash = signal(location.hash.slice(1));

export function followHash(): void {
  window.addEventListener('hashchange', () => {
    forgetTyped();
    hash.value = location.hash.slice(1);
  });
}
