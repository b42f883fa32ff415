import { call } from '../../contract/call';
import { message as m } from '../../platform/message';
import { say } from '../stores/notice';
import { lookAtAll } from '../stores/overview';
import { explain, refresh } from './doing';

/** Shows what is known of every organization, and reads it again. */
export async function openOverview(): Promise<void> {
  await lookAtAll();
  await refresh();
}

export async function eraseHistory(): Promise<void> {
  const erased = await call('history.erase', {});
  if (erased.ok) say(m('history_erased'));
  else explain(erased.failure, '');
}
