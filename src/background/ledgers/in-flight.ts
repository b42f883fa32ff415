/** Creates of this worker that have not ended: a token that one of them has made is nobody's stray yet. */
const creates = new Map<string, Promise<unknown>>();

/** Runs a create as one that is in flight. After a restart of the worker nothing is, and the list tells of each. */
export function inFlight<T>(id: string, create: () => Promise<T>): Promise<T> {
  const done = create().finally(() => creates.delete(id));
  creates.set(id, done);
  return done;
}

export function isInFlight(id: string): boolean {
  return creates.has(id);
}

/** Waits for a create of this worker, if it is still in flight, however it ends. */
export async function untilLanded(id: string): Promise<void> {
  await creates.get(id)?.catch(() => undefined); // whoever runs it hears of that
}
