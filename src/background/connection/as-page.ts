import { endedBefore } from '../../azure/slot';
import type { FoundDoors } from '../../core/doors';
import { isSilent } from '../../core/failure-meaning';
import { type Failure, fail, type Result } from '../../core/result';

/** What is known and learned about a host's liking of origins. */
type Memory = { recall(): Promise<{ pageOrigin: boolean }>; remember(found: FoundDoors): Promise<void> };

/** One way of sending something: as it is, or as if it came from the host's own pages. */
type Sender = <T>(send: () => Promise<Result<T>>) => Promise<Result<T>>;

/** Whether it is the change that was refused, and not that somebody may do it who is signed in. */
const isRefused = (failure: Failure) => isSilent(failure) && !endedBefore(failure);

function plainly<T>(result: Result<T>): Result<T> {
  if (result.ok || !isRefused(result.failure) || result.failure.kind === 'between') return result;
  return fail({ kind: 'refused' });
}

/**
 * Does a change, each time in a slot in which it was just seen who is signed in. If it is refused all the same, it is
 * done once more with the origin of the host's own pages; where that was what was missing, it is remembered.
 * What the server makes of an extension's origin is not known. Source: services.md 11.4 and 12.2.
 */
export async function asPageIfRefused<T>(
  { recall, remember, asPage }: Memory & { asPage: Sender },
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if ((await recall()).pageOrigin) return plainly(await asPage(change));
  const refused = await change();
  if (refused.ok || !isRefused(refused.failure)) return plainly(refused);
  const again = await asPage(change);
  if (again.ok) await remember({ pageOrigin: true });
  return plainly(again);
}
