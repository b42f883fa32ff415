import { placedKey } from '../names/placed';
import { isSameEnd } from '../rounding';
import type { Telling } from './telling';
import type { Told } from './told';
import type { Watched } from './watched';

/** The record of a token, if it is about the end that the token has now. */
export function toldOf(
  told: ReadonlyMap<string, Told>,
  { id, hostId, expiresAt }: Pick<Watched, 'id' | 'hostId' | 'expiresAt'>,
) {
  const record = told.get(placedKey({ hostId, tokenId: id }));
  return record && isSameEnd(record.expiresAt, expiresAt) ? record : undefined;
}

export function nothingTold({ id, hostId, identityId, expiresAt }: Omit<Watched, 'beside'>): Told {
  const quiet = { at: 0, shown: true, snoozedUntil: null, silenced: false };
  return { tokenId: id, hostId, identityId, expiresAt, steps: [], ...quiet };
}

export const byToken = (told: Told[]): ReadonlyMap<string, Told> =>
  new Map(told.map((each) => [placedKey(each), each]));

/** A record in each place of its token: what was said holds also where the first of them is gone. Only that one names the notification. */
export function inEachPlace(record: Told, { beside }: Watched, before: ReadonlyMap<string, Told>): Told[] {
  const copies = beside.map((hostId) => ({ ...record, hostId, shown: true }));
  return [record, ...copies.map((each) => ({ ...each, at: before.get(placedKey(each))?.at ?? 0 }))];
}

/** The notification is with the browser: with it a snooze has ended. */
export function given(record: Told): Told {
  return record.shown && record.snoozedUntil === null ? record : { ...record, shown: true, snoozedUntil: null };
}

/** The records after a worker was ended: what it had decided to tell counts as told if the browser has it. */
export function settled(told: Told[], has: (telling: Telling) => boolean): Told[] {
  return told.map((record) => (!record.shown && has(record) ? given(record) : record));
}
