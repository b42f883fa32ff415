import type { FoundDoors } from '../../core/doors';
import type { Failure, Result } from '../../core/result';

/** What is known and learned about a host's liking of origins. */
type Memory = { recall(): Promise<{ pageOrigin: boolean }>; remember(found: FoundDoors): Promise<void> };

type Change = 'create' | 'update' | 'revoke';

/** One way of sending something: as it is, or as if it came from the host's own pages. */
type Sender = <T>(send: () => Promise<Result<T>>) => Promise<Result<T>>;

/** A refusal without a word why, in a session that was just seen to be good. It proves that nothing was done. */
function isSilent(failure: Failure): boolean {
  return failure.kind === 'forbidden' ? !failure.explained : failure.kind === 'signed-out' && failure.by === 'refusal';
}

/** Whether it may be sent again. A revoke or an update may be sent twice in any case; a create only after the plainest refusal. */
function canBeOrigin(failure: Failure, kind: Change): boolean {
  return isSilent(failure) && (kind !== 'create' || failure.kind === 'forbidden');
}

function plainly<T>(result: Result<T>): Result<T> {
  return !result.ok && isSilent(result.failure) ? { ok: false, failure: { kind: 'refused' } } : result;
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
