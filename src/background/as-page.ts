import type { FoundDoors } from '../core/doors';
import type { Failure, Result } from '../core/result';
import { withPageOrigin } from '../platform/page-origin';

/** What is known and learned about an organization's liking of origins. */
type Memory = { recall(): Promise<{ pageOrigin: boolean }>; remember(found: FoundDoors): Promise<void> };

type Change = 'create' | 'revoke';

const ORIGIN = 'https://dev.azure.com';

/** A refusal that can be about where the request came from, and that proves that nothing was done. */
function canBeOrigin(failure: Failure, kind: Change): boolean {
  if (failure.kind === 'forbidden') return !failure.explained;
  // A revoke may be sent twice in any case; a create only after the plainest refusal.
  return kind === 'revoke' && failure.kind === 'signed-out' && failure.by === 'refusal';
}

/**
 * Does a change right after a read in the same session has succeeded. If the change is refused all the same, it is done
 * once more with the origin of the organization's own pages; where that was what was missing, it is remembered.
 * What the server makes of an extension's origin is not known. Source: services.md 11.4 and 12.2.
 */
export async function asPageIfRefused<T>(
  memory: Memory,
  kind: Change,
  change: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if ((await memory.recall()).pageOrigin) return await withPageOrigin(ORIGIN, change);
  const refused = await change();
  if (refused.ok || !canBeOrigin(refused.failure, kind)) return refused;
  const again = await withPageOrigin(ORIGIN, change);
  if (again.ok) await memory.remember({ pageOrigin: true });
  return again;
}
