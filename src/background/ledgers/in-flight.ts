import type { HostId } from '../../core/host';

/** Creates of this worker that have not ended: a token that one of them has made is nobody's stray yet. */
const ids = new Set<string>();

const making = new Map<Promise<unknown>, HostId>();

/** Does what may make a token on a host: it is unfinished from the press on, before anything of it is written down. */
export function whileMaking<T>(hostId: HostId, deed: () => Promise<T>): Promise<T> {
  const made = deed().finally(() => making.delete(made));
  making.set(made, hostId);
  return made;
}

export const isMaking = () => making.size > 0;

/** Waits for what may make a token on that host. */
export async function untilMade(hostId: HostId): Promise<void> {
  await Promise.allSettled([...making].flatMap(([made, on]) => (on === hostId ? made : [])));
}

/** Runs a create as one that is in flight. After a restart of the worker nothing is, and the list tells of each. */
export async function inFlight<T>(intentId: string, create: () => Promise<T>): Promise<T> {
  ids.add(intentId);
  try {
    return await create();
  } finally {
    ids.delete(intentId);
  }
}

export function isInFlight(intentId: string): boolean {
  return ids.has(intentId);
}
