import { call } from '../../contract/call';
import type { ReminderAnswer } from '../../core/reminders/told';
import type { Row } from '../on-screen';
import { nameOf } from '../words/text';
import { explain } from './doing';

export async function answer(row: Row, given: ReminderAnswer): Promise<void> {
  const done = await call('reminders.answer', { hostId: row.host.id, tokenId: row.token.id, answer: given });
  if (!done.ok) explain(done.failure, nameOf(row.token));
}

/** The user has made that token themselves. */
export async function own({ token, host }: Row): Promise<void> {
  const owned = await call('strangers.own', { hostId: host.id, tokenId: token.id });
  if (!owned.ok) explain(owned.failure, nameOf(token));
}
