/** Creates of this worker that have not ended: a token that one of them has made is nobody's stray yet. */
const ids = new Set<string>();

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
