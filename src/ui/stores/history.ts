import { signal } from '@preact/signals';
import { call } from '../../contract/call';
import type { Entry } from '../../core/history';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { explain } from '../deeds/doing';
import { follow } from './follow';
import { say } from './notice';

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

export async function eraseHistory(): Promise<void> {
  const erased = await call('history.erase', {});
  if (erased.ok) say(m('history_erased'));
  else explain(erased.failure, '');
}
