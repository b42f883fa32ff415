import { signal } from '@preact/signals';
import type { Entry } from '../../core/history';
import { stored } from '../../platform/stored';
import { follow } from './follow';

/** What Patina did to tokens, oldest first. */
export const history = signal<Entry[]>([]);

let watched = false;

/** Shows the history as storage has it, now and from now on. */
export async function loadHistory(): Promise<void> {
  if (watched) return;
  watched = true;
  await follow(stored.history, (entries) => {
    history.value = entries;
  });
}
