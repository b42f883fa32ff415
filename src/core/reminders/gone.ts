import { DAY } from '../duration';
import { placedKey } from '../names/placed';
import { hasAll } from '../snapshot';
import type { Told } from './told';
import type { Known } from './watched';

/** What is of an account that is not signed in is kept for this long after the end. */
const KEPT = 30 * DAY;

/**
 * The records without those of tokens that are revoked or gone. That a token is gone is believed only of a complete list
 * of the same account.
 */
export function withoutGone(told: Told[], known: Known[], now: number): Told[] {
  const revoked = new Map(
    known.flatMap(({ host, snapshot }) =>
      (snapshot?.tokens ?? []).map((each) => [placedKey({ hostId: host.id, tokenId: each.id }), each.revoked] as const),
    ),
  );
  const hosts = new Map(known.map((each) => [each.host.id, each.snapshot]));
  const isGone = (record: Told) => {
    const { hostId, identityId, expiresAt } = record;
    const listed = revoked.get(placedKey(record));
    if (listed !== undefined) return listed;
    const list = hosts.get(hostId);
    if (list === undefined || expiresAt + KEPT < now) return true;
    return list !== null && hasAll(list) && list.identity.id === identityId;
  };
  return told.filter((record) => !isGone(record));
}
