import type { Snapshot } from '../snapshot';

/** What has to be said beside a list that is handed out: not there at all, not whole, not as of now. */
export type Reservation = 'unread' | 'incomplete' | 'old';

/** `since`: when it was asked for, in milliseconds since 1970; a list that was read before is old. */
export function reservationsOn(snapshot: Snapshot | null, since: number): Reservation[] {
  if (!snapshot) return ['unread'];
  const incomplete: Reservation[] = snapshot.complete ? [] : ['incomplete'];
  return snapshot.readAt < since ? [...incomplete, 'old'] : incomplete;
}
