import { signal } from '@preact/signals';
import { SECOND } from '../../core/duration';

/** Milliseconds since 1970 by this computer's clock, now and then. */
export const localNow = signal(Date.now());

export function startClock(): void {
  setInterval(() => {
    localNow.value = Date.now();
  }, 20 * SECOND);
}
