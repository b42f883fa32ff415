import { call } from '../../contract/call';
import type { ReminderAnswer } from '../../core/reminders/told';
import type { EndedElsewhere } from '../../core/strangers/ended-elsewhere';
import { nameOf } from '../../platform/in-words/people';
import type { Row } from '../on-screen';
import { explain } from './doing';

export async function answer(row: Row, given: ReminderAnswer): Promise<void> {
  const done = await call('reminders.answer', { hostId: row.host.id, tokenId: row.token.id, answer: given });
  if (!done.ok) explain(done.failure, nameOf(row.token));
}

/** The user has made that token themselves; `always`: and will make others like it. */
export async function own({ token, host }: Row, always: boolean): Promise<void> {
  const owned = await call('strangers.own', { hostId: host.id, tokenId: token.id, always });
  if (!owned.ok) explain(owned.failure, nameOf(token));
}

/** The user knows that somebody else has revoked that token. */
export async function knowOfEnd({ hostId, tokenId, name }: EndedElsewhere): Promise<void> {
  const told = await call('revoked-elsewhere.told', { hostId, tokenId });
  if (!told.ok) explain(told.failure, nameOf({ name }));
}
