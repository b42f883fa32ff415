import { signal } from '@preact/signals';
import { call } from '../../contract/call';
import type { Entry } from '../../core/history';
import { message as m } from '../../platform/message';
import { stored } from '../../platform/stored';
import { explain } from '../deeds';
import { say } from '../state';

/** What Patina did to tokens, oldest first. */
export const history = signal<Entry[]>([]);

let watched = false;

/** Shows the history as storage has it, now and from now on. */
export async function loadHistory(): Promise<void> {
  const keep = (entries: Entry[]) => {
    history.value = entries;
  };
  if (!watched) stored.history.watch(keep);
  watched = true;
  keep(await stored.history.get());
}

export async function eraseHistory(): Promise<void> {
  const erased = await call('history.erase', {});
  if (erased.ok) say(m('history_erased'));
  else explain(erased.failure, '');
}
