import { signal } from '@preact/signals';

/** The deed that is under way: while there is one, no other can be started. */
export const busy = signal(false);
