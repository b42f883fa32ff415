import { signal } from '@preact/signals';
import { isShared, keyOf } from '../../core/names/token-key';
import type { Told } from '../../core/reminders/told';
import { byToken, toldOf } from '../../core/reminders/told-of';
import { stored } from '../../platform/stored';
import type { Row } from '../on-screen';
import { follow } from './follow';
import { hosts } from './hosts';

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
export function saidOf({ token, host }: Row): Told | undefined {
  const { id, expiresAt } = token;
  if (expiresAt === null) return undefined;
  const places = isShared(token) ? hosts.value.filter((other) => keyOf(token, other) === keyOf(token, host)) : [host];
  return places.map((at) => toldOf(told.value, { id, hostId: at.id, expiresAt })).find((each) => each !== undefined);
}
