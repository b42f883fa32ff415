import type { HostId } from '../../core/host';
import type { Unfinished } from '../../core/unfinished';

/** What is being done, by the word that erasing everything asks about it with, and where. */
type Deed = { what: Unfinished; on: readonly HostId[] };

/** Deeds of this worker that have not ended. */
const underWay = new Map<Promise<unknown>, Deed>();

/** Does what changes something on a host: it is unfinished from the press on, before anything of it is written down. */
export function whileDoing<T>(deed: Deed, act: () => Promise<T>): Promise<T> {
  const done = act().finally(() => underWay.delete(done));
  underWay.set(done, deed);
  return done;
}

/** The words for what is being done. */
export const deedsUnderWay = (): Unfinished[] => [...underWay.values()].map(({ what }) => what);

/** Waits for what changes something on that host, and for its words in the history. */
export async function untilDone(hostId: HostId): Promise<void> {
  const there = () => [...underWay].flatMap(([done, { on }]) => (on.includes(hostId) ? done : []));
  // What ends may have begun something else.
  while (there().length > 0) await Promise.allSettled(there());
}
