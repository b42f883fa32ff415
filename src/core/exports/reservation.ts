import type { Snapshot } from '../snapshot';

const ON_A_LIST = ['incomplete', 'only_made_here', 'old'] as const;

/** What has to be said beside a list that is handed out: not there at all, not whole, only what was made there, not as of now. */
export type Reservation = 'unread' | (typeof ON_A_LIST)[number];

/** `since`: when it was asked for, in milliseconds since 1970; a list that was read before is old. */
export function reservationsOn(snapshot: Snapshot | null, since: number): Reservation[] {
  if (!snapshot) return ['unread'];
  const { complete, onlyMadeHere, readAt } = snapshot;
  const all = { incomplete: !complete, only_made_here: onlyMadeHere === true, old: readAt < since };
  return ON_A_LIST.filter((reservation) => all[reservation]);
}
