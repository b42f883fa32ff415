import { signal } from '@preact/signals';
import { call } from '../../contract/call';
import type { ReminderAnswer, Told } from '../../core/reminders/told';
import { byToken, toldOf } from '../../core/reminders/told-of';
import { stored } from '../../platform/stored';
import { explain } from '../deeds/doing';
import type { Row } from '../on-screen';
import { nameOf } from '../words/text';
import { follow } from './follow';

const told = signal<ReturnType<typeof byToken>>(new Map());

let watched = false;

/** Knows what was said of tokens, and what the user has answered, now and from now on. */
export async function loadReminders(): Promise<void> {
  if (watched) return;
  watched = true;
  await follow(stored.reminders, (reminders) => {
    told.value = byToken(reminders.told);
  });
}

/** What was said of a token's end; `undefined` also where no end is known. */
export function saidOf({ token: { id, expiresAt } }: Row): Told | undefined {
  return expiresAt === null ? undefined : toldOf(told.value, { id, expiresAt });
}

export async function answer(row: Row, given: ReminderAnswer): Promise<void> {
  const done = await call('reminders.answer', { tokenId: row.token.id, answer: given });
  if (!done.ok) explain(done.failure, nameOf(row.token));
}
