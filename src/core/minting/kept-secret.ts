import type { HostId } from '../host';
import type { TokenId } from '../token';
import { type Intent, withGrant } from './intent';

/** A new token whose secret is kept for the user. */
type Kept = { hostId: HostId; token: { id: TokenId; name: string } };

/** The intents after it was seen which tokens are kept for the user: a worker may have ended before it granted one. */
export function withKept(intents: Intent[], kept: readonly Kept[], at: number): Intent[] {
  return kept.reduce((left, { hostId, token: { id, name } }) => {
    const mine = left.find(
      (intent) =>
        intent.hostId === hostId && intent.name === name && intent.grantedId === null && !intent.knownIds.includes(id),
    );
    return mine ? withGrant(left, mine.id, { tokenId: id, at }) : left;
  }, intents);
}
