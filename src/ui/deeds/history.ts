import { call } from '../../contract/call';
import { message as m } from '../../platform/message';
import { say } from '../stores/notice';
import { explain } from './doing';

export async function eraseHistory(): Promise<void> {
  const erased = await call('history.erase', {});
  if (erased.ok) say(m('history_erased'));
  else explain(erased.failure, '');
}
