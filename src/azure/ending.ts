/** What ends each of the requests that are under way; `null` while none may be sent. */
let ends: Set<() => void> | null = new Set();

/** Ends all requests, and lets none be sent before the answer is called. */
export function endRequests(): () => void {
  for (const end of ends ?? []) end();
  ends = null;
  return () => {
    ends = new Set();
  };
}

export const mayBeSent = (): boolean => ends !== null;

/** A signal that ends a request in time, or when all are ended. */
export function endedWith(timeout: AbortSignal): { signal: AbortSignal; done: () => void } {
  const controller = new AbortController();
  const end = () => controller.abort(timeout.reason);
  const all = ends;
  all?.add(end);
  timeout.addEventListener('abort', end);
  return { signal: controller.signal, done: () => void all?.delete(end) };
}
