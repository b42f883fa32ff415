import { call } from '../../contract/call';
import type { Unfinished } from '../../core/unfinished';
import { message as m } from '../../platform/message';
import { hush, say } from '../stores/notice';
import { explain } from './doing';

/** Asks the worker to erase everything that Patina keeps; answers what is unfinished, where it has erased nothing. */
export async function eraseEverything(anyway: boolean): Promise<Unfinished[]> {
  hush();
  const erased = await call('everything.erase', { anyway });
  if (!erased.ok) explain(erased.failure, '');
  else if (erased.value.length === 0) say(m('erased'));
  return erased.ok ? erased.value : [];
}
