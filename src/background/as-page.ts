import type { FoundDoors } from '../core/doors';
import type { Failure, Result } from '../core/result';

/** What is known and learned about a host's liking of origins. */
type Memory = { recall(): Promise<{ pageOrigin: boolean }>; remember(found: FoundDoors): Promise<void> };

type Change = 'create' | 'revoke' | 'update';

/** One way of sending something: as it is, or as if it came from the host's own pages. */
type Sender = <T>(send: () => Promise<Result<T>>) => Promise<Result<T>>;

/** A refusal that can be about where the request came from, and that proves that nothing was done. */
function canBeOrigin(failure: Failure, kind: Change): boolean {
  if (failure.kind === 'forbidden') return !failure.explained;
  // All but a create may be sent twice in any case; a create only after the plainest refusal.
  return kind !== 'create' && failure.kind === 'signed-out' && failure.by === 'refusal';
}

/** The session was just seen to be good, so a change that is refused without a word is not about who is signed in. */
function plainly<T>(result: Result<T>): Result<T> {
  if (result.ok) return result;
  const { failure } = result;
  const silent =
    failure.kind === 'forbidden' ? !failure.explained : failure.kind === 'signed-out' && failure.by === 'refusal';
  return silent ? { ok: false, failure: { kind: 'refused' } } : result;
}

/**
 * Does a change right after a read in the same session has succeeded. If the change is refused all the same, it is done
 * once more with the origin of the host's own pages; where that was what was missing, it is remembered.
 * What the server makes of an extension's origin is not known. Source: services.md 11.4 and 12.2.
 */
export async function asPageIfRefused<T>(
  { recall, remember, asPage }: Memory & { asPage: Sender },
  kind: Change,
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if ((await recall()).pageOrigin) return plainly(await asPage(change));
  const refused = await change();
  if (refused.ok || !canBeOrigin(refused.failure, kind)) return plainly(refused);
  const again = await asPage(change);
  if (again.ok) await remember({ pageOrigin: true });
  return plainly(again);
}
